import Foundation
import HTTPTypes
import HummingbirdTesting
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
            #expect(file.contains("城西") && file.contains("编号"))
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

    @Test("the sample district has one that runs and one that is over, also after the second start")
    func sample() async throws {
        let house = try await SurveyHouse()
        for _ in 0..<2 { try await Surveys.seedDemo(into: house.database, at: noon) }
        let page = try await house.visit { try await $0.look(SurveyPath.all).text }
        #expect(page.contains("长者饭堂就餐需求调查") && page.contains("已经结束"))
        #expect(page.components(separatedBy: "长者饭堂就餐需求调查").count == 2)
    }
}
