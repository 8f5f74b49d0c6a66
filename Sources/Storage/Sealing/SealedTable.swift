import Cryptography

/// Which columns of a table are personal and kept sealed, so that whoever has the file or a backup of the database
/// reads nothing in them. Rows are bound by an `id` of ours.
public struct SealedTable: Sendable {
    /// A column of codes by which a sealed column is searched.
    public struct Index: Sendable {
        let column: StaticString
        let source: StaticString
        let codes: BlindIndex
        /// The table's name, for the key of the codes.
        init(column: StaticString, source: StaticString, codes: BlindIndex) {
            (self.column, self.source, self.codes) = (column, source, codes)
        }
    }

    /// The table.
    public let name: StaticString
    /// Its sealed columns.
    public let columns: [StaticString]
    /// The column by which one of them is searched, when there is one.
    public let index: Index?

    /// A table with sealed columns, none of them searched.
    public init(_ name: StaticString, columns: [StaticString]) {
        (self.name, self.columns, index) = (name, columns, nil)
    }

    /// A table with sealed columns, one of which is searched for exact values.
    ///
    /// - Parameters:
    ///   - source: the sealed column that is searched.
    ///   - column: where its codes stand; NULL in a row that nobody has sealed yet.
    public init(
        _ name: StaticString, columns: [StaticString], searching source: StaticString,
        by column: StaticString, form: BlindIndex.Form
    ) {
        (self.name, self.columns) = (name, columns)
        index = Index(column: column, source: source, codes: BlindIndex(name, source, form: form))
    }

    /// The text as the column of this row keeps it. Throws `CryptographyError`.
    public func seal(_ text: String, _ column: StaticString, row id: Int64, in tx: Transaction) throws
        -> String
    {
        try tx.sealer.seal(text, at: Place(name, column, row: id))
    }

    /// The text that a column of a row keeps, the row's `id` standing in it. Throws `StorageError`, or
    /// `CryptographyError` when it was changed or comes from another row.
    public func open(_ column: StaticString, of row: Row, in tx: Transaction) throws -> String {
        try tx.sealer.open(
            row.text("\(column)"), at: Place(name, column, row: row.id("id")))
    }

    /// The row as a program reads it: with every personal column opened. Throws as ``open(_:of:in:)`` does.
    public func opened(_ row: Row, in tx: Transaction) throws -> Row {
        let id = try row.id("id")
        return try row.replacing(columns) { try tx.sealer.open($1, at: Place(name, $0, row: id)) }
    }

    /// The row as the table keeps it: with every personal column sealed. Throws `CryptographyError`.
    public func sealed(_ row: Row, in tx: Transaction) throws -> Row {
        let id = try row.id("id")
        return try row.replacing(columns) { try tx.sealer.seal($1, at: Place(name, $0, row: id)) }
    }

    /// The code of a value for the row that is written; nil when nothing is sealed.
    public func code(_ value: String, in tx: Transaction) throws -> String? {
        try index.flatMap { try tx.sealer.code(value, in: $0.codes) }
    }

    /// A condition for the rows that have this value, as far as they are sealed.
    public func condition(finding value: String, in tx: Transaction) throws -> SQL {
        guard let index else { return "1 = 0" }
        return
            "\(SQL(text: "\(index.column)", values: [])) IN \(list: try tx.sealer.codes(value, in: index.codes))"
    }
}

extension Row {
    /// The row with other texts in some columns.
    fileprivate func replacing(
        _ replaced: [StaticString], by change: (StaticString, String) throws -> String
    ) throws -> Row {
        var values = values
        for column in replaced {
            guard let place = columns.names.firstIndex(of: "\(column)") else {
                throw StorageError.column("\(column)")
            }
            guard let text = try optionalText("\(column)") else { continue }
            values[place] = .text(try change(column, text))
        }
        return Row(like: self, values: values)
    }
}
