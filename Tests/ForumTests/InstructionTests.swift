import HTTPTypes
import HummingbirdTesting
import Messaging
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Forum
@testable import Identity

@Suite("Leaders instruct about posts")
struct InstructionTests {
    private static let forbidden = DomainError.forbidden("批示由区领导作出。")

    @Test("about a post that not everybody reads nobody instructs, and nothing is kept")
    func unreadable() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let (missing, hotline) = (
            DomainError.notFound(PostStore.missing), try await house.actor("hotline")
        )
        let waiting = try await house.open("新来的话题", title: "新来的话题", as: "zhouting")
        await #expect(throws: DomainError.notFound(TopicStore.missing)) {
            try await house.instruct(waiting.post)
        }
        let own = try await house.open("路灯不亮，请修", as: "zhangwei")
        let reply = try await house.reply("我家门口也不亮", to: own.topic, as: "zhangwei")
        try await Moderating(office: house.office).hide(reply.post, because: "rumour", by: hotline, at: noon)
        await #expect(throws: missing) { try await house.instruct(reply.post) }
        try await house.delete(own.post, as: "zhangwei")
        await #expect(throws: missing) { try await house.instruct(own.post) }
        await #expect(throws: missing) { try await house.instruct(99) }
        #expect(try await house.instructions() == 0)
    }

    @Test("only leaders instruct, once, and not about what an organ answers")
    func refused() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let own = try await house.open("路灯不亮，请修", as: "zhangwei")
        for name in ["zhangwei", "hotline", "head-cgj", "supervisor"] {
            await #expect(throws: Self.forbidden) { try await house.instruct(own.post, as: name) }
        }
        try await house.visit(as: "officer-cgj") {
            _ = try await $0.press("\(ForumPath.topic(String(own.topic)))/answers", "answer=今天修好。")
        }
        let answer = try await house.database.read { try PostStore.head(of: own.topic, in: $0).last?.post.id }
        await #expect(throws: DomainError.conflict("这是部门的答复，不能批示；请对群众的帖子批示。")) {
            try await house.instruct(try #require(answer))
        }
        try await house.instruct(own.post, order: "ORDER-1")
        await #expect(throws: DomainError.conflict("区领导对这条帖子已经作过批示，督办编号 \("ORDER-1")。")) {
            try await house.instruct(own.post, order: "ORDER-2")
        }
        #expect(try await house.instructions() == 1)
    }

    @Test("a post that is a request by now is instructed about there")
    func takenUp() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let own = try await house.open("路灯不亮，请修", as: "zhangwei")
        _ = try await TakingUp(office: house.office).take(
            own.post, .init(category: "roads", kind: "help", division: "", isOffice: true),
            by: try await house.actor("hotline"), at: noon)
        let number = "REQUEST-\(own.post)"
        await #expect(throws: DomainError.conflict("这条帖子已经转为诉求 \(number)，请在诉求里批示。")) {
            try await house.instruct(own.post)
        }
        let topic = ForumPath.topic(String(own.topic))
        let page = try await house.visit(as: "leader") { try await $0.look(topic).text }
        #expect(page.contains("/instruct/\(number)"))
    }

    @Test(
        "everybody learns that there is one and nobody its words; the author is told, the desk finds the order"
    )
    func known() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let own = try await house.open("路灯不亮，请修", as: "zhangwei")
        let (topic, desk) = (ForumPath.topic(String(own.topic)), ForumPath.post(String(own.post)))
        func page(_ path: String, as name: String? = nil) async throws -> String {
            try await house.visit(as: name) { try await $0.look(path).text }
        }
        #expect(try await page(topic, as: "leader").contains("/instruct/\(own.post)"))
        for name in [nil, "zhangwei", "hotline"] {
            #expect(!(try await page(topic, as: name).contains("/instruct/")))
        }
        try await house.instruct(own.post, order: "ORDER-1")
        for name in [nil, "leader"] {
            let shown = try await page(topic, as: name)
            #expect(shown.contains("区领导作过批示，交有关部门督办") && !shown.contains("/instruct/"))
            #expect(!shown.contains("ORDER-1"))
        }
        #expect(try await page("\(ForumPath.api)/\(own.topic)").contains("\"instructed\":true"))
        #expect(try await house.told("zhangwei").contains { $0.contains("作出批示") })
        let officer = try await page(desk, as: "officer-cgj")
        #expect(officer.contains("ORDER-1") && officer.contains("/orders/ORDER-1") && officer.contains("办理中"))
        let hotline = try await page(desk, as: "hotline")
        #expect(hotline.contains("ORDER-1") && !hotline.contains("/orders/ORDER-1"))
    }

    @Test("who follows the order finds the post where they may read it, and nothing once it is hidden")
    func found() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let own = try await house.open("路灯不亮，请修", as: "zhangwei")
        let reply = try await house.reply("我家门口也不亮", to: own.topic, as: "zhangwei")
        #expect(
            try await house.page(of: own.post, for: "leader") == "/forum/topics/\(own.topic)#post-\(own.post)"
        )
        #expect(try await house.page(of: own.post, for: "officer-cgj") == ForumPath.post(String(own.post)))
        let address = try #require(try await house.page(of: reply.post, for: "leader"))
        let (path, place) = (address.prefix { $0 != "#" }, "post-\(reply.post)")
        let text = try await house.visit(as: "leader") { try await $0.look(String(path)).text }
        #expect(address.hasSuffix("#\(place)") && text.contains("id=\"\(place)\""))
        try await Moderating(office: house.office).hide(
            reply.post, because: "rumour", by: try await house.actor("hotline"), at: noon)
        #expect(try await house.page(of: reply.post, for: "leader") == nil)
        #expect(try await house.page(of: reply.post, for: "hotline") == ForumPath.post(String(reply.post)))
        #expect(try await house.page(of: 99, for: "hotline") == nil)
    }
}
