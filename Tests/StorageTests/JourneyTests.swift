import Storage
import TestSupport
import Testing

/// Statements that go to the database together, or are not waited for, and what becomes of those that fail.
@Suite("Statements on one journey")
struct JourneyTests {
    @Test("that was not waited for is done when the transaction is, in its order")
    func sent() async throws {
        let database = try await databaseOfLicences()
        try await database.write { tx in
            try tx.send("INSERT INTO person (id, name) VALUES (1, '陈静')")
            try tx.send("UPDATE person SET name = '李敏' WHERE id = 1")
            #expect(try tx.people() == ["李敏"])
            try tx.send("UPDATE person SET name = '周婷' WHERE id = 1")
        }
        #expect(try await database.read { try $0.people() } == ["周婷"])
    }

    @Test("that fails unseen takes the whole change with it")
    func failure() async throws {
        let database = try await databaseOfLicences()
        try await database.write { try $0.add(person: 1, "陈静") }
        await #expect(throws: StorageError.unique("person.name")) {
            try await database.write { tx in
                try tx.add(person: 2, "李敏")
                try tx.send("INSERT INTO person (id, name) VALUES (3, '陈静')")
                try tx.send("INSERT INTO person (id, name) VALUES (4, '周婷')")
            }
        }
        #expect(try await database.read { try $0.people() } == ["陈静"])
        // Statements that were never prepared because of it are prepared now.
        try await database.write { try $0.send("INSERT INTO person (id, name) VALUES (4, '周婷')") }
        #expect(try await database.read { try $0.people() } == ["陈静", "周婷"])
    }

    @Test("that is a query among several is answered in its place")
    func queries() async throws {
        let database = try await databaseOfLicences()
        try await database.write { try $0.add(person: 1, "陈静") }
        let answers = try await database.read { tx in
            try tx.rows(
                of: "SELECT name FROM person WHERE id = \(2)", "SELECT name FROM person WHERE id = \(1)",
                "SELECT count(*) AS n FROM licence")
        }
        #expect(answers.map(\.count) == [0, 1, 1])
        #expect(try answers[1][0].text("name") == "陈静")
    }

    @Test("that is a question among several is read as it says, and what reading throws is thrown")
    func questions() async throws {
        let database = try await databaseOfLicences()
        try await database.write { try $0.add(person: 1, "陈静") }
        let (nobody, somebody, count) = try await database.read { tx in
            try tx.ask(
                Self.name(2), Self.name(1),
                Question("SELECT count(*) AS n FROM person") { try $0.first?.int("n") })
        }
        #expect(nobody == nil && somebody == "陈静" && count == 1)
        await #expect(throws: StorageError.self) {
            try await database.read { tx in
                try tx.ask(Self.name(1), Question("SELECT 1 AS n") { try $0.first?.text("name") })
            }
        }
        let alone = try await database.read { try $0.ask(Self.name(1)) }
        #expect(alone == "陈静")
    }

    private static func name(_ id: Int64) -> Question<String?> {
        Question("SELECT name FROM person WHERE id = \(id)") { try $0.first?.text("name") }
    }

    @Test("that is a mistake leaves the connection as good as it was")
    func mistake() async throws {
        let database = try await databaseOfLicences(connections: 2)
        for _ in 1...3 {
            await #expect(throws: StorageError.self) {
                try await database.read {
                    try $0.rows(of: "SELECT 1 AS n", "SELECT * FROM nowhere", "SELECT 2 AS n")
                }
            }
            #expect(try await database.read { try $0.people() }.isEmpty)
        }
    }

    @Test("with many rows keeps every character, and is refused as one")
    func manyRows() async throws {
        let database = try await databaseOfLicences()
        let notes = ["", "制表\t换行\n回车\r反斜\\N引号'\"", "\\.", "\u{1}末", "😀"]
        try await database.write { tx in
            try tx.add(person: 1, "陈静")
            try tx.insert(
                notes.enumerated().map { [.integer(Int64($0)), .integer(1), .null, .text($1)] },
                columns: ["id", "person_id", "seats", "note"], into: "licence")
        }
        let kept = try await database.read { tx in
            try tx.rows("SELECT note, seats FROM licence ORDER BY id").map {
                #expect(try $0.optionalInt("seats") == nil)
                return try $0.text("note")
            }
        }
        #expect(kept == notes)
        for (last, error) in [
            (SQLValue.integer(0), StorageError.check("seats_positive")), (.text("a\0b"), .nulByte),
        ] {
            await #expect(throws: error) {
                try await database.write { tx in
                    try tx.insert(
                        [[.integer(8), .integer(1), .integer(2)], [.integer(9), .integer(1), last]],
                        columns: ["id", "person_id", "seats"], into: "licence")
                }
            }
        }
        #expect(try await database.read { try $0.count("SELECT count(*) FROM licence") } == notes.count)
    }

    @Test("that is longer than the wire holds at once does not stand still")
    func long() async throws {
        let database = try await databaseOfLicences()
        let note = String(repeating: "长", count: 20_000)
        try await database.write { tx in
            try tx.add(person: 1, "陈静")
            for id in Int64(1)...60 {
                try tx.send("INSERT INTO licence (id, person_id, note) VALUES (\(id), 1, \(note))")
            }
        }
        #expect(try await database.read { try $0.count("SELECT count(*) FROM licence") } == 60)
    }
}
