import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Surveys

@Suite("The pages of surveys")
struct SurveyPageTests {
    @Test("written, published by another, answered, closed: the whole way through the pages")
    func wholeWay() async throws {
        let house = try await SurveyHouse()
        let path = try await house.visit(as: "officer-mzj") { client async throws in
            let wrong = try await client.press(SurveyPath.new, "title=x&opens_on=&closes_on=2026-11-01")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("请填写开始日期。"))
            let made = try await client.press(
                SurveyPath.new,
                "title=<script>alert(1)</script>&purpose=想知道哪里最需要&opens_on=\(noon.day.iso)&closes_on=\(noon.day.adding(days: 5).iso)"
            )
            let path = try #require(made.headers[.location])
            let question = "\(path)/questions/new"
            #expect(try await client.look(question).status == .ok)
            #expect(
                try await client.press(question, "words=&kind=one&seen=1").status == .unprocessableContent)
            let put = try await client.press(
                question, "words=在哪里<b>&kind=one&options=城东%0A城西&required=true&seen=1")
            #expect(put.status == .seeOther)
            let more = "words=为什么&kind=text&required=true&when=q1%3D2&seen=2"
            #expect(try await client.press(question, more).status == .seeOther)
            #expect(try await client.look(path).text.contains("第 1 题选了“城西”的人回答"))
            #expect(try await client.press("\(path)/publication").status == .forbidden)
            #expect(try await client.look("\(path)/preview").text.contains("在哪里&lt;b&gt;"))
            return path
        }
        try await house.visit(as: "head-scjg") { client async throws in
            #expect(try await client.look(path).status == .notFound)
        }
        let open = "\(SurveyPath.all)/\(path.split(separator: "/").last ?? "")"
        try await house.visit { client async throws in
            #expect(try await client.look(open).status == .notFound)
        }
        try await house.visit(as: "head-mzj") { client async throws in
            #expect(try await client.press("\(path)/publication").status == .seeOther)
            #expect(try await client.look(path).text.contains("已收到"))
        }
        try await house.visit(as: "zhangwei") { client async throws in
            let page = try await client.look(open).text
            #expect(page.contains("&lt;script&gt;") && !page.contains("<script>alert"))
            let empty = try await client.press(open)
            #expect(empty.status == .unprocessableContent && empty.text.contains("第 1 题：请选择。"))
            #expect(!page.contains("为什么"))
            let further = try await client.press(open, "q1=2").text
            #expect(further.contains("还有新的问题") && further.contains("2. 为什么"))
            let unsaid = try await client.press(open, "q1=2&asked=q2&q2=")
            #expect(unsaid.text.contains("第 2 题：请填写。"))
            #expect(try await client.press(open, "q1=2&asked=q2&q2=近").status == .seeOther)
            #expect(try await client.look(open).text.contains("您已经答过了"))
            #expect(try await client.press(open, "q1=1").status == .conflict)
        }
        try await house.visit(as: "head-mzj") { client async throws in
            #expect(try await client.press("\(path)/end").status == .seeOther)
        }
        try await Closing(database: house.database).run(at: noon)
        try await house.visit(as: "head-mzj") { client async throws in
            #expect(
                try await client.press("\(path)/conclusion", "conclusion=").status == .unprocessableContent)
            let said = try await client.press("\(path)/conclusion", "conclusion=在城西增设一处饭堂")
            #expect(said.status == .seeOther)
        }
        try await house.visit { client async throws in
            let page = try await client.look(open).text
            #expect(page.contains("在城西增设一处饭堂") && page.contains("共收到 1 份答卷"))
            #expect(try await client.look(SurveyPath.all).text.contains("已经结束"))
            let file = try await client.look("\(open)/results.csv").text
            #expect(file.contains("编号") && file.contains("不足 5 人回答，不公布") && !file.contains("城西"))
        }
    }

    @Test("a stranger is asked to sign in, and an officer without a person of their own is told why not")
    func strangers() async throws {
        let house = try await SurveyHouse()
        let open = SurveyPath.survey(String(try await house.survey().id))
        let stranger = try await house.visit { try await $0.look(open).text }
        #expect(stranger.contains("登录后填写") && !stranger.contains("name=\"q1\""))
        let officer = try await house.visit(as: "officer-scjg") { try await $0.look(open).text }
        #expect(officer.contains("要用实名的个人账号填写"))
        let missing = try await house.visit { try await $0.look(SurveyPath.survey("1")).status }
        #expect(missing == .notFound)
    }

    @Test("a full quota is said before the form; who filled it in meanwhile keeps what they wrote")
    func full() async throws {
        let house = try await SurveyHouse()
        // Both are between 30 and 44.
        let survey = try await house.survey(quotas: [.middle: 1])
        let open = SurveyPath.survey(String(survey.id))
        let free = try await house.visit(as: "luojiaming") { try await $0.look(open).text }
        #expect(free.contains("name=\"q1\""))
        try await house.answer(survey, as: "zhangwei")
        try await house.visit(as: "luojiaming") { client async throws in
            let page = try await client.look(open).text
            #expect(page.contains("\(AgeBand.middle.chinese)的名额已满") && !page.contains("name=\"q1\""))
            let late = try await client.press(open, "q1=1&q3=城西再开一处")
            #expect(late.status == .conflict && late.text.contains("的名额已满"))
            #expect(late.text.contains("城西再开一处") && late.text.contains("1. 在哪里吃？"))
            #expect(late.text.contains("您填写的内容没有提交，需要时可以复制"))
            #expect(!late.text.contains("提交答卷") && !late.text.contains("一人答一次"))
        }
        let own = try await house.visit(as: "zhangwei") { try await $0.look(open).text }
        #expect(own.contains("您已经答过了"))
    }

    @Test("the sample district has one that runs and one that is over, also after the second start")
    func sample() async throws {
        let house = try await SurveyHouse()
        for _ in 0..<2 { try await Surveys.seedDemo(into: house.database, at: noon) }
        let page = try await house.visit { try await $0.look(SurveyPath.all).text }
        #expect(page.contains("长者饭堂就餐需求调查") && page.contains("已经结束"))
        #expect(page.components(separatedBy: "长者饭堂就餐需求调查").count == 2)
    }

    @Test("of several who change a draft at once, one is first and the others are told")
    func changedAtOnce() async throws {
        let house = try await SurveyHouse()
        let facts =
            "title=长者饭堂调查&purpose=想知道哪里最需要&opens_on=\(noon.day.iso)&closes_on=\(noon.day.adding(days: 5).iso)"
        let path = try await house.visit(as: "officer-mzj") { client async throws in
            try #require(try await client.press(SurveyPath.new, facts).headers[.location])
        }
        let changed = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    try await house.visit(as: "officer-mzj") {
                        try await $0.press(path, facts + "&seen=1").status
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(changed.count { $0 == .seeOther } == 1 && changed.count { $0 == .conflict } == 5)
    }

    @Test("older surveys and their results are found behind the first page, by everybody and on the desk")
    func pages() async throws {
        let house = try await SurveyHouse()
        let first = try await house.survey()
        for _ in 0..<SurveyStore.pageSize { _ = try await house.survey() }
        try await Closing(database: house.database).run(at: noon.adding(seconds: 11 * 86_400))
        let slice = try await house.database.read { try SurveyStore.published(after: nil, in: $0) }
        let cursor = try #require(slice.next)
        let lists: [(String?, String, String)] = [
            (nil, SurveyPath.all, SurveyPath.survey(String(first.id))),
            ("officer-mzj", SurveyPath.desk, SurveyPath.edit(String(first.id))),
        ]
        for (name, path, link) in lists {
            try await house.visit(as: name) { client async throws in
                let page = try await client.look(path).text
                #expect(page.contains("\(path)?after=\(cursor)") && !page.contains("\"\(link)\""))
                #expect(try await client.look("\(path)?after=\(cursor)").text.contains("\"\(link)\""))
            }
        }
    }
}
