import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Identity

@Suite("陈静授权张伟代表星湖餐饮办事")
struct MandateStoryTests {
    private static let xinghu = "91441202MA4W12346L"
    private static let zhangWei = "441299199003071231"

    private let place: TestInstallation
    private let mandates: Mandates

    init() async throws {
        place = try await TestInstallation()
        mandates = place.identity.mandates
    }

    private func account(_ name: String, after days: Int = 0) async throws -> Account {
        let day = place.clock.now.day.adding(days: days)
        return try #require(
            try await place.database.read { try Accounts.account(named: name, on: day, in: $0) })
    }

    private func grant(
        _ scope: Mandate.Scope = .services(["food-business-licence"]), to name: String = "张伟",
        _ identity: String = zhangWei, by grantor: String = "chenjing"
    ) async throws {
        let account = try await account(grantor)
        let today = place.clock.now.day
        try await mandates.grant(
            for: Self.xinghu, to: name, identity: identity, scope,
            PostTerm(from: today, until: today.adding(days: 30)), by: account,
            account.actor(channel: "page", address: "192.0.2.1"), at: place.clock.now)
    }

    private func end(by name: String) async throws {
        let account = try await account(name)
        let agent = try await self.account("zhangwei")
        let mandate = try #require(try await mandates.received(by: agent, after: nil).items.first)
        try await mandates.end(
            mandate.id, by: account, account.actor(channel: "page", address: "192.0.2.1"),
            at: place.clock.now)
    }

    @Test(
        "one answer for a name that is not the number's, a number nobody has, and a person without an account",
        arguments: [("李伟", zhangWei), ("张伟", "441299199001010013")])
    func oneAnswer(_ name: String, _ identity: String) async throws {
        await #expect(
            throws: DomainError.invalid("identity", "没有姓名和身份证号码都相符、已经注册的个人账号。请核对，或请对方先注册。")
        ) { try await grant(to: name, identity) }
    }

    @Test("nobody authorises in the name of an enterprise that is not theirs")
    func notTheirs() async throws {
        await #expect(throws: DomainError.forbidden("只有法定代表人（经营者）本人可以授权他人代表该单位办事。")) {
            try await grant(by: "zhouting")
        }
    }

    @Test("for one service he may apply in this one, sees nothing else of the enterprise, and both are told")
    func limited() async throws {
        try await grant()
        let zhangWei = try await account("zhangwei")
        #expect(zhangWei.entities(for: "food-business-licence") == [Self.xinghu])
        #expect(zhangWei.entities(for: "anything-else").isEmpty)
        #expect(
            zhangWei.viewer
                == .account(
                    id: zhangWei.id, person: zhangWei.personID, entities: [], agencies: [Self.xinghu]))
        #expect(try await account("zhangwei", after: 31).mandates.isEmpty)
        #expect(place.told.all.contains { $0.contains("陈静授权张伟代表") })
        await #expect(throws: DomainError.self) { try await grant(.everything) }
    }

    @Test(
        "for everything he sees what the enterprise sees, until she takes it back or he gives it up",
        arguments: ["chenjing", "zhangwei"])
    func ended(by name: String) async throws {
        try await grant(.everything)
        #expect(try await account("zhangwei").entities == [Self.xinghu])
        await #expect(throws: DomainError.self) { try await end(by: "zhouting") }
        try await end(by: name)
        #expect(try await account("zhangwei").entities.isEmpty)
        #expect(try await place.actions().suffix(2) == ["mandate.granted", "mandate.ended"])
        try await grant(.everything)
        #expect(try await mandates.received(by: account("zhangwei"), after: nil).items.count == 2)
    }

    @Test("the legal representative acts for the enterprise without being entered anywhere")
    func representative() async throws {
        try await place.database.write { _ = try $0.execute("DELETE FROM agency /* all */") }
        #expect(try await account("chenjing").entities == [Self.xinghu])
    }
}
