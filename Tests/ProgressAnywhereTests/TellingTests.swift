import Cases
import Codes
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Testing
import WorkingTime

@testable import ProgressAnywhere

@Suite("期限变了、办出结果了，关注的人和代办的人都会收到消息")
struct TellingTests {
    private func told(_ login: String, in house: House) async throws -> [String] {
        let account = try await house.account(login)
        return try await house.database.read {
            try Inbox(of: account.id).messages(in: $0).items.map(\.sentence.chinese)
        }
    }

    /// 张伟 may act for 陈静 in everything.
    private func mandate(in house: House) async throws {
        let mandates = PersonalMandates(database: house.database) { _, _, _, _ in }
        let (agent, owner) = try await (house.account("zhangwei"), house.account("chenjing"))
        try await mandates.ask(
            for: "陈静", identity: "441299198511152041", .relative, .everything,
            PostTerm(from: noon.day, until: noon.day.adding(days: 30)), by: agent, house.actor("zhangwei"),
            at: noon)
        let id = try #require(try await mandates.received(by: agent, after: nil).items.first).id
        try await mandates.agree(id, by: owner, house.actor("chenjing"), at: noon)
    }

    private func withdraw(_ number: String, by login: String, in house: House) async throws {
        let account = try await house.account(login)
        let actor = account.actor(channel: "page", address: "192.0.2.1")
        try await house.cases.change(number, by: actor, as: account.viewer) {
            try $0.withdraw(reason: "不办了", on: $1)
        }
    }

    @Test("关注的人知道结果；别的办件、单位的办件不会告诉他")
    func follower() async throws {
        let house = try await House()
        let followed = try await house.file(by: "chenjing").number.text
        let other = try await house.file(by: "chenjing").number.text
        let business = try await house.file(by: "chenjing", for: "91441202MA4W12346L").number.text
        _ = try await house.follow("scope=matter&number=\(followed)")
        try await withdraw(other, by: "chenjing", in: house)
        try await withdraw(business, by: "chenjing", in: house)
        #expect(try await !told("zhangwei", in: house).contains { $0.contains("已有结果") })
        try await withdraw(followed, by: "chenjing", in: house)
        #expect(
            try await told("zhangwei", in: house).filter { $0.contains("已有结果") }
                == ["您关注的陈静的「食品经营许可」已有结果：申请已撤回。"])
    }

    @Test("代办的人能替她撤回，写明是谁代谁；只收到一份消息；授权结束以后看不到")
    func agent() async throws {
        let house = try await House()
        let number = try await house.file(by: "chenjing").number.text
        _ = try await house.follow()
        let before = try await house.account("zhangwei")
        await #expect(throws: (any Error).self) { try await house.cases.view(number, for: before.viewer) }
        try await mandate(in: house)
        try await withdraw(number, by: "zhangwei", in: house)
        let messages = try await told("zhangwei", in: house)
        #expect(messages.filter { $0.contains("您代陈静办理的「食品经营许可」有新消息") }.count == 1)
        #expect(!messages.contains { $0.contains("已有结果") })
        let names = try await house.database.read {
            try $0.rows("SELECT actor_name FROM journal_entry WHERE action = 'case.withdrawn' /* all */").map
            {
                try $0.text("actor_name")
            }
        }
        #expect(names == ["张伟（代陈静）"])
    }

    @Test("没有授权的人替别人撤回，是 404")
    func stranger() async throws {
        let house = try await House()
        let number = try await house.file(by: "chenjing").number.text
        await #expect(throws: (any Error).self) { try await withdraw(number, by: "liuyuxin", in: house) }
        #expect(try await house.cases.view(number, for: .system).subject.phase == .submitted)
    }
}
