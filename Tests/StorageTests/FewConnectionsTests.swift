import Foundation
import TestSupport
import Testing

@testable import Storage

/// A server that has fewer connections than we would like: as a role that may have no more than a few.
@Suite("PostgreSQL without a connection left", .enabled(if: TestDatabase.postgresURL != nil))
struct FewConnectionsTests {
    @Test("lets nobody in: said at once, in the server's words, with when to come back")
    func start() async throws {
        try await withRole(limit: 1) { url, _ in
            let first = try await Database.postgres(url, connections: 2)
            let error = await #expect(throws: DatabaseUnavailable.self) {
                try await Database.postgres(url, connections: 2)
            }
            #expect(error?.cause.isOutOfConnections == true)
            #expect(error?.retryAfterSeconds == 10)
            try first.close()
        }
    }

    @Test("refuses what has no connection at all, and serves it as soon as there is one")
    func running() async throws {
        try await withRole(limit: 1) { url, admin in
            // The one connection is that of the changes: reads get none.
            let database = try await Database.postgres(url, connections: 2)
            await #expect(throws: DatabaseUnavailable.self) {
                try await database.read { try $0.count("SELECT 1") }
            }
            #expect(try await database.write { try $0.count("SELECT 1") } == 1)
            try await admin(5)
            let isBack = try await eventually { try await database.read { try $0.count("SELECT 1") } == 1 }
            #expect(isBack)
            try database.close()
        }
    }

    @Test("refuses nobody while some have one: the others leave the work to them")
    func fewer() async throws {
        try await withRole(limit: 2) { url, _ in
            let database = try await Database.postgres(url, connections: 16)
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 1...200 {
                    group.addTask { try await database.write { try $0.count("SELECT \(number)::bigint") } }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 20_100)
            try database.close()
        }
    }

    /// Whether something becomes true within ten minutes, however busy the machine is.
    private func eventually(_ isTrue: () async throws -> Bool) async throws -> Bool {
        let deadline = ContinuousClock.now + .seconds(600)
        while ContinuousClock.now < deadline {
            if (try? await isTrue()) == true { return true }
            try await Task.sleep(for: .milliseconds(50))
        }
        return false
    }

    /// Runs a body with the address of a role of its own, and with what sets its limit anew.
    private func withRole(
        limit: Int, _ body: (String, (Int) async throws -> Void) async throws -> Void
    ) async throws {
        let url = try #require(TestDatabase.postgresURL)
        let role = "few_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
        var address = try #require(URLComponents(string: url))
        address.user = role
        let admin = try await Database.postgres(url, connections: 2)
        let run = { (script: String) in try await admin.write { try $0.run(script: script) } }
        try await run("CREATE ROLE \(role) LOGIN CONNECTION LIMIT \(limit)")
        try await body(try #require(address.string)) {
            try await run("ALTER ROLE \(role) CONNECTION LIMIT \($0)")
        }
        try await run("DROP ROLE \(role)")
        try admin.close()
    }
}
