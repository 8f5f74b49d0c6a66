import Files
import Journal
import Refusals
import Storage
import WorkingTime

/// A file that proves something.
struct Evidence: Sendable, Hashable, Codable {
    let file: Int64
    let name: String
}

/// What somebody has said in the course of a report or an appeal, with the files that prove it.
struct EvidenceStep: Sendable, Hashable, Codable {
    enum Kind: String, Sendable, Codable {
        case stated, accepted, changed, returned
        case appealed, withdrawn, upheld, corrected

        var chinese: String {
            switch self {
            case .stated: "填报自评"
            case .accepted: "审核同意"
            case .changed: "审核改值"
            case .returned: "退回重报"
            case .appealed: "提出申诉"
            case .withdrawn: "撤回申诉"
            case .upheld: "裁定维持"
            case .corrected: "裁定更正"
            }
        }
    }

    let kind: Kind
    let by: Int64
    let name: String
    let words: String
    /// The value that was stated or accepted, in hundredths; nil where none was.
    var amount: Int?
    var files: [Evidence] = []
    let at: Instant
}

extension [EvidenceStep] {
    /// More is no conversation but a quarrel; whoever reads it must come to an end.
    static let most = 50

    func file(_ id: Int64) -> Evidence? { flatMap(\.files).first { $0.file == id } }

    /// Whether somebody has spoken for the organ in it.
    func hasSpoken(_ account: Int64, _ kind: EvidenceStep.Kind) -> Bool {
        contains { $0.kind == kind && $0.by == account }
    }
}

/// Words that a rule asks for.
enum EvidenceWords {
    private static let longest = 2_000

    static func require(_ words: String, _ field: String, _ sentence: Sentence) throws {
        guard !words.isEmpty else { throw DomainError.invalid(field, sentence) }
        guard words.count <= longest else { throw DomainError.invalid(field, "不超过 \(longest) 个字。") }
    }
}

extension FileStore {
    /// Ties uploads to what they prove. Whoever may read that may read them.
    func attach(_ files: [Evidence], to subject: String, by actor: Actor, in tx: Transaction) throws {
        for one in files { try attach(one.file, toCase: subject, owner: actor.accountID, in: tx) }
    }
}
