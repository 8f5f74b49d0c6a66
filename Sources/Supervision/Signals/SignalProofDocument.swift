import Journal
import Web
import WorkingTime

/// An entry behind a signal, and its proof, as programs read it.
struct SignalProofDocument: Encodable, Sendable {
    private let entry: String
    private let action: String
    private let at: String
    private let state: String
    private let leaf_hash: String
    private let index: String?
    private let proof: String?

    init(_ one: SignalProof) {
        (entry, action, at) = (one.id, one.entry.action, one.entry.at.rfc3339)
        (state, leaf_hash) = (one.state.rawValue, one.proof.entry.leafHash)
        index = one.proof.entry.leafIndex.map(String.init)
        proof = one.proof.file
    }

    private enum CodingKeys: String, CodingKey {
        case entry, action, at, state, leaf_hash, index, proof
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entry, forKey: .entry)
        try container.encode(action, forKey: .action)
        try container.encode(at, forKey: .at)
        try container.encode(state, forKey: .state)
        try container.encode(leaf_hash, forKey: .leaf_hash)
        // What is not there yet is null, and not left out.
        try container.encode(index, forKey: .index)
        try container.encode(proof, forKey: .proof)
    }

    static let operation = APIOperation(
        id: "listSignalProofs", tag: "监察",
        responses: [
            200: .page(
                of: .object([
                    .init("entry", .text, "日志条目"), .init("action", .text, "做了什么"),
                    .init("at", .formatted("date-time")),
                    .init("state", .oneOf(SignalProof.State.allCases.map(\.rawValue)), "proven：在签名的日志中"),
                    .init("leaf_hash", .text, "叶子散列，十六进制"),
                    .init("index", .nullable(.text), "在日志里的位置，从 0 起；还没有排入时为 null"),
                    .init("proof", .nullable(.text), "证明文件（C2SP tlog-proof）的全文，没有记录的内容"),
                ]))
        ])
}
