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

/// A clock attached to a task: what happens when the time is over before the task is.
public struct TimerBoundary: Sendable, Hashable, Codable {
    /// The id of the element.
    public let id: String
    /// The name people read; empty where there is none.
    public let name: String
    /// The task it is attached to.
    public let attachedTo: String
    /// Whether the task is cancelled when the timer fires.
    public let interrupting: Bool
    /// The name of the case's clock it follows, `nil` where it has a duration of its own.
    public let clock: String?
    /// An ISO 8601 duration, `nil` where it follows a clock of the case.
    public let duration: String?
    /// In which unit the duration counts, for example `working_day`; `nil` for plain time.
    public let unit: String?
}
