import Codes
import Storage

extension Directory {
    /// All divisions, the larger before those in them.
    /// - Throws: `StorageError` when the database cannot be read.
    public static func divisions(in transaction: Transaction) throws -> [Division] {
        try transaction.ask(allDivisions)
    }

    /// The same as a question, to be asked with others.
    public static var allDivisions: Question<[Division]> {
        Question("SELECT \(divisionColumns) FROM division ORDER BY code") { try $0.map(Division.init(row:)) }
    }

    /// The division with this code, or `nil`.
    public static func division(_ code: DivisionCode, in transaction: Transaction) throws -> Division? {
        try transaction.row("SELECT \(divisionColumns) FROM division WHERE code = \(code.text)")
            .map(Division.init(row:))
    }

    /// Adds a division, and leaves one that is already registered as it is.
    static func register(_ division: Division, in transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO division (\(divisionColumns))
            VALUES (\(division.code.text), \(division.name), \(division.kind), \(division.parent?.text),
                \(division.isSynthetic))
            ON CONFLICT (code) DO NOTHING
            """)
    }

    private static var divisionColumns: SQL { "code, name, kind, parent_code, is_synthetic" }
}

extension Division {
    fileprivate init(row: Row) throws {
        try self.init(
            code: DivisionCode(row.text("code")), name: row.text("name"), kind: row.value("kind"),
            parent: row.optionalText("parent_code").map { text in try DivisionCode(text) },
            isSynthetic: row.bool("is_synthetic"))
    }
}
