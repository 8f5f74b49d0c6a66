import Refusals
import WorkingTime

/// What happened: one change, or one read of personal data.
public struct JournalEntry: Sendable, Hashable {
    /// How it ended.
    public enum Outcome: String, Codable, Sendable, CaseIterable {
        /// It was done.
        case done
        /// A rule refused it.
        case refused
        /// It failed through a fault of ours.
        case failed
    }

    /// When.
    public let at: Instant
    /// Who, and how they came.
    public let actor: Actor
    /// What, in the past tense: `case.accepted`.
    public let action: String
    /// To what: a case number or another public key.
    public let subject: String
    /// How it ended.
    public let outcome: Outcome
    /// What happened, in words for people.
    public let sentence: Sentence
    /// Whether the applicant may read it.
    public let isPublic: Bool
    /// The digest of what was changed, before; see ``Journal/digest(of:)``.
    public let beforeDigest: String?
    /// The digest of what was changed, after.
    public let afterDigest: String?
    /// Further facts by name, for those who check.
    public let detail: [String: String]

    /// An entry about to be appended.
    public init(
        at: Instant, actor: Actor, action: String, subject: String, outcome: Outcome = .done,
        sentence: Sentence, isPublic: Bool = false, beforeDigest: String? = nil,
        afterDigest: String? = nil, detail: [String: String] = [:]
    ) {
        self.at = at
        self.actor = actor
        self.action = action
        self.subject = subject
        self.outcome = outcome
        self.sentence = sentence
        self.isPublic = isPublic
        self.beforeDigest = beforeDigest
        self.afterDigest = afterDigest
        self.detail = detail
    }
}
