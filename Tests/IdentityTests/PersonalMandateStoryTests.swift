import Journal
import Refusals
import Storage
import Synchronization
import Testing
import WorkingTime

@testable import Identity

@Suite("张伟代梁秀英办事")
struct PersonalMandateStoryTests {
    private static let liang = "441299194110030029"
    private let place: TestInstallation
    private let mandates: PersonalMandates

    init() async throws {
        place = try await TestInstallation()
        mandates = place.identity.mandates.personal
    }

    private func account(_ name: String, after days: Int = 0) async throws -> Account {
        let day = place.clock.now.day.adding(days: days)
        return try #require(
            try await place.database.read { try Accounts.account(named: name, on: day, in: $0) })
    }

    private func actor(_ name: String) async throws -> Actor {
        try await account(name).actor(channel: "page", address: "192.0.2.1")
    }

    private func ask(
        _ name: String = "梁秀英", _ identity: String = liang, _ scope: Mandate.Scope = .everything
    ) async throws -> Int64 {
        let today = place.clock.now.day
        let agent = try await account("zhangwei")
        try await mandates.ask(
            for: name, identity: identity, .relative, scope,
            PostTerm(from: today, until: today.adding(days: 30)), by: agent, actor("zhangwei"),
            at: place.clock.now)
        return try #require(try await mandates.received(by: agent, after: nil).items.first).id
    }

    @Test(
        "a name that is not the number's gets the answer of a number nobody has; asking twice is a conflict")
    func refused() async throws {
        for (name, identity) in [("李伟", Self.liang), ("梁秀英", "441299199001010013")] {
            await #expect(throws: DomainError.invalid("identity", "没有姓名和身份证号码都相符的人，请核对。")) {
                _ = try await ask(name, identity)
            }
        }
        _ = try await ask()
        await #expect(throws: DomainError.self) { _ = try await ask() }
        #expect(try await account("zhangwei").principals.isEmpty)
    }

    @Test("whoever fills in nothing is told of everything at once, at home and at the counter")
    func allAtOnce() async throws {
        let agent = try await account("zhangwei")
        await #expect {
            try await mandates.ask(
                for: "", identity: "1", nil, .services([]), .unlimited, by: agent, actor("zhangwei"),
                at: place.clock.now)
        } throws: { Self.fields($0) == ["name", "identity", "relation", "services", "from", "until"] }
        let entry = PersonalMandates.CounterEntry(
            principal: ("", ""), agent: ("", ""), relation: nil, basis: nil,
            term: try PostTerm(from: CivilDate(iso: "2027-01-02"), until: CivilDate(iso: "2027-01-01")),
            evidence: "")
        let clerk = try await account("clerk")
        await #expect {
            try await mandates.record(entry, by: clerk, actor("clerk"), at: place.clock.now)
        } throws: {
            Self.fields($0) == [
                "basis", "name", "identity", "agent_name", "agent_identity", "relation", "until", "evidence",
            ]
        }
    }

    private static func fields(_ error: any Error) -> [String]? {
        guard case DomainError.invalid(let errors) = error else { return nil }
        return errors.map(\.field)
    }

    @Test(
        "the demo has a guardian and one who acts for an old man without an account; what was ended stays ended"
    )
    func demo() async throws {
        let now = place.clock.now
        try await PersonalMandates.seedDemo(into: place.database, at: now)
        let (father, son) = try await (account("luojiaming"), account("zhengguodong"))
        #expect(father.principals.map(\.isGuardian) == [true] && son.principals.map(\.isGuardian) == [false])
        let mandate = try #require(try await mandates.received(by: son, after: nil).items.first)
        try await mandates.end(mandate.id, by: son, actor("zhengguodong"), at: now)
        try await PersonalMandates.seedDemo(into: place.database, at: now)
        #expect(try await account("zhengguodong").principals.isEmpty)
        #expect(try await account("luojiaming").principals.count == 1)
    }

    @Test("she agrees with her account; he acts for her until she takes it back, and both are told")
    func agreed() async throws {
        let id = try await ask()
        let liang = try await account("liangxiuying")
        try await mandates.agree(id, by: liang, actor("liangxiuying"), at: place.clock.now)
        let zhang = try await account("zhangwei")
        let person = try #require(liang.personID)
        #expect(zhang.principals == [RepresentedPerson(personID: person, services: nil)])
        #expect(zhang.actor(channel: "page", address: "").represents == [person])
        #expect(
            zhang.viewer
                == .account(id: zhang.id, person: zhang.personID, entities: zhang.entities, wards: [person]))
        #expect(try await account("zhangwei", after: 31).principals.isEmpty)
        let agents = try await place.database.read {
            try PersonalMandates.agents(ofPerson: person, on: place.clock.now.day, in: $0)
        }
        #expect(agents == [zhang.id])
        await #expect(throws: PersonalMandate.unknown) {
            try await mandates.end(
                id, by: account("zhouting"), actor("zhouting"), at: place.clock.now)
        }
        try await mandates.end(id, by: liang, actor("liangxiuying"), at: place.clock.now)
        #expect(try await account("zhangwei").principals.isEmpty)
        #expect(place.told.all.contains { $0.contains("梁秀英不再让张伟代为办事") })
        #expect(
            try await place.actions().suffix(3)
                == ["relative_mandate.asked", "relative_mandate.agreed", "relative_mandate.ended"])
    }

    @Test("the code goes to her telephone alone, and whoever knows it has her consent")
    func byCode() async throws {
        let id = try await ask("梁秀英", Self.liang, .services(["old-age-allowance"]))
        let zhang = try await account("zhangwei")
        let (text, number) = (SentWords(), SentWords())
        try await mandates.sendCode(id, by: zhang, actor("zhangwei"), at: place.clock.now) { to, words, _ in
            text.keep(words)
            number.keep(to)
        }
        let code = try #require(text.last?.firstMatch(of: /\d{6}/)?.output)
        #expect(number.last?.isEmpty == false)
        #expect(try await !place.journalText().contains(String(code)))
        #expect(
            try await mandates.agree(
                id, code: String(code), by: zhang, actor("zhangwei"), at: place.clock.now))
        let principal = try #require(try await account("zhangwei").principals.first)
        #expect(principal.covers("old-age-allowance") && !principal.covers("residence-permit"))
        #expect(!principal.isProven && !principal.isGuardian)
    }

    @Test("a clerk records guardianship on papers that lie sealed, and ends it with a reason")
    func guardianship() async throws {
        let today = place.clock.now.day
        let child = "441299202306011046"
        let entry = PersonalMandates.CounterEntry(
            principal: ("罗子涵", child), agent: ("张伟", "441299199003071231"), relation: .relative,
            basis: .minor,
            term: try PostTerm(from: today, until: today.adding(days: 300)), evidence: "出生医学证明 D440012345")
        let clerk = try await account("clerk")
        try await mandates.record(entry, by: clerk, actor("clerk"), at: place.clock.now)
        let principal = try #require(try await account("zhangwei").principals.first)
        #expect(principal.isGuardian && principal.isProven)
        let rows = try await place.database.read {
            "\(try $0.rows("SELECT * FROM personal_mandate /* all */"))"
        }
        #expect(!rows.contains("D440012345"))
        let given = try await mandates.given(byPerson: principal.personID)
        #expect(given.first?.evidence == "出生医学证明 D440012345")
        try await mandates.end(
            try #require(given.first).id, because: "人民法院变更监护人", by: clerk, actor("clerk"),
            at: place.clock.now)
        #expect(try await account("zhangwei").principals.isEmpty)
    }
}

/// Words on their way to a telephone.
private final class SentWords: Sendable {
    private let kept = Mutex<[String]>([])
    var last: String? { kept.withLock { $0.last } }
    func keep(_ words: String) { kept.withLock { $0.append(words) } }
}
