import HTTPTypes
import HummingbirdTesting
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Content

@Suite("栏目保障的页面")
struct HealthPageTests {
    @Test("办事岗位看不到考核，编辑不能登记人工检查，业务岗位不能改规则")
    func others() async throws {
        let house = try await CareHouse()
        let site = HealthPath.site(String(house.site.id))
        try await house.visit(as: "officer-scjg") { client async throws in
            for path in [HealthPath.overview, site, "\(site)/quarters/2026-4", "\(site)/quarters/2026-4.csv"]
            {
                #expect(try await client.look(path).status == .forbidden, "\(path)")
            }
        }
        try await house.visit(as: "editor") { client async throws in
            #expect(try await client.press("\(site)/findings", ["code": "veto.safety"]).status == .forbidden)
            #expect(try await client.look(HealthPath.rules).status == .forbidden)
            #expect(try await !client.look(site).text.contains("登记人工检查"))
        }
    }

    @Test("没有的站点、没有的季度和还没到的季度都是没有", arguments: ["1/quarters/2026-4", "x", "1"])
    func missing(_ path: String) async throws {
        let house = try await CareHouse()
        let site = HealthPath.site(String(house.site.id))
        try await house.visit(as: "editor") { client async throws in
            #expect(try await client.look("\(HealthPath.overview)/\(path)").status == .notFound)
            for quarter in ["2027-1", "2026-5", "2026", "2026-4x", "1999-1"] {
                #expect(
                    try await client.look("\(site)/quarters/\(quarter)").status == .notFound, "\(quarter)")
            }
        }
    }

    @Test("单项否决写在前面，每一条下面看得到是哪个栏目")
    func drillDown() async throws {
        let house = try await CareHouse()
        try await house.publishEverywhere()
        house.pass(days: 20)
        house.outside.wait(3)
        house.outside.findNothing()
        try await house.visit(as: "reviewer") { client async throws in
            let all = try await client.look(HealthPath.overview).text
            #expect(all.contains("单项否决") && all.contains("已超过 6 天") && all.contains("首页不更新"))
            let one = try await client.look(HealthPath.site(String(house.site.id))).text
            #expect(one.contains("栏目「工作动态」：已超过 6 天") && one.contains("20 天以前"))
            #expect(one.contains("区财政局：3 件依申请公开超过 90 天没有答复"))
            #expect(one.contains("没有结果") && one.contains("需人工检查"))
            #expect(one.contains(ContentPath.deskColumn(String(try house.column("dynamics").id))))
        }
    }

    @Test("人工检查写明几处、在哪里；登记以后马上算分，写着谁在哪天查的")
    func finding() async throws {
        let house = try await CareHouse()
        try await house.publishEverywhere()
        let site = HealthPath.site(String(house.site.id))
        try await house.visit(as: "reviewer") { client async throws in
            for (form, words) in [
                (["code": "deduction.links", "faults": "1", "words": "x"], "请选择要检查的条目。"),
                (["code": "deduction.guides", "faults": "很多"], "没有发现写 0"),
                (["code": "deduction.guides", "faults": "-1"], "没有发现写 0"),
                (["code": "deduction.guides", "faults": "2"], "请写明发现了什么"),
            ] {
                let refused = try await client.press("\(site)/findings", form)
                #expect(refused.status == .unprocessableContent && refused.text.contains(words), "\(words)")
            }
            let form = ["code": "deduction.guides", "faults": "2", "words": "<script>alert(1)</script>电话停机"]
            #expect(try await client.press("\(site)/findings", form).status == .seeOther)
            let page = try await client.look(site).text
            #expect(page.contains("2026年11月27日检查：2 处") && !page.contains("<script>alert"))
        }
        #expect(try await house.line("deduction.guides").points == 4)
        #expect(try await house.entries("inspection.found").count == 1)
        // In the next quarter somebody has to look again.
        house.pass(days: 60)
        #expect(try await house.line("deduction.guides").state == .unseen)
    }

    @Test("季度报告有得分、栏目发布数、纠错和人工检查；像公式的话在文件里只是文字")
    func report() async throws {
        let house = try await CareHouse()
        try await house.publishEverywhere()
        try await house.run("content.inspect")
        try await house.run("content.inspect")
        let site = HealthPath.site(String(house.site.id))
        try await house.visit(as: "publisher") { client async throws in
            let form = ["code": "deduction.guides", "faults": "1", "words": "=HYPERLINK(1)"]
            #expect(try await client.press("\(site)/findings", form).status == .seeOther)
            let page = try await client.look("\(site)/quarters/2026-4").text
            #expect(page.contains("本季度还没有结束") && page.contains("本季度每天的得分，最低 100 分"))
            let file = try await client.look("\(site)/quarters/2026-4.csv").text
            #expect(file.contains("\"\t=HYPERLINK(1)\"") && file.contains("\"工作动态\",\"14\",\"2026-11-27\""))
        }
        house.pass(days: 60)
        try await house.visit(as: "publisher") { client async throws in
            let past = try await client.look("\(site)/quarters/2026-4").text
            #expect(!past.contains("本季度还没有结束") && past.contains("合格"))
            #expect(try await client.look("\(site)/quarters/2026-3").text.contains("这个季度没有检查记录"))
        }
    }

    @Test("写错的规则说明错在哪里，输入保留；公布以后马上按新规则打分")
    func rules() async throws {
        let house = try await CareHouse()
        try await house.publishEverywhere()
        let text = try InspectionRules.deliveredText()
        try await house.visit(as: "sysadmin") { client async throws in
            let wrong = try await client.press(
                HealthPath.rules, ["version": "0", "body": text.replacing("pass: 60", with: "pass: 999")])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("合格线应在"))
            #expect(wrong.text.contains("pass: 999"))
            let made = try await client.press(
                HealthPath.rules,
                [
                    "version": "0",
                    "body": text.replacing(
                        "home_idle_days, at_least: 15", with: "home_idle_days, at_least: 1"),
                ])
            #expect(made.status == .seeOther)
            #expect(try await client.look(HealthPath.rules).text.contains("第 1 版"))
            let late = try await client.press(HealthPath.rules, ["version": "0", "body": text])
            #expect(late.status == .conflict)
        }
        house.pass(days: 2)
        #expect(try await house.card().verdict == .vetoed)
    }
}
