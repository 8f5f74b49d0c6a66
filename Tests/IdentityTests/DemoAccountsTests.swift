import Government
import Storage
import Testing
import WorkingTime

@testable import Identity

@Suite("演示账号") struct DemoAccountsTests {
    @Test("every account is named once")
    func unique() throws {
        let entries = try DemoAccounts.delivered().entries
        #expect(Set(entries.map(\.account)).count == entries.count)
        #expect(Set(entries.map(\.name)).count == entries.count)
    }

    @Test(
        "the accounts others rely on are there",
        arguments: [
            "zhangwei", "chenjing", "clerk", "officer-scjg", "officer-wsjk", "officer-zjj", "officer-xfjy",
            "head-scjg", "head-wsjk", "head-zjj", "head-xfjy", "leader", "supervisor", "editor", "reviewer",
            "publisher", "hotline", "deputy", "sysadmin", "secadmin", "auditadmin", "clerk-cd", "clerk-cx",
            "clerk-hg", "clerk-mg",
        ])
    func contracts(account: String) throws {
        #expect(try DemoAccounts.delivered().entries.contains { $0.account == account })
    }

    @Test("every organ has an officer and a head of its own")
    func organs() async throws {
        let installation = try await TestInstallation()
        let entries = try DemoAccounts.delivered().entries
        for organ in try await Directory(installation.database).organs() {
            for role in [Role.officer, .head] {
                let entry = entries.first { $0.account == "\(role.rawValue)-\(organ.key)" }
                #expect(entry?.posts == [Post(organ: organ.key, role: role)], "\(organ.name)")
            }
        }
    }

    @Test("making them again makes nobody twice and changes no password")
    func idempotent() async throws {
        let installation = try await TestInstallation()
        let before = try await hashes(installation.database)
        try await Identity.seedDemo(
            into: installation.database, hasher: installation.hasher, at: installation.clock.now)
        #expect(try await hashes(installation.database) == before)
        #expect(!before.isEmpty)
    }

    @Test("an agent acts for 星湖餐饮 from the first day on, and not before")
    func agent() async throws {
        let installation = try await TestInstallation()
        // A legal representative, as 陈静 is, needs nobody's leave.
        try await installation.database.write {
            _ = try $0.execute("UPDATE legal_entity SET representative_id = NULL /* all */")
        }
        let today = installation.clock.now.day
        let opened = try await installation.signIn.open(installation.attempt("chenjing"))
        #expect(opened.account.entities == ["91441202MA4W12346L"])
        #expect(opened.account.personID != nil)
        let yesterday = try await installation.database.read { transaction in
            try AccountStore.account(opened.account.id, on: today.adding(days: -1), in: transaction)
        }
        #expect(yesterday?.entities == [])
    }

    @Test("the three administrators are three people with one role each")
    func administrators() throws {
        let roles: Set<Role> = [.sysadmin, .secadmin, .auditadmin]
        let holders = try DemoAccounts.delivered().entries.filter { entry in
            (entry.posts ?? []).contains { roles.contains($0.role) }
        }
        #expect(holders.count == 3)
        #expect(holders.allSatisfy { $0.posts?.count == 1 })
    }

    private func hashes(_ database: Database) async throws -> [String] {
        try await database.read { transaction in
            try transaction.rows("SELECT password_hash FROM account ORDER BY name /* all */").map { row in
                try row.text("password_hash")
            }
        }
    }
}
