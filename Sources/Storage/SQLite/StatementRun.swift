import Foundation
internal import GRDB
internal import GRDBSQLite

/// One run of a prepared statement. GRDB prepares it and keeps it; its values are bound and its rows read here, straight
/// from SQLite, because a change of a case is some twenty small statements.
struct StatementRun {
    private let connection: GRDB.Database
    private let statement: Statement
    private var handle: OpaquePointer { statement.sqliteStatement }

    /// The statement with its values bound. Throws ``StorageError/nulByte``, or what SQLite says.
    init(_ sql: SQL, on connection: GRDB.Database) throws {
        self.connection = connection
        statement = try connection.cachedStatement(sql: sql.text)
        guard sqlite3_bind_parameter_count(handle) == sql.values.count else {
            throw StorageError.other("\(sql.values.count) values for: \(sql.text)")
        }
        for (place, value) in sql.values.enumerated() {
            let code = try bind(value, at: Int32(place + 1))
            guard code == SQLITE_OK else { throw failure(code) }
        }
    }

    /// The names of the columns of an answer.
    var columns: Row.Columns { Row.Columns(statement.columnNames) }

    /// Goes on to the next row; false when there is none.
    func step() throws -> Bool {
        let code = sqlite3_step(handle)
        guard code == SQLITE_ROW || code == SQLITE_DONE else { throw failure(code) }
        return code == SQLITE_ROW
    }

    /// The values of the row it has come to.
    var values: [SQLValue] { (0..<sqlite3_column_count(handle)).map(value) }

    /// Makes the statement ready for its next run.
    func end() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    private func bind(_ value: SQLValue, at place: Int32) throws(StorageError) -> Int32 {
        try value.requireNoNUL()
        switch value {
        case .null: return sqlite3_bind_null(handle, place)
        case .integer(let number): return sqlite3_bind_int64(handle, place, number)
        case .real(let number): return sqlite3_bind_double(handle, place, number)
        case .text(var text):
            return text.withUTF8 { characters in
                characters.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(handle, place, $0.baseAddress, Int32($0.count), Self.copied)
                }
            }
        case .data(let bytes) where bytes.isEmpty: return sqlite3_bind_zeroblob(handle, place, 0)
        case .data(let bytes):
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob(handle, place, $0.baseAddress, Int32($0.count), Self.copied)
            }
        }
    }

    /// SQLite takes a copy of what it is given (`SQLITE_TRANSIENT`, which C spells as a cast of -1).
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    private func value(_ column: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: .real(sqlite3_column_double(handle, column))
        case SQLITE_TEXT:
            .text(String(decoding: bytes(sqlite3_column_text(handle, column), column), as: UTF8.self))
        case SQLITE_BLOB: .data(Data(bytes(sqlite3_column_blob(handle, column), column)))
        default: .null
        }
    }

    private func bytes(_ start: UnsafeRawPointer?, _ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    private func failure(_ code: Int32) -> DatabaseError {
        let extended = sqlite3_extended_errcode(connection.sqliteConnection)
        return DatabaseError(
            resultCode: ResultCode(rawValue: extended & 0xFF == code & 0xFF ? extended : code),
            message: sqlite3_errmsg(connection.sqliteConnection).map { String(cString: $0) })
    }
}
