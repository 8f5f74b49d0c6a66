import Refusals

/// Something that happened to a case, in the past tense: it becomes the journal entry, the line of the
/// case's history and, where the applicant should hear of it, a notice.
public struct CaseEvent: Sendable, Hashable {
    /// For example `case.accepted`.
    public let action: String
    /// The case it happened to.
    public let number: String
    /// What happened, in words for the history.
    public let sentence: Sentence
    /// What the applicant is told; `nil` when there is nothing they need to know.
    public let notice: Sentence?
    /// Who besides the applicant is told; `nil` for most things.
    public let reminder: Reminder?
    /// What the head of the organ in charge is told; `nil` when there is nothing for them.
    public let toHead: Sentence?
    /// Whether the applicant may read it in the history.
    public let isPublic: Bool
    /// Whether the clock did it by itself, and no person.
    public let isAutomatic: Bool
    /// What was chosen, for the journal: an outcome code, `granted`, `denied` …
    public let outcome: String?

    /// What somebody who works here is told, whether or not they look at their tasks.
    public struct Reminder: Sendable, Hashable {
        /// Who has the step; `nil` for everybody who may take it.
        public let holder: Signatory?
        /// Key of the organ of those who may take it.
        public let organ: String
        /// Their role there.
        public let role: String
        /// What they are told.
        public let sentence: Sentence
    }
}
