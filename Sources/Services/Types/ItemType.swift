import Refusals
import Storage

/// A type of item (事项类型): the third and fourth digit of a basic code, with its name.
///
/// A table and not cases of an enum: Guangdong writes public services as 21 where the national list has 20.
public struct ItemType: Sendable, Hashable, Identifiable {
    /// The two digits.
    public let code: String
    /// The name, for example 行政许可.
    public let name: String

    /// The two digits.
    public var id: String { code }

    /// A type.
    ///
    /// - Throws: `invalid` at `code` or `name`.
    public init(code: String, name: String) throws {
        guard code.wholeMatch(of: /[0-9]{2}/) != nil else {
            throw DomainError.invalid("code", "事项类型代码是两位数字。")
        }
        guard (1...20).contains(name.count) else { throw DomainError.invalid("name", "事项类型名称为 1 至 20 字。") }
        (self.code, self.name) = (code, name)
    }

    init(_ row: Row) throws { (code, name) = (try row.text("code"), try row.text("name")) }
}

/// The table of types.
public enum ItemTypes {
    /// All types, by code.
    /// - Throws: `StorageError`.
    public static func all(in tx: Transaction) throws -> [ItemType] {
        try tx.rows("SELECT code, name FROM item_type ORDER BY code LIMIT 100").map(ItemType.init)
    }

    /// Adds a type, or gives it another name.
    /// - Throws: `StorageError`.
    public static func put(_ type: ItemType, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO item_type (code, name) VALUES (\(type.code), \(type.name))
            ON CONFLICT (code) DO UPDATE SET name = excluded.name
            """)
        try tx.announce(ServiceLibrary.topic)
    }
}
