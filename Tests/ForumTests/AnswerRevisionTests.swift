import HTTPTypes
import HummingbirdTesting
import Refusals
import Search
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Forum
@testable import Identity

@Suite("An answer of an organ that was wrong")
struct AnswerRevisionTests {
    private static let first = "路灯 20 日修好。"

    /// 张伟's topic, answered by the office of city management.
    private func answered(_ house: ForumHouse) async throws -> (topic: Int64, answer: Int64) {
        for name in ["zhangwei", "zhouting"] { try await house.trust(name) }
        let topic = try await house.open("路灯不亮，请修", as: "zhangwei").topic
        let path = ForumPath.topic(String(topic))
        let status = try await house.visit(as: "officer-cgj") {
            try await $0.press("\(path)/answers", "answer=\(Self.first)").status
        }
        #expect(status == .seeOther)
        let head = try await house.database.read { try PostStore.head(of: topic, in: $0) }
        return (topic, try #require(head.last?.post.id))
    }

    @Test("is corrected and withdrawn only while it stands, and no moderator takes it out of sight")
    func rule() throws {
        let words = try PostWords("路灯 25 日修好。", longest: 2_000)
        var post = Post.official(Self.first, organ: "cgj", by: 7, to: 1, id: 2, at: noon)
        #expect(throws: DomainError.invalid("words", "内容没有变化，不用更正。")) {
            try post.correct(try PostWords(Self.first, longest: 2_000), at: noon)
        }
        try post.correct(words, at: noon.adding(seconds: 60))
        #expect(post.words == words.text && post.editedAt == noon.adding(seconds: 60))
        let reason = ForumRules.Reason(code: "privacy", name: "个人信息", words: "有个人信息。")
        #expect(throws: DomainError.forbidden("部门的答复由作出答复的部门更正或者撤回，不能隐藏。")) {
            try post.hide(reason, by: 8)
        }
        try post.withdraw(at: noon)
        #expect(post.isEmptied && post.state == .shown)
        #expect(throws: DomainError.conflict("这条答复已经撤回。")) { try post.withdraw(at: noon) }
        #expect(throws: DomainError.conflict("这条答复已经撤回。")) { try post.correct(words, at: noon) }
        var own = Post(
            id: 1, topicID: 1, memberID: 1, organ: nil, writtenBy: 7, isFirst: true, words: "路灯不亮",
            digest: "d",
            state: .shown, createdAt: noon)
        #expect(throws: DomainError.conflict("只有公开的部门答复可以更正或者撤回。")) { try own.correct(words, at: noon) }
    }

    @Test("is corrected by its organ alone; what it said before is read beside it")
    func corrected() async throws {
        let house = try await ForumHouse()
        let (topic, answer) = try await answered(house)
        let (page, desk) = (ForumPath.topic(String(topic)), ForumPath.post(String(answer)))
        let form = "words=路灯 25 日修好。"
        for name in ["officer-scjg", "hotline", "zhangwei"] {
            let status = try await house.visit(as: name) {
                try await $0.press("\(desk)/correction", form).status
            }
            #expect(status == .forbidden, "\(name)")
        }
        let other = try await house.visit(as: "officer-scjg") { try await $0.look(desk).text }
        #expect(!other.contains("更正并公布"))
        try await house.visit(as: "officer-cgj") { client async throws in
            #expect(try await client.look(page).text.contains("更正或者撤回"))
            #expect(try await client.look(desk).text.contains("更正并公布"))
            let empty = try await client.press("\(desk)/correction", "words=")
            #expect(empty.status == .unprocessableContent)
            let same = try await client.press("\(desk)/correction", "words=\(Self.first)")
            #expect(same.status == .unprocessableContent && same.text.contains("内容没有变化"))
            #expect(try await client.press("\(desk)/correction", form).status == .seeOther)
        }
        let (text, json) = try await house.visit { client async throws in
            (
                try await client.look(page).text,
                try await client.look("\(ForumPath.api)/\(topic)").text
            )
        }
        #expect(text.contains("已更正") && text.contains("路灯 25 日修好。") && text.contains(Self.first))
        #expect(json.contains("corrected_at") && !json.contains("withdrawn"))
        #expect(try await house.told("zhangwei").last?.contains("部门更正了答复") == true)
    }

    @Test("is withdrawn with a reason that stands in its place, and its words are found nowhere")
    func withdrawn() async throws {
        let house = try await ForumHouse()
        let (topic, answer) = try await answered(house)
        let (page, desk) = (ForumPath.topic(String(topic)), ForumPath.post(String(answer)))
        try await house.visit(as: "head-cgj") { client async throws in
            let bare = try await client.press("\(desk)/withdrawal", "withdrawal=错")
            #expect(bare.status == .unprocessableContent && bare.text.contains("请写明撤回的原因"))
            let done = try await client.press("\(desk)/withdrawal", "withdrawal=这段路不归本部门养护。")
            #expect(done.status == .seeOther)
            let late = try await client.press("\(desk)/correction", "words=路灯 25 日修好。")
            #expect(late.status == .conflict)
        }
        let (text, json, list) = try await house.visit { client async throws in
            (
                try await client.look(page).text,
                try await client.look("\(ForumPath.api)/\(topic)").text,
                try await client.look(ForumPath.all).text
            )
        }
        #expect(text.contains("已撤回") && text.contains("这段路不归本部门养护。") && !text.contains(Self.first))
        #expect(json.contains("\"withdrawn\":") && !json.contains(Self.first))
        #expect(!list.contains("部门已答复"))
        let (document, quoted) = try await house.database.read { tx in
            (
                try ForumSearch.document(topic, at: noon, in: tx),
                try PostStore.quotable(answer, of: topic, at: noon, in: tx)
            )
        }
        #expect(document?.text.contains(Self.first) == false && quoted == nil)
        let report = ForumPath.act(String(answer), "report")
        let status = try await house.visit(as: "zhouting") {
            try await $0.press(report, "reason=rumour").status
        }
        #expect(status == .notFound)
    }

    @Test("may be reported: its organ is told once and sees why, and the report ends with the correction")
    func reported() async throws {
        let house = try await ForumHouse()
        let (topic, answer) = try await answered(house)
        let (page, desk) = (ForumPath.topic(String(topic)), ForumPath.post(String(answer)))
        let report = ForumPath.act(String(answer), "report")
        for name in ["zhouting", "zhangwei"] {
            try await house.visit(as: name) { client async throws in
                #expect(try await client.look(page).text.contains("href=\"\(report)\""))
                #expect(try await client.press(report, "reason=rumour").status == .seeOther)
            }
        }
        for name in ["officer-cgj", "head-cgj"] {
            let told = try await house.told(name).filter { $0.contains("有人举报您部门") }
            #expect(told.count == 1, "\(name)")
        }
        try await house.visit(as: "hotline") { client async throws in
            #expect(try await client.look(desk).text.contains("审核人员不能隐藏"))
            #expect(try await client.press("\(desk)/hiding", "reason=rumour").status == .forbidden)
        }
        try await house.visit(as: "officer-cgj") { client async throws in
            #expect(try await client.look(desk).text.contains("2 人举报"))
            let done = try await client.press("\(desk)/correction", "words=路灯 25 日修好。")
            #expect(done.status == .seeOther)
        }
        #expect(try await house.told("zhouting") == ["您举报的部门答复已经更正，谢谢。"])
        let open = try await house.database.read { try QueueStore.reported(after: nil, in: $0).items }
        #expect(open.isEmpty)
    }
}
