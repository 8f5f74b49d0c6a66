import Foundation

/// One row of an answer, read by column name. Every accessor throws ``StorageError/column(_:)`` when the
/// column is missing, NULL where a value is needed, or of another type.
public struct Row: Sendable {
    /// The columns of an answer, shared by all its rows. They are few, and most answers are one row: to look along
    /// them is quicker than to make a dictionary.
    final class Columns: Sendable {
        let names: [String]

        init(_ names: [String]) { self.names = names }
    }

    let columns: Columns
    /// The values, in the order of the columns.
    public let values: [SQLValue]

    init(columns: Columns, values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// A row with the columns of another and values of its own, as many as that one has.
    public init(like row: Row, values: [SQLValue]) {
        self.init(columns: row.columns, values: values)
    }

    /// A text.
    public func text(_ column: String) throws -> String {
        try required(optionalText(column), column)
    }

    /// A text, or nil where the column is NULL.
    public func optionalText(_ column: String) throws -> String? {
        switch try value(column) {
        case .null: nil
        case .text(let text): text
        default: throw StorageError.column(column)
        }
    }

    /// An id or another whole number of 64 bits.
    public func id(_ column: String) throws -> Int64 {
        try required(optionalID(column), column)
    }

    /// An id, or nil where the column is NULL.
    public func optionalID(_ column: String) throws -> Int64? {
        switch try value(column) {
        case .null: nil
        case .integer(let number): number
        default: throw StorageError.column(column)
        }
    }

    /// A whole number.
    public func int(_ column: String) throws -> Int {
        Int(try id(column))
    }

    /// A whole number, or nil where the column is NULL.
    public func optionalInt(_ column: String) throws -> Int? {
        try optionalID(column).map(Int.init)
    }

    /// A number with a fraction, such as an average.
    public func double(_ column: String) throws -> Double {
        switch try value(column) {
        case .real(let number): number
        case .integer(let number): Double(number)
        default: throw StorageError.column(column)
        }
    }

    /// A truth stored as 0 or 1.
    public func bool(_ column: String) throws -> Bool {
        switch try id(column) {
        case 0: false
        case 1: true
        default: throw StorageError.column(column)
        }
    }

    /// Bytes.
    public func data(_ column: String) throws -> Data {
        try required(optionalData(column), column)
    }

    /// Bytes, or nil where the column is NULL.
    public func optionalData(_ column: String) throws -> Data? {
        switch try value(column) {
        case .null: nil
        case .data(let bytes): bytes
        default: throw StorageError.column(column)
        }
    }

    /// The text behind an enumeration's case.
    public func value<Case: RawRepresentable<String>>(_ column: String, as type: Case.Type = Case.self) throws
        -> Case
    {
        try required(Case(rawValue: text(column)), column)
    }

    func value(_ column: String) throws -> SQLValue {
        guard let position = columns.names.firstIndex(of: column) else { throw StorageError.column(column) }
        return values[position]
    }

    func required<T>(_ value: T?, _ column: String) throws -> T {
        guard let value else { throw StorageError.column(column) }
        return value
    }
}

extension Row {
    /// The number in the first column, whatever its name.
    var firstInt: Int {
        get throws {
            guard case .integer(let number)? = values.first else { throw StorageError.column("1") }
            return Int(number)
        }
    }

    /// The first column in words, for diagnosis.
    var firstText: String? {
        switch values.first {
        case .text(let text): text
        case .integer(let number): String(number)
        default: nil
        }
    }
}
