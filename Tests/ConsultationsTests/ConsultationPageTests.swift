import Foundation
import HTTPTypes
import HummingbirdTesting
import Messaging
import NIOCore
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Consultations
@testable import Identity

@Suite("The pages of consultations")
struct ConsultationPageTests {
    @Test(
        "written, opened by another, commented, answered, revised and closed: the whole way through the pages"
    )
    func wholeWay() async throws {
        let house = try await ConsultationHouse()
        let day = noon.day.adding(days: 10).iso
        let path = try await house.visit(as: "officer-cgj") { client async throws in
            let wrong = try await client.press(ConsultationPath.new, "title=x&closes_on=明天")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("请填写截止日期。"))
            let made = try await client.press(
                ConsultationPath.new, "title=<script>alert(1)</script>&purpose=投诉多了要明确责任&closes_on=\(day)")
            let path = try #require(made.headers[.location])
            #expect(try await client.look("\(path)/passages/new").status == .ok)
            #expect(try await client.press("\(path)/passages/new", "seen=1").status == .unprocessableContent)
            #expect(
                try await client.press("\(path)/passages/new", "seen=1&heading=第一条&words=养犬应当<b>登记").status
                    == .seeOther)
            #expect(try await client.press("\(path)/opening").status == .forbidden)
            return path
        }
        let id = try #require(path.split(separator: "/").last)
        let open = "\(ConsultationPath.all)/\(id)"
        let hidden = try await house.visit { try await $0.look(open).status }
        let other = try await house.visit(as: "head-scjg") { try await $0.look(path).status }
        #expect(hidden == .notFound && other == .notFound)
        try await house.visit(as: "head-cgj") { client async throws in
            #expect(try await client.press("\(path)/opening").text.contains("一般不少于 30 天"))
        }
        try await house.visit(as: "officer-cgj") { client async throws in
            let edited = try await client.press(
                path,
                "seen=2&title=<script>alert(1)</script>&purpose=投诉多了要明确责任&closes_on=\(day)&short_reason=汛期将至要尽快施行"
            )
            #expect(edited.status == .seeOther)
        }
        try await house.visit(as: "head-cgj") { client async throws in
            #expect(try await client.press("\(path)/opening").status == .seeOther)
            #expect(try await client.look(path).text.contains("公开的页面"))
        }
        try await house.visit(as: "zhangwei") { client async throws in
            let page = try await client.look(open).text
            #expect(page.contains("汛期将至") && page.contains("养犬应当&lt;b&gt;登记"))
            #expect(!page.contains("<script>alert"))
            #expect(try await client.press(open, "anchor=p1&words=").status == .unprocessableContent)
            let said = try await client.press(open, "anchor=p1&words=<script>steal()</script>电话13800001234")
            #expect(said.headers[.location] == "\(open)?said=1")
            #expect(try await client.look("\(open)?said=1").text.contains("是第 1 条意见"))
        }
        try await house.visit { client async throws in
            let comments = try await client.look("\(open)/comments?on=p1").text
            #expect(comments.contains("&lt;script&gt;") && comments.contains("138****1234"))
            #expect(!comments.contains("13800001234") && !comments.contains("<script>steal"))
            #expect(try await client.look("\(open)?version=2").status == .notFound)
            #expect(try await client.look("\(open)/results.csv").status == .notFound)
        }
        let late = noon.adding(seconds: 12 * 86_400)
        try await house.visit(as: "head-cgj", at: late) { client async throws in
            let early = try await client.press("\(path)/closing", "outcome=都采纳了，谢谢。")
            #expect(early.status == .conflict && early.text.contains("还有 1 条意见没有答复"))
        }
        try await house.visit(as: "officer-cgj", at: late) { client async throws in
            let answers = "\(path)/answers"
            #expect(try await client.look(answers).text.contains("第 1 条 · 第一条"))
            #expect(try await client.press(answers, "numbers=1").status == .unprocessableContent)
            let given = try await client.press(answers, "numbers=1&outcome=adopted&reason=第一条已经改写")
            #expect(given.status == .seeOther)
            #expect(try await client.look("\(answers)?show=answered").text.contains("已答复：采纳"))
            let put = try await client.press(
                "\(path)/passages/p1", "seen=3&heading=第一条&words=养犬必须登记&because=1")
            #expect(put.status == .seeOther)
            #expect(
                try await client.press("\(path)/passages/p1", "seen=4&heading=第一条&words=养犬必须登记&because=甲")
                    .status
                    == .unprocessableContent)
        }
        try await house.visit(as: "head-cgj", at: late) { client async throws in
            #expect(try await client.press("\(path)/closing", "outcome=都采纳了，谢谢。").status == .conflict)
            #expect(try await client.press("\(path)/versions", "note=").status == .unprocessableContent)
            #expect(try await client.press("\(path)/versions", "note=吸收第 1 条意见").status == .seeOther)
            #expect(try await client.press("\(path)/closing", "outcome=都采纳了，谢谢。").status == .seeOther)
        }
        try await house.visit(at: late) { client async throws in
            let page = try await client.look(open).text
            #expect(page.contains("1 人提了 1 条意见") && page.contains("采纳 1 条") && page.contains("第 1 条意见"))
            let comparison = try await client.look("\(open)/comparison").text
            #expect(comparison.contains("<ins>") && comparison.contains("comments?number=1"))
            let file = try await client.look("\(open)/results.csv").text
            #expect(file.contains("第一条已经改写") && file.contains("张*"))
            #expect(try await client.look(ConsultationPath.all).text.contains("已经截止"))
        }
        let account = try await house.account("zhangwei")
        let told = try await house.database.read { try Inbox(of: account.id).messages(in: $0).items }
        #expect(told.first?.sentence.description.contains("第 1 条意见已经答复：采纳") == true)
    }

    @Test("twenty megabytes are refused at the door, and so is what is longer than a comment may be")
    func pasted() async throws {
        let house = try await ConsultationHouse()
        let open = ConsultationPath.one(String(try await house.open().id))
        try await house.visit(as: "zhangwei") { client async throws in
            let long = "anchor=p1&words=" + String(repeating: "a", count: 2_000)
            let page = try await client.press(open, long)
            #expect(page.status == .unprocessableContent && page.text.contains("一条意见最多 200 字，现在有 2000 字"))
            let huge = "anchor=p1&words=" + String(repeating: "a", count: 20 << 20)
            #expect(try await client.press(open, huge).status == .contentTooLarge)
        }
    }

    @Test("programs list, read and comment by the same rules; the same key gives the same comment")
    func programs() async throws {
        let house = try await ConsultationHouse()
        let path = "\(ConsultationPath.api)/\(try await house.open().id)"
        try await house.visit { client async throws in
            #expect(
                try await client.look("\(ConsultationPath.api)?state=open").text.contains(
                    "\"state\":\"open\""))
            #expect(
                try await client.look("\(ConsultationPath.api)?state=draft").status == .unprocessableContent)
            #expect(try await client.look(path).text.contains("\"anchor\":\"p1\""))
            #expect(try await client.look("\(ConsultationPath.api)/1/comments").status == .notFound)
        }
        try await house.visit(as: "zhangwei") { client async throws in
            func say(_ body: String, key: String = "k1") async throws -> TestResponse {
                var headers: HTTPFields = [.contentType: "application/json"]
                headers[try #require(.init("Idempotency-Key"))] = key
                return try await client.execute(
                    uri: "\(path)/comments", method: .post, headers: headers, body: ByteBuffer(string: body))
            }
            for _ in 0..<2 {
                let said = try await say(#"{"text": "登记要免费", "anchor": "p1"}"#)
                #expect(said.status == .created && said.text == #"{"joined":false,"number":1}"#)
            }
            let wrong = try await say(#"{"text": " "}"#, key: "k2")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("\"text\""))
            #expect(try await client.look("\(path)/comments").text.contains("登记要免费"))
        }
    }

    @Test("the administrator changes the rules, and not to nonsense")
    func rules() async throws {
        let house = try await ConsultationHouse()
        try await house.visit(as: "sysadmin") { client async throws in
            let wrong = try await client.press(ConsultationPath.rules, "minimum_days=0&comments_each=x")
            #expect(wrong.status == .unprocessableContent)
            let right = try await client.press(
                ConsultationPath.rules, "minimum_days=20&comments_each=5&longest_comment=500&remind_days=3")
            #expect(right.status == .seeOther)
            #expect(try await client.look(ConsultationPath.rules).text.contains("value=\"20\""))
        }
        let head = try await house.visit(as: "head-cgj") { try await $0.look(ConsultationPath.rules).status }
        #expect(head == .forbidden)
    }

    @Test("the sample district has one that runs and one with results, also after the second start")
    func sample() async throws {
        let house = try await ConsultationHouse()
        for _ in 0..<2 { try await Consultations.seedDemo(into: house.database, at: noon) }
        let page = try await house.visit { try await $0.look(ConsultationPath.all).text }
        #expect(page.contains("已公布结果") && page.contains("征求意见中"))
        #expect(page.components(separatedBy: "餐饮油烟污染防治规定").count == 2)
    }
}
