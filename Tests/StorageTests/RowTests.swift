import Storage
import TestSupport
import Testing

@Suite("A row")
struct RowTests {
    @Test(
        "names the column that is missing, empty or of another type",
        arguments: ["word", "blank", "two", "missing"])
    func wrongColumns(name: String) async throws {
        let row = try await answer()
        #expect(throws: StorageError.column(name)) { try row.bool(name) }
        #expect(throws: StorageError.column(name)) { try row.data(name) }
        #expect(throws: StorageError.column(name)) { try row.day(name) }
        #expect(throws: StorageError.column(name)) { try row.json(name, as: [String].self) }
    }

    @Test("gives JSON back as the value it was, and nil for an empty column")
    func json() async throws {
        let row = try await answer()
        #expect(try row.json("list", as: [String].self) == ["营业执照", "a/b"])
        #expect(try row.optionalJSON("blank", as: [String].self) == nil)
        #expect(try row.optionalInt("blank") == nil)
        #expect(try row.optionalInstant("blank") == nil)
    }

    @Test("holds equal text for equal values: keys are sorted")
    func sortedKeys() throws {
        #expect(try encodeJSON(["b": 1, "a": 2]) == #"{"a":2,"b":1}"#)
    }

    private func answer() async throws -> Row {
        let list = try encodeJSON(["营业执照", "a/b"])
        let row = try await TestDatabase.plain().read { transaction in
            try transaction.row("SELECT 'x' AS word, NULL AS blank, 2 AS two, \(list) AS list")
        }
        return try #require(row)
    }
}
