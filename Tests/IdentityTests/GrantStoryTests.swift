import HTTPTypes
import HummingbirdTesting
import Storage
import Testing
import Web
import WorkingTime

@testable import Identity

@Suite("A grant opens the door with the next request")
struct GrantStoryTests {
    @Test("an officer at the counter is turned away, let in and turned away again, in one session")
    func opened() async throws {
        let place = try await TestInstallation(isDemo: true)
        try await place.browse { client async throws in
            let browser = TestBrowser(client)
            _ = try await browser.signIn("officer-scjg")
            #expect(try await browser.get("/counter").status == .forbidden)
            try await place.change(.fileAtCounter, GrantTerms(.own), for: .officer)
            #expect(try await browser.get("/counter").status == .ok)
            try await place.change(.fileAtCounter, nil, for: .officer)
            let refused = try await browser.get("/counter")
            #expect(refused.status == .forbidden)
            #expect(refused.text.contains("这项工作由综合窗口人员办理，您的账号没有这个岗位。"))
        }
    }
}

extension TestInstallation {
    /// Has a power of a role changed by the two administrators.
    func change(_ power: Power, _ terms: GrantTerms?, for role: Role) async throws {
        let (changes, now) = (identity.grantChanges, clock.now)
        let accounts = try await database.read { tx in
            try ["sysadmin", "secadmin"].compactMap { try Accounts.account(named: $0, on: now.day, in: tx) }
        }
        let actors = accounts.map { $0.actor(channel: "page", address: "192.0.2.1") }
        try await changes.ask(
            power, terms, for: role, from: now.day, reason: "三定方案", by: actors[0], at: now)
        let open = try #require(try await changes.open(after: nil).items.first)
        try await changes.approve(open.id, among: [power], remark: "", by: actors[1], at: now)
    }
}
