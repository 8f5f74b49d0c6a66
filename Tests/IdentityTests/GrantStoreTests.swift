import Journal
import Refusals
import Storage
import Testing
import Web
import WorkingTime

@testable import Identity

@Suite("Versions of the grants, kept and remembered")
struct GrantStoreTests {
    private static let powers: [Power] = [.fileAtCounter, .readCases]

    private struct Place {
        let house: TestInstallation
        let changes: GrantChanges
        let sysadmin: Actor
        let secadmin: Actor
        var now: Instant { house.clock.now }

        init() async throws {
            house = try await TestInstallation()
            changes = house.identity.grantChanges
            sysadmin = try await Self.actor("sysadmin", house)
            secadmin = try await Self.actor("secadmin", house)
        }

        private static func actor(_ name: String, _ house: TestInstallation) async throws -> Actor {
            try await account(name, house, after: 0).actor(channel: "page", address: "192.0.2.1")
        }

        private static func account(_ name: String, _ house: TestInstallation, after days: Int) async throws
            -> Account
        {
            let day = house.clock.now.day.adding(days: days)
            return try #require(
                try await house.database.read { try Accounts.account(named: name, on: day, in: $0) })
        }

        func may(_ name: String, _ power: Power, after days: Int = 0) async throws -> Bool {
            try await Self.account(name, house, after: days).may(power)
        }

        func ask(_ terms: GrantTerms?, _ role: Role = .officer, after days: Int = 0) async throws {
            try await changes.ask(
                .fileAtCounter, terms, for: role, from: now.day.adding(days: days), reason: "三定方案",
                by: sysadmin, at: now)
        }

        func approve(by actor: Actor? = nil) async throws {
            let open = try #require(try await changes.open(after: nil).items.first)
            try await changes.approve(
                open.id, among: powers, remark: "", by: actor ?? secadmin, at: now)
        }
    }

    @Test("what is asked for twice, by the wrong person or about nothing is refused, and nothing changes")
    func refused() async throws {
        let place = try await Place()
        await #expect(throws: DomainError.forbidden("权限变动由系统管理员提出。")) {
            try await place.changes.ask(
                .fileAtCounter, GrantTerms(.own), for: .officer, from: place.now.day, reason: "三定方案",
                by: place.secadmin, at: place.now)
        }
        try await place.ask(GrantTerms(.own))
        await #expect(throws: DomainError.conflict("这项权限的变动已经提出，正在等待审定。")) {
            try await place.ask(GrantTerms(.own))
        }
        await #expect(throws: DomainError.forbidden("权限变动由安全管理员审定。")) {
            try await place.approve(by: place.sysadmin)
        }
        await #expect(throws: DomainError.notFound("没有这项权限变动，可能链接不完整。")) {
            try await place.changes.approve(
                1, among: Self.powers, remark: "", by: place.secadmin, at: place.now)
        }
        #expect(try await !place.may("officer-scjg", .fileAtCounter))
    }

    @Test("the database itself refuses that one person asks and decides")
    func databaseRefuses() async throws {
        let place = try await Place()
        try await place.ask(GrantTerms(.own))
        await #expect(throws: StorageError.self) {
            try await place.house.database.write { tx in
                try tx.execute(
                    "UPDATE grant_change SET state = 'approved', version = 1, decided_by = asked_by, decider = 'x', decided_at = 1 WHERE state = 'open'"
                )
            }
        }
    }

    @Test("an approved change counts from its day on, for every post of the role, and stands in the journal")
    func approved() async throws {
        let place = try await Place()
        try await place.ask(GrantTerms(.own), after: 3)
        try await place.approve()
        #expect(try await !place.may("officer-scjg", .fileAtCounter, after: 2))
        #expect(try await place.may("officer-scjg", .fileAtCounter, after: 3))
        #expect(try await place.may("officer-wsjk", .fileAtCounter, after: 3))
        #expect(place.changes.grants(on: place.now.day)[.officer, "counter.file"] == nil)
        let then = place.changes.grants(on: place.now.day.adding(days: 3))
        #expect(then[.officer, "counter.file"]?.version == 1)
        let told = try await place.house.database.read {
            try Journal.entries(subject: "grant/officer", onlyPublic: false, limit: 10, in: $0)
        }
        #expect(told.map(\.entry.action) == ["grant.asked", "grant.approved"])
    }

    @Test("a power that is taken and given again leaves every version in its place")
    func versions() async throws {
        let place = try await Place()
        try await place.ask(nil, .clerk)
        try await place.approve()
        #expect(try await !place.may("clerk", .fileAtCounter))
        try await place.ask(GrantTerms(.own), .clerk)
        try await place.approve()
        #expect(try await place.may("clerk", .fileAtCounter))
        let history = try await place.changes.history(before: nil).items
        #expect(history.map(\.version) == [2, 1] && history.map(\.before) == [nil, GrantTerms(.own)])
    }

    @Test("a session carries what its node remembers, and another node hears of a change")
    func nodes() async throws {
        let place = try await Place()
        let other = GrantBook()
        try await place.ask(GrantTerms(.own))
        try await place.approve()
        #expect(other.grants(on: place.now.day)[.officer, "counter.file"] == nil)
        try await other.reload(from: place.house.database)
        #expect(other.grants(on: place.now.day)[.officer, "counter.file"]?.version == 1)
    }
}
