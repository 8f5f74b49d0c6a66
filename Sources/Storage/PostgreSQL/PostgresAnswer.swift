internal import CLibPQ
import Foundation

/// What libpq gave, freed with the last reference to it.
final class PostgresResult {
    let handle: OpaquePointer

    init(_ handle: OpaquePointer) { self.handle = handle }

    deinit { PQclear(handle) }
}

/// The answer to one statement.
struct PostgresAnswer {
    private let result: PostgresResult
    private let statement: PreparedStatement

    init(_ result: PostgresResult, of statement: PreparedStatement) {
        self.result = result
        self.statement = statement
    }

    /// How many rows were inserted, updated or deleted.
    var changedCount: Int {
        Int(String(cString: PQcmdTuples(result.handle))) ?? 0
    }

    /// All rows. Throws ``StorageError/other(_:)`` for a value that is none of the portable dialect.
    func rows() throws(StorageError) -> [Row] {
        let columns = self.columns
        let types = (0..<PQnfields(result.handle)).map { PQftype(result.handle, $0) }
        var rows: [Row] = []
        rows.reserveCapacity(Int(PQntuples(result.handle)))
        for row in 0..<PQntuples(result.handle) {
            var values: [SQLValue] = []
            values.reserveCapacity(types.count)
            for (column, type) in types.enumerated() { values.append(try value(row, Int32(column), type)) }
            rows.append(Row(columns: columns, values: values))
        }
        return rows
    }

    private var columns: Row.Columns {
        if let columns = statement.columns { return columns }
        let columns = Row.Columns(
            (0..<PQnfields(result.handle)).map { String(cString: PQfname(result.handle, $0)) })
        statement.columns = columns
        return columns
    }

    private func value(_ row: Int32, _ column: Int32, _ type: UInt32) throws(StorageError) -> SQLValue {
        guard PQgetisnull(result.handle, row, column) == 0, let start = PQgetvalue(result.handle, row, column)
        else { return .null }
        let length = Int(PQgetlength(result.handle, row, column))
        let text = String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
        guard let value = Self.value(text, type) else {
            throw .other("a value of type \(type) is none of the portable dialect: \(text.prefix(40))")
        }
        return value
    }

    private static func value(_ text: String, _ type: UInt32) -> SQLValue? {
        switch type {
        case PostgresType.int8, PostgresType.int4, PostgresType.int2, PostgresType.oid:
            Int64(text).map(SQLValue.integer)
        case PostgresType.bool: .integer(text == "t" ? 1 : 0)
        case PostgresType.float8, PostgresType.float4: Double(text).map(SQLValue.real)
        // `sum` of whole numbers is numeric here and whole on SQLite.
        case PostgresType.numeric: Int64(text).map(SQLValue.integer) ?? Double(text).map(SQLValue.real)
        case PostgresType.bytea: bytes(text).map(SQLValue.data)
        default: .text(text)
        }
    }

    /// `\x0a1b…`.
    private static func bytes(_ text: String) -> Data? {
        guard text.hasPrefix("\\x") else { return nil }
        return Hexadecimal.bytes(String(text.dropFirst(2))).map { Data($0) }
    }
}
