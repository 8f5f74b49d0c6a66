public import DecisionModel

/// Work for a person: which organ, which role, which act, and how it may end.
public struct UserTask: Sendable, Hashable, Codable {
    /// The id of the element.
    public let id: String
    /// The name people read.
    public let name: String
    /// The organ's key, or a word the case resolves: `lead`, `co1`, `hall`, `street`, `applicant`.
    public let organ: String
    /// The role a person must hold in that organ, for example `officer`.
    public let role: String
    /// What the task does to the case, for example `accept`, `review`, `decide`.
    public let act: String
    /// How it may end, the favourable outcome first.
    public let outcomes: [Outcome]
    /// The step's own limit as `value unit`, for example `3 working_day`; `nil` where none is set.
    public let limit: String?

    /// One way a task may end.
    public struct Outcome: Sendable, Hashable, Codable {
        /// What conditions and the interface compare with, for example `grant`.
        public let code: String
        /// What the button says.
        public let label: String
        /// Whether the person must give reasons.
        public let needsOpinion: Bool
    }

    /// The outcome with this code.
    public func outcome(_ code: String) -> Outcome? { outcomes.first { $0.code == code } }
}

/// Work for the system, done by the caller, at once or when something else has finished.
public struct ServiceTask: Sendable, Hashable, Codable {
    /// The id of the element.
    public let id: String
    /// The name people read.
    public let name: String
    /// What is to be done, for example `issue`.
    public let service: String
    /// Whether it sends out a document, so that no later step may be returned to one before it.
    public let isFinal: Bool
    /// Every other attribute of our namespace, by name.
    public let parameters: [String: String]
}

/// A value computed in FEEL.
public struct ScriptTask: Sendable, Hashable {
    /// The expression.
    public let expression: FEELExpression
    /// The variable that takes its value (`minben:result`).
    public let result: String
}

/// A decision table that is asked.
public struct BusinessRuleTask: Sendable, Hashable {
    /// The id of the element.
    public let id: String
    /// The name people read.
    public let name: String
    /// The key of the decision (`minben:decision`).
    public let decision: String
    /// The variable that takes its answer (`minben:result`), by default the decision's key.
    public let result: String
}
