import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Forum
@testable import Identity

@Suite("Who may not write for a time")
struct BlockingTests {
    @Test("a blocked member does not write, and what they wrote is in no list and no count")
    func blocked() async throws {
        let house = try await ForumHouse()
        for name in ["zhangwei", "zhouting"] { try await house.trust(name) }
        let own = try await house.open("路灯不亮，请修", as: "zhangwei")
        let other = try await house.open("井盖丢了，危险", title: "井盖丢了怎么办", as: "zhouting")
        let reply = try await house.reply("我也看见了", to: other.topic, as: "zhangwei")
        let blocking = Blocking(office: house.office)
        let hotline = try await house.actor("hotline")
        await #expect(throws: DomainError.invalid("block_reason", "请选择理由，会告诉作者。")) {
            try await blocking.block(reply.post, for: 7, because: "随便", by: hotline, at: noon)
        }
        try await blocking.block(reply.post, for: 7, because: "insult", by: hotline, at: noon)
        let lines = try await house.topics()
        #expect(lines.map(\.topic.id) == [other.topic] && lines.first?.replies == 0)
        await #expect(throws: DomainError.self) {
            try await house.reply("还要说", to: other.topic, as: "zhangwei")
        }
        let status = try await house.visit { try await $0.look(ForumPath.topic(String(own.topic))).status }
        #expect(status == .notFound)
        #expect(try await house.topics(at: noon.adding(seconds: 8 * 86_400)).count == 2)
    }

    @Test("what ends a block that is over, or lifts one, does not end the one that began since")
    func again() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let own = try await house.open("路灯不亮，请修", as: "zhangwei")
        let (blocking, hotline) = (Blocking(office: house.office), try await house.actor("hotline"))
        try await blocking.block(own.post, for: 1, because: "insult", by: hotline, at: noon)
        let (account, actor) = (try await house.account("zhangwei"), try await house.actor("zhangwei"))
        try await blocking.appeal("我只说了路灯", as: account, by: actor, at: noon)
        let first = try #require(try await house.database.read { try BlockStore.appealed(in: $0).first })
        let later = noon.adding(seconds: 86_401)
        try await blocking.block(own.post, for: 7, because: "insult", by: hotline, at: later)
        try await blocking.end(at: later)
        try await blocking.decide(
            first.id, lifting: true, because: "成立，解除", by: try await house.actor("reviewer"), at: later)
        #expect(try await house.topics(at: later).isEmpty)
        try await blocking.end(at: later.adding(seconds: 7 * 86_400))
        let person = try #require(account.personID)
        let member = try await house.database.read { try MemberStore.known(person, in: $0) }
        #expect(member.blockedUntil == nil)
    }

    @Test("they are told, appeal once, and another person decides")
    func appealed() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let own = try await house.open("路灯不亮，请修", as: "zhangwei")
        let (blocking, hotline) = (Blocking(office: house.office), try await house.actor("hotline"))
        try await blocking.block(own.post, for: 7, because: "insult", by: hotline, at: noon)
        #expect(try await house.told("zhangwei").last?.contains("禁言") == true)
        let account = try await house.account("zhangwei")
        let actor = try await house.actor("zhangwei")
        try await blocking.appeal("我只说了路灯", as: account, by: actor, at: noon)
        let sealed = try await house.database.read { tx in
            try tx.row("SELECT appeal FROM forum_block LIMIT 1 /* all */")?.text("appeal")
        }
        #expect(sealed != nil)
        let block = try #require(try await house.database.read { try BlockStore.appealed(in: $0).first })
        #expect(block.appeal == "我只说了路灯")
        await #expect(throws: DomainError.forbidden("申诉由作出禁言的人以外的另一人处理。")) {
            try await blocking.decide(block.id, lifting: true, because: "成立，解除", by: hotline, at: noon)
        }
        try await blocking.decide(
            block.id, lifting: true, because: "成立，解除", by: try await house.actor("reviewer"), at: noon)
        #expect(try await house.topics().count == 1)
    }

    @Test("a block ends by itself, and its member is told")
    func over() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let own = try await house.open("路灯不亮，请修", as: "zhangwei")
        let blocking = Blocking(office: house.office)
        try await blocking.block(
            own.post, for: 1, because: "insult", by: try await house.actor("hotline"), at: noon)
        try await blocking.end(at: noon.adding(seconds: 86_399))
        #expect(try await house.told("zhangwei").count == 1)
        try await blocking.end(at: noon.adding(seconds: 86_400))
        try await blocking.end(at: noon.adding(seconds: 90_000))
        #expect(try await house.told("zhangwei").last == "您在论坛的禁言已经结束，可以发言了。")
        #expect(try await house.told("zhangwei").count == 2)
    }

    @Test("a real name is opened with a reason, and the look is written down")
    func identity() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let own = try await house.open("路灯不亮，请修", as: "zhangwei")
        let (blocking, hotline) = (Blocking(office: house.office), try await house.actor("hotline"))
        await #expect(throws: DomainError.invalid("why", "请写明为什么需要查看，4 到 200 字，会记入日志。")) {
            _ = try await blocking.identity(behind: own.post, because: "", by: hotline, at: noon)
        }
        let name = try await blocking.identity(
            behind: own.post, because: "公安机关依法调取", by: hotline, at: noon)
        #expect(name == "张伟")
        let entries = try await house.database.read { tx in
            try tx.count(
                "SELECT count(*) FROM journal_entry WHERE action = 'forum.identity_opened' /* all */")
        }
        #expect(entries == 1)
    }
}
