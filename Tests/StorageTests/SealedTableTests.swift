import Cryptography
import Storage
import TestSupport
import Testing

@Suite("Personal columns")
struct SealedTableTests {
    private static let agents = SealedTable(
        "agent", columns: ["phone", "card"], searching: "card", by: "card_index", form: .code)
    private static let table = Migration(
        module: "agents", number: 1, name: "agent",
        sql: """
            CREATE TABLE agent (id BIGINT PRIMARY KEY, phone TEXT NOT NULL, card TEXT NOT NULL, card_index TEXT);
            CREATE UNIQUE INDEX agent_by_card ON agent (card_index);
            """)

    private func database(of count: Int64) async throws -> Database {
        let database = try await TestDatabase.make()
        try await database.migrate([Self.table])
        try await database.write { tx in
            for id in 1...count {
                try tx.execute(
                    "INSERT INTO agent (id, phone, card) VALUES (\(id), \("1380000000\(id)"), \("card\(id)"))"
                )
            }
        }
        return database
    }

    private func reseal(_ suite: CipherSuite?, in database: Database, limit: Int = 2) async throws -> [Int] {
        let target = try TestDatabase.sealer(suite).target
        return try await database.write { tx in
            var (seen, last): ([Int], Int64?) = ([], 0)
            while let id = last {
                let part = try Self.agents.reseal(to: target, after: id, limit: limit, in: tx)
                seen.append(part.seen)
                last = part.lastID
            }
            return seen
        }
    }

    @Test("what is put together before its transaction is sealed like everything else")
    func prepared() async throws {
        let database = try await database(of: 1)
        let (write, _) = try database.prepare { tx in
            let phone = try Self.agents.seal("13900000000", "phone", row: 1, in: tx)
            try tx.send("UPDATE agent SET phone = \(phone) WHERE id = 1")
        }
        #expect(try await database.write(write))
        #expect(try await raw(database)[0] != "13900000000")
        #expect(try await opened(database)[0] == "13900000000")
    }

    private func raw(_ database: Database) async throws -> [String] {
        try await database.read { tx in
            try tx.rows("SELECT * FROM agent ORDER BY id LIMIT 10").flatMap {
                [try $0.text("phone"), try $0.text("card"), try $0.optionalText("card_index") ?? "-"]
            }
        }
    }

    private func opened(_ database: Database) async throws -> [String] {
        try await database.read { tx in
            try tx.rows("SELECT * FROM agent ORDER BY id LIMIT 10").flatMap { row in
                try ["phone", "card"].map { try Self.agents.open($0, of: row, in: tx) }
            }
        }
    }

    private func found(_ card: String, in database: Database) async throws -> Int64? {
        try await database.read { tx in
            let condition = try Self.agents.condition(finding: card, in: tx)
            return try tx.row("SELECT id FROM agent WHERE \(condition)")?.id("id")
        }
    }

    @Test("a row in which somebody has put another row's value does not open, and is not sealed anew either")
    func exchanged() async throws {
        let database = try await database(of: 2)
        _ = try await reseal(.sm, in: database)
        _ = try await database.write {
            try $0.execute("UPDATE agent SET phone = (SELECT phone FROM agent WHERE id = 1) WHERE id = 2")
        }
        await #expect(throws: CryptographyError.notAuthentic) { try await opened(database) }
        let target = try TestDatabase.sealer(.international).target
        let part = try await database.write {
            try Self.agents.reseal(to: target, after: 0, limit: 10, in: $0)
        }
        #expect(part.unopened == [2])
    }

    @Test(
        "plain rows are sealed, changed to another suite, and brought back, and are read alike at every time")
    func changes() async throws {
        let database = try await database(of: 3)
        let plain = try await opened(database)
        #expect(try await raw(database).allSatisfy { !$0.hasPrefix("mb1:") })
        for suite in [CipherSuite.sm, .international, .sm] {
            #expect(try await reseal(suite, in: database) == [2, 1])
            #expect(try await opened(database) == plain)
            let raw = try await raw(database)
            #expect(raw.allSatisfy { $0.contains("\(suite.rawValue):1:") && !plain.contains($0) }, "\(raw)")
            #expect(try await found("card2", in: database) == 2)
            #expect(try await found("card9", in: database) == nil)
        }
        _ = try await reseal(nil, in: database)
        #expect(try await raw(database).filter { $0 != "-" } == plain)
    }

    @Test("what is written as it should be stays as it is")
    func unchanged() async throws {
        let database = try await database(of: 3)
        _ = try await reseal(.sm, in: database, limit: 10)
        let before = try await raw(database)
        #expect(try await reseal(.sm, in: database, limit: 3) == [3, 0])
        #expect(try await raw(database) == before)
    }

    @Test("a table is empty or is not")
    func empty() async throws {
        let database = try await database(of: 1)
        #expect(try await database.read { try Self.agents.hasRows(in: $0) })
        _ = try await database.write { try $0.execute("DELETE FROM agent WHERE id = 1") }
        #expect(try await database.read { try Self.agents.hasRows(in: $0) } == false)
    }
}
