import Crypto
import Foundation

/// What a table holds, in one number of rows and one fingerprint, the same on every engine.
public struct TableDigest: Sendable, Hashable {
    /// The table.
    public let table: String
    /// How many rows it has.
    public let rowCount: Int
    /// SHA-256 in hexadecimal over every value of every row, in the order of the key.
    public let digest: String
}

/// A fingerprint on its way: each value with its kind and length, so that no two tables write the same.
struct TableDigesting {
    private var hash = SHA256()
    private(set) var rowCount = 0

    mutating func add(_ row: Row) {
        rowCount += 1
        for value in row.values {
            switch value {
            case .null: add("n", Data())
            case .integer(let number): add("i", Data(String(number).utf8))
            case .real(let number): add("r", Data(String(number.bitPattern).utf8))
            case .text(let text): add("t", Data(text.utf8))
            case .data(let bytes): add("d", bytes)
            }
        }
    }

    private mutating func add(_ kind: String, _ bytes: Data) {
        hash.update(data: Data("\(kind)\(bytes.count) ".utf8))
        hash.update(data: bytes)
    }

    func digest(of table: String) -> TableDigest {
        TableDigest(
            table: table, rowCount: rowCount,
            digest: Hexadecimal.text(hash.finalize()))
    }
}
