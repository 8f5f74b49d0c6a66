import TransparencyLog
import Web

/// A proof that a later tree begins with an earlier one, as JSON.
struct ConsistencyDocument: Encodable {
    let from: UInt64
    let to: UInt64
    /// In base64, in the order of RFC 9162 §2.1.4.
    let hashes: [String]

    init(from: UInt64, to: UInt64, _ proof: ConsistencyProof) {
        (self.from, self.to, hashes) = (from, to, proof.hashes.map(\.description))
    }

    static let schema = Schema.object([
        .init("from", .integer, "较早检查点的条数"), .init("to", .integer, "较晚检查点的条数"),
        .init("hashes", .list(.text), "RFC 9162 §2.1.4 的结点散列，base64"),
    ])
}
