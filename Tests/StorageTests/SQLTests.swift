import Foundation
import Storage
import TestSupport
import Testing
import WorkingTime

@Suite("An SQL literal")
struct SQLTests {
    enum Kind: String { case street, bureau }

    @Test(
        "keeps an attempt at injection a value",
        arguments: ["陈静'); DROP TABLE person; --", "\" OR 1 = 1 --", "? ?1 :a @b $c", "100%_\\", "🀄️‮"])
    func injection(text: String) async throws {
        let database = try await databaseOfLicences()
        try await database.write { try $0.add(person: 1, text) }
        let found = try await database.read { try $0.row("SELECT name FROM person WHERE name = \(text)") }
        #expect(try found?.text("name") == text)
    }

    @Test("refuses a text with a NUL, which both engines would cut without a word")
    func nul() async throws {
        let database = try await databaseOfLicences()
        await #expect(throws: StorageError.nulByte) {
            try await database.write { try $0.add(person: 1, "陈静\0李敏") }
        }
    }

    @Test("binds every kind of value and reads it back")
    func kinds() async throws {
        let database = try await TestDatabase.plain()
        let day = try CivilDate(year: 2026, month: 11, day: 21)
        let none: String? = nil
        let noKind: Kind? = nil
        let row = try await database.read { transaction in
            try transaction.row(
                """
                SELECT \("文") AS text, \(7) AS int, \(Int64.max) AS id, \(true) AS bool, \(1.5) AS double,
                    \(Data([0, 1])) AS data, \(day) AS day, \(day.startOfDay) AS instant, \(Kind.bureau) AS kind,
                    \(none) AS none, \(noKind) AS no_kind
                """)
        }
        let found = try #require(row)
        #expect(try found.text("text") == "文")
        #expect(try found.int("int") == 7)
        #expect(try found.id("id") == .max)
        #expect(try found.bool("bool"))
        #expect(try found.double("double") == 1.5)
        #expect(try found.data("data") == Data([0, 1]))
        #expect(try found.day("day") == day)
        #expect(try found.instant("instant") == day.startOfDay)
        #expect(try found.value("kind", as: Kind.self) == .bureau)
        #expect(try found.optionalText("none") == nil)
        #expect(try found.optionalText("no_kind") == nil)
    }

    @Test("nests fragments and joins them, and the values stay in order")
    func fragments() async throws {
        let database = try await databaseOfLicences()
        try await database.write { transaction in
            for (id, name) in [(1, "陈静"), (2, "李敏"), (3, "黄志强")] {
                try transaction.add(person: Int64(id), name)
            }
        }
        let conditions: [SQL] = ["id > \(1)", "name <> \("黄志强")", "id IN \(list: [1, 2, 3])"]
        let query: SQL = "SELECT name FROM person WHERE \(SQL.joined(conditions, " AND ")) LIMIT \(10)"
        #expect(try await database.read { try $0.rows(query).map { try $0.text("name") } } == ["李敏"])
    }

    @Test("finds nothing in an empty list, and nothing outside it either", arguments: ["IN", "NOT IN"])
    func emptyList(word: String) async throws {
        let database = try await databaseOfLicences()
        try await database.write { try $0.add(person: 1, "陈静") }
        let condition: SQL = word == "IN" ? "id IN \(list: [Int64]())" : "id NOT IN \(list: [Kind]())"
        #expect(
            try await database.read { try $0.count("SELECT count(*) FROM person WHERE \(condition)") } == 0)
    }
}
