import Cases
import Codes
import Files
import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Disclosure

@Suite("信息公开的页面")
struct PageTests {
    @Test("陌生人看得到公开的页面，申请要先登录")
    func strangers() async throws {
        let house = try await House()
        try await house.visit(as: nil) { client async throws in
            for path in [
                DisclosurePath.register, DisclosurePath.catalogue, DisclosurePath.guide,
                DisclosurePath.reports,
                "/openness/reports/2026",
            ] {
                #expect(try await client.look(path).status == .ok, "\(path)")
            }
            #expect(try await client.look(DisclosurePath.form).status == .seeOther)
            for year in ["2027", "abcd", "0001", "20260"] {
                #expect(try await client.look("/openness/reports/\(year)").status == .notFound, "\(year)")
            }
            #expect(try await client.look("/openness/reports/2026?organ=scjg").status == .ok)
            #expect(try await client.look("/openness/reports/2026?organ=nobody").status == .notFound)
            let file = try await client.look("/openness/reports/2026.csv")
            #expect(file.status == .ok && file.text.contains("本年新收政府信息公开申请数量"))
        }
    }

    @Test("缺项、超长、控制字符、不存在的机关，都退回原处并保留填的内容")
    func hostile() async throws {
        let house = try await House()
        let long = String(repeating: "长", count: 2_001)
        try await house.visit(as: "zhangwei") { client async throws in
            let empty = try await client.press(DisclosurePath.mine, "")
            #expect(empty.status == .unprocessableContent && empty.text.contains("请选择向哪个机关申请。"))
            let script = try await client.press(
                DisclosurePath.mine, "organ=nobody&category=natural&content=%3Cscript%3Ealert(1)%3C/script%3E"
            )
            #expect(script.status == .unprocessableContent && !script.text.contains("<script>alert"))
            let tooLong = try await client.press(
                DisclosurePath.mine, "organ=scjg&category=natural&content=\(long)")
            #expect(tooLong.text.contains("最多 2000 字，请精简。"))
            let control = try await client.press(
                DisclosurePath.mine, "organ=scjg&category=natural&content=abcd%01")
            #expect(control.text.contains("控制字符"))
            let stranger = try await client.press(
                DisclosurePath.mine,
                "organ=scjg&category=natural&content=abcd&applicant=91441202MA4W12346L")
            #expect(stranger.status == .forbidden)
        }
    }

    @Test("别人的申请不在那里，别的部门也不在；自己的看得到")
    func invisible() async throws {
        let house = try await House()
        let number = try await house.ask()
        for name in ["liuyuxin", "officer-wsjk"] {
            try await house.visit(as: name) { client async throws in
                #expect(try await client.look(DisclosurePath.mine(number)).status == .notFound)
                #expect(try await client.look("/api/v1/disclosure-requests/\(number)").status == .notFound)
            }
        }
        try await house.visit(as: "officer-wsjk") { client async throws in
            #expect(try await client.look(DisclosurePath.desk(number)).status == .notFound)
        }
        try await house.visit(as: "zhangwei") { client async throws in
            let page = try await client.look(DisclosurePath.mine(number))
            #expect(page.status == .ok && page.text.contains("正在核对您的申请"))
            #expect(try await client.look(DisclosurePath.mine).text.contains(number))
        }
        try await house.visit(as: "officer-scjg") { client async throws in
            let page = try await client.look(DisclosurePath.desk(number))
            #expect(page.status == .ok && !page.text.contains("441299199003071231"))
            #expect(try await client.look(DisclosurePath.desk).text.contains(number))
        }
    }

    @Test("没有这个岗位的，答复、登记、改规则都不行")
    func wrongRole() async throws {
        let house = try await House()
        let number = try await house.ask()
        try await house.visit(as: "clerk") { client async throws in
            #expect(try await client.press(DisclosurePath.fees(number), "items=11").status == .forbidden)
            #expect(try await client.look(DisclosurePath.rules).status == .forbidden)
            #expect(try await client.look(DisclosurePath.intake).status == .ok)
        }
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.press(DisclosurePath.intake, "").status == .forbidden)
            #expect(try await client.press(DisclosurePath.abandonment(number), "").status == .forbidden)
        }
        try await house.visit(as: "head-scjg") { client async throws in
            let path = DisclosurePath.reportEntry("2026")
            #expect(try await client.press(path, "overview=abc").status == .forbidden)
            #expect(try await client.press("\(path)?organ=wsjk", "overview=abc").status == .forbidden)
            #expect(try await client.press("\(path)?organ=scjg", "overview=abc").status == .seeOther)
            let page = try await client.look("/openness/reports/2026?organ=scjg").text
            #expect(page.contains("<p>abc</p>"))
            #expect(try await !client.look("/openness/reports/2026").text.contains("<p>abc</p>"))
        }
        try await house.visit(as: "zhangwei") { client async throws in
            #expect(try await client.look(DisclosurePath.desk(number)).status == .forbidden)
        }
    }

    @Test("窗口登记的信函，号码不对的退回，对的从签收之日起算")
    func intake() async throws {
        let house = try await House()
        try await house.visit(as: "clerk") { client async throws in
            let rest = "organ=scjg&category=natural&content=abcdef"
            let wrong = try await client.press(
                DisclosurePath.intake, "code=123&submission=signed_post&received_on=2026-09-16&\(rest)")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("号码不对"))
            let web = try await client.press(
                DisclosurePath.intake, "code=441299199003071231&submission=web&\(rest)")
            #expect(web.text.contains("请选择提交的方式。"))
            let taken = try await client.press(
                DisclosurePath.intake,
                "code=441299199003071231&submission=signed_post&received_on=2026-09-16&\(rest)")
            #expect(taken.status == .seeOther)
        }
    }

    @Test("遮盖以后的给申请人，原件不给；答复以前什么也不给")
    func redaction() async throws {
        let house = try await House()
        let number = try await house.ask()
        try await house.confirm(number)
        let out = try await house.upload("%PDF-1.4 black", named: "遮盖.pdf", by: "officer-scjg")
        let whole = try await house.upload("%PDF-1.4 whole", named: "原件.pdf", by: "officer-scjg")
        try await house.draft(number) {
            ($0.kind, $0.ground, $0.words) = ("partial", "third-party", "遮盖了投标人的报价。")
            $0.enclosures = [.init(fileID: out.fileID, name: out.name, originalID: whole.fileID)]
        }
        let (sent, kept) = (String(out.fileID), String(whole.fileID))
        try await house.visit(as: "zhangwei") { client async throws in
            #expect(try await client.look(DisclosurePath.myFile(number, sent)).status == .notFound)
        }
        try await house.finish(number, "sign", by: "head-scjg")
        try await house.visit(as: "zhangwei") { client async throws in
            #expect(try await client.look(DisclosurePath.myFile(number, sent)).text == "%PDF-1.4 black")
            #expect(try await client.look(DisclosurePath.myFile(number, kept)).status == .notFound)
            let page = try await client.look(DisclosurePath.mine(number)).text
            #expect(page.contains("部分公开") && !page.contains("原件.pdf"))
        }
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.look(DisclosurePath.deskFile(number, kept)).text == "%PDF-1.4 whole")
        }
        #expect(try await house.row(number).result == "partial")
    }
}
