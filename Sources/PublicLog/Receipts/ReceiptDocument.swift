import Journal
import TransparencyLog
import Web
import WorkingTime

/// A receipt as JSON.
struct ReceiptDocument: Encodable {
    private let number: String
    private let submitted_at: String
    private let leaf_hash: String
    private let promise: String?
    private let index: String?
    private let size: String?
    private let proof: String?

    init(_ receipt: JournalReceipt, number: String) {
        self.number = number
        submitted_at = receipt.entry.entry.at.rfc3339
        leaf_hash = receipt.leaf.description
        promise = receipt.promise?.description
        index = receipt.proof.map { String($0.proof.index) }
        size = receipt.proof.flatMap { try? String(Checkpoint($0.note.text).head.size) }
        proof = receipt.proof?.description
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(number, forKey: .number)
        try container.encode(submitted_at, forKey: .submitted_at)
        try container.encode(leaf_hash, forKey: .leaf_hash)
        // What is not there yet is null, and not left out.
        try container.encode(promise, forKey: .promise)
        try container.encode(index, forKey: .index)
        try container.encode(size, forKey: .size)
        try container.encode(proof, forKey: .proof)
    }

    private enum CodingKeys: String, CodingKey {
        case number, submitted_at, leaf_hash, promise, index, size, proof
    }

    static let operation = APIOperation(
        id: "readReceipt", tag: "日志",
        responses: [
            200: .object([
                .init("number", .text, "办件编号"), .init("submitted_at", .formatted("date-time")),
                .init("leaf_hash", .text, "收件记录的叶子散列，base64"),
                .init("promise", .nullable(.text), "日志签名的收件承诺；本机不签名时为 null"),
                .init("index", .nullable(.text), "在日志里的位置，从 0 起；还没有排入时为 null"),
                .init("size", .nullable(.text), "证明所用检查点的条数"),
                .init("proof", .nullable(.text), "证明文件（C2SP tlog-proof）的全文"),
            ])
        ])
}
