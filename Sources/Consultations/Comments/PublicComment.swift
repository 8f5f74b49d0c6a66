import Codes
import Refusals
import WorkingTime

/// What somebody said to a draft, with what is said to it.
struct PublicComment: Sendable, Hashable {
    enum State: String, Sendable { case shown, withdrawn }

    let id: Int64
    let consultationID: Int64
    /// By which people speak of it.
    let number: Int
    /// The passage; empty for the whole.
    let anchor: String
    let words: String
    let accountID: Int64?
    let personID: Int64?
    /// The family name alone; empty once they have withdrawn.
    let author: String
    let supports: Int
    let state: State
    let createdAt: Instant
    /// The version of the draft it speaks to; nil where that was not kept yet.
    let version: Int?
    let answer: CommentAnswer?

    /// Whether the words stay when whoever said them takes them back: others support them, or the organ has answered
    /// them in public.
    var outlivesWithdrawal: Bool { supports > 0 || answer != nil }

    /// What somebody wants to say, checked.
    ///
    /// - Throws: `invalid` at the field.
    static func checked(
        _ words: String, on anchor: String, of passages: [Passage], _ rules: ConsultationRules
    ) throws -> String {
        guard anchor.isEmpty || passages.contains(where: { $0.anchor == anchor }) else {
            throw DomainError.invalid("anchor", "请从列出的条目中选择。")
        }
        guard words.count >= 2, !CoveredWords.likeness(words).isEmpty else {
            throw DomainError.invalid("words", "请写明您的意见。")
        }
        guard words.count <= rules.longestComment else {
            throw DomainError.invalid(
                "words", "一条意见最多 \(rules.longestComment) 字，现在有 \(words.count) 字。可以分条来写。")
        }
        return CoveredWords.covered(words)
    }
}

/// What the organ says to comments, one or several that are alike.
struct CommentAnswer: Sendable, Hashable {
    /// What is done about them.
    enum Outcome: String, Sendable, CaseIterable {
        case adopted, partly, rejected

        var chinese: String {
            switch self {
            case .adopted: "采纳"
            case .partly: "部分采纳"
            case .rejected: "未采纳"
            }
        }
    }

    let outcome: Outcome
    let reason: String

    /// - Throws: `invalid` at the field.
    init(_ outcome: Outcome?, reason: String) throws {
        var errors: [FieldError] = []
        if outcome == nil { errors.append(FieldError("outcome", "请选择采纳、部分采纳或者未采纳。")) }
        if !(5...2_000).contains(reason.count) {
            errors.append(FieldError("reason", "请写明理由，5 到 2000 字。采纳的，写明改在哪里。"))
        }
        // It is published as it stands: the numbers covered in a comment do not come back in what is said to it.
        errors += PersonalData.findings(in: reason, names: []).map { FieldError("reason", $0) }
        guard errors.isEmpty, let outcome else { throw DomainError.invalid(errors) }
        (self.outcome, self.reason) = (outcome, reason)
    }

    /// As the store has it.
    init(stored outcome: Outcome, reason: String) { (self.outcome, self.reason) = (outcome, reason) }
}
