import App
import Foundation
import Identity
import Journal
import Modules
import TestSupport
import Testing
import WorkingTime

@testable import Cases
@testable import Storage

/// What has landed runs somewhere: it never changes, and whoever comes from there arrives.
@Suite("Migrations that have landed")
struct LandedMigrationTests {
    /// `module/0001_name` and its digest on SQLite and on PostgreSQL. A new migration adds a line; a line is
    /// never edited.
    private static let landed = Checkout.root.appending(path: "Tests/ArchitectureTests/landed-migrations.txt")

    @Test("are unchanged, and each new one is written down")
    func unchanged() async throws {
        let migrations = try await Installation.temporary().modules.migrations
        let lines = migrations.map {
            "\($0.label) \($0.digest(for: .sqlite)) \($0.digest(for: .postgresql))"
        }.sorted()
        let known = try Checkout.text(of: Self.landed).split(separator: "\n").map(String.init)
        #expect(known.filter { !lines.contains($0) } == [], "changed or removed after landing")
        #expect(lines.filter { !known.contains($0) } == [], "add these lines to landed-migrations.txt")
    }

    @Test("bring the data of every landed version along", arguments: try fixtures())
    func oldData(fixture: URL) async throws {
        let database = try Database.inMemory()
        let script = try Checkout.text(of: fixture)
        try await database.write { try $0.run(script: script) }
        let installation = try await Installation.temporary(database: database)
        try await installation.cases.writePendingWords()
        let officer = Viewer.officer(id: 1, organs: ["scjg"], roles: [.officer])
        let all = try await installation.cases.list(.init(), for: .system, after: nil).items
        let seen = try await installation.cases.list(.init(), for: officer, after: nil).items
        #expect(all.count == 4)
        #expect(seen.map(\.number) == all.filter { $0.organ == "scjg" }.map(\.number) && !seen.isEmpty)
        var words = CaseFilter()
        words.text = "个体工商户"
        #expect(try await installation.cases.list(words, for: officer, after: nil).items.count == 1)
        for line in all {
            let view = try await installation.cases.view(line.number, for: .system)
            #expect(!view.history.isEmpty && view.history.allSatisfy(Journal.verify))
        }
    }

    private static func fixtures() throws -> [URL] {
        Checkout.files("sql", in: Checkout.root.appending(path: "Tests/ArchitectureTests/Fixtures"))
    }

    @Test("end in the same tables on both engines", .enabled(if: TestDatabase.postgresURL != nil))
    func sameSchema() async throws {
        let migrations = try await Installation.temporary().modules.migrations
        let (here, there) = (try Database.inMemory(), try await TestDatabase.plain())
        for database in [here, there] { try await database.migrate(migrations) }
        let sqlite = try await here.read { try SchemaLines.sqlite(in: $0) }
        let postgres = try await there.read { try SchemaLines.postgres(in: $0) }
        #expect(Set(sqlite).subtracting(postgres) == [])
        #expect(Set(postgres).subtracting(sqlite) == [])
    }
}
