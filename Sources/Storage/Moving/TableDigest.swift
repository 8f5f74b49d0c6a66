import Crypto

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
        var bytes: [UInt8] = []
        for value in row.values {
            switch value {
            case .null: Self.append("n", [], to: &bytes)
            case .integer(let number): Self.append("i", String(number).utf8, to: &bytes)
            case .real(let number): Self.append("r", String(number.bitPattern).utf8, to: &bytes)
            case .text(let text): Self.append("t", text.utf8, to: &bytes)
            case .data(let data): Self.append("d", data, to: &bytes)
            }
        }
        hash.update(data: bytes)
    }

    private static func append(_ kind: String, _ value: some Collection<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "\(kind)\(value.count) ".utf8)
        bytes.append(contentsOf: value)
    }

    func digest(of table: String) -> TableDigest {
        TableDigest(
            table: table, rowCount: rowCount,
            digest: Hexadecimal.text(hash.finalize()))
    }
}
