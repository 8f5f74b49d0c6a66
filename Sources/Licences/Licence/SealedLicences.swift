import Cryptography
import Storage

extension Licences {
    /// The tables of licences that keep personal columns sealed.
    public static let sealedTables = [SealedTable.licences]
}

extension SealedTable {
    /// Whose it is, and what stands on it; holders are found by their number.
    static let licences = SealedTable(
        "licence", columns: ["holder_name", "holder_code", "facts", "signed"], searching: "holder_code",
        by: "holder_index", form: .code)

    /// A condition for the licences of these holders, sealed or from a time when nothing was.
    static func held(by codes: [String], in tx: Transaction) throws -> SQL {
        guard !codes.isEmpty else { return "1 = 0" }
        let sealed = try codes.map { try licences.condition(finding: $0, in: tx) }
        let plain: SQL = "(holder_index IS NULL AND holder_code IN \(list: codes))"
        return "(\(SQL.joined(sealed + [plain], " OR ")))"
    }
}
