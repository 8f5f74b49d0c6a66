import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Forum
@testable import Identity

@Suite("The pages of the forum")
struct ForumPageTests {
    @Test("a script stays text, 20 MB are not taken, and what is wrong is said at its field")
    func badInput() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        try await house.visit(as: "zhangwei") { client async throws in
            let empty = try await client.press(ForumPath.all, "board=city&title=&words=")
            #expect(empty.status == .unprocessableContent && empty.text.contains("请用一句话写明说什么"))
            let huge = try await client.press(
                ForumPath.all, "board=city&title=太长的话题&words=" + String(repeating: "a", count: 20_000_000))
            #expect(huge.status == .contentTooLarge)
            let made = try await client.press(
                ForumPath.all,
                "board=city&title=<script>alert(1)</script>&words=> 引用\n\n<img src=x onerror=steal()>")
            let path = try #require(made.headers[.location]?.split(separator: "?").first.map(String.init))
            let page = try await client.look(path).text
            #expect(page.contains("&lt;script&gt;alert(1)") && page.contains("&lt;img src=x"))
            #expect(!page.contains("<script>alert") && page.contains("<blockquote"))
        }
    }

    @Test("what its author changes after the queue was opened, even by a mark, is not published unread")
    func changedMeanwhile() async throws {
        let house = try await ForumHouse()
        let said = try await house.open("你们修得真快。", as: "zhangwei", nickname: "城东老张")
        let (topic, post) = (ForumPath.topic(String(said.topic)), ForumPath.post(String(said.post)))
        let read = try await house.post(said.post).version
        let account = try await house.account("zhangwei")
        _ = try await Posting(office: house.office).edit(
            said.post, to: "你们修得真快？", as: account, by: account.actor(channel: "page", address: ""),
            at: noon.adding(seconds: 60))
        try await house.visit(as: "hotline", at: noon.adding(seconds: 90)) { client async throws in
            let late = try await client.press("\(post)/approval", "seen=\(read)")
            #expect(late.status == .conflict && late.text.contains("这条帖子刚刚改过"))
            #expect(try await client.look(topic).status == .notFound)
            let anew = "seen=\(try await house.post(said.post).version)"
            #expect(try await client.press("\(post)/approval", anew).status == .seeOther)
        }
        let page = try await house.visit { try await $0.look(topic).text }
        #expect(page.contains("你们修得真快？"))
    }

    @Test("the queue shows the whole of a post, what it quotes and how a long one ends")
    func wholePost() async throws {
        let house = try await ForumHouse()
        let said = String(repeating: "路灯坏了三天没人修，", count: 30)
        try await house.open("> 楼上说修好了\n\n\(said)\n\n最后一句也要看过。", as: "zhangwei", nickname: "城东老张")
        let queue = try await house.visit(as: "hotline") { try await $0.look(ForumPath.desk).text }
        #expect(queue.contains("楼上说修好了") && queue.contains("最后一句也要看过。"))
        #expect(queue.contains("<summary>全文，"))
    }

    @Test(
        "from the queue to the page: a new member's topic is approved, answered by an organ, reported and hidden"
    )
    func wholeWay() async throws {
        let house = try await ForumHouse()
        let said = try await house.open("巷口的路灯坏了三天", as: "zhangwei", nickname: "城东老张")
        let (topic, post) = (ForumPath.topic(String(said.topic)), ForumPath.post(String(said.post)))
        let hidden = try await house.visit { try await $0.look(topic).status }
        #expect(hidden == .notFound)
        try await house.visit(as: "hotline") { client async throws in
            #expect(try await client.look(ForumPath.desk).text.contains("新成员的帖子先审后发"))
            #expect(try await client.press("\(post)/refusal", "reason=").status == .unprocessableContent)
            let version = try await house.post(said.post).version
            let seen = "seen=\(version)"
            #expect(try await client.look(ForumPath.desk).text.contains(version))
            #expect(try await client.press("\(post)/approval").status == .conflict)
            #expect(try await client.press("\(post)/approval", seen).status == .seeOther)
            #expect(try await client.press("\(post)/approval", seen).status == .conflict)
        }
        try await house.visit(as: "zhouting") { client async throws in
            #expect(try await client.press("\(topic)/answers", "answer=假的").status == .forbidden)
            #expect(
                try await client.press("\(topic)/replies", "words=同问&nickname=官方客服").status
                    == .unprocessableContent)
            #expect(try await client.look(ForumPath.desk).status == .forbidden)
        }
        try await house.visit(as: "officer-cgj") { client async throws in
            #expect(try await client.press("\(topic)/answers", "answer=").status == .unprocessableContent)
            #expect(try await client.press("\(topic)/answers", "answer=今天修好。").status == .seeOther)
            #expect(try await client.press("\(post)/identity", "why=想知道").status == .forbidden)
            #expect(try await client.look(post).text.contains("转为诉求"))
        }
        try await house.visit { client async throws in
            let page = try await client.look(topic).text
            #expect(page.contains("部门答复") && page.contains("今天修好。") && page.contains("城东老张"))
            #expect(!page.contains("张伟"))
            #expect(try await client.look(ForumPath.all).text.contains("部门已答复"))
            #expect(try await client.look("\(ForumPath.all)?board=nothing").status == .notFound)
            #expect(
                try await client.look("\(ForumPath.api)/\(said.topic)").text.contains("\"organ\":\"cgj\""))
        }
        try await house.visit(as: "hotline") { client async throws in
            #expect(try await client.press("\(post)/identity", "why=").status == .unprocessableContent)
            #expect(try await client.press("\(post)/identity", "why=有人报案核实").text.contains("作者：张伟"))
            #expect(try await client.press("\(post)/hiding", "reason=privacy").status == .seeOther)
        }
        let gone = try await house.visit { try await $0.look(topic).status }
        #expect(gone == .notFound)
        let mine = try await house.visit(as: "zhangwei") { try await $0.look(ForumPath.mine).text }
        #expect(mine.contains("已被隐藏") && mine.contains("别人的个人信息"))
    }
}
