/// How far one case has come in its process: a plain value, stored as JSON.
///
/// Each change returns what the caller has to do (`Effect`). A change that throws leaves the instance as
/// it was.
public struct ProcessInstance: Sendable, Codable, Hashable {
    /// The id of the definition it runs by.
    public let definitionID: String
    /// The version of the definition it runs by.
    public let version: String
    /// Every step ever opened, oldest first.
    public internal(set) var activities: [Activity] = []
    /// How many tokens wait at joins, by the arrow they came in on.
    public internal(set) var tokens: [String: Int] = [:]
    /// The arrows that were taken, sorted; what was undone by a return is not among them.
    public internal(set) var taken: [String] = []
    /// The id the next step gets.
    public internal(set) var nextActivity = 1
    /// How many changes it has seen.
    public internal(set) var step = 0
    /// Whether nothing more can happen.
    public internal(set) var isEnded = false
    /// The end event the last token came to; `nil` while running and when terminated from outside.
    public internal(set) var endedAt: String?

    /// One passage through a task.
    public struct Activity: Sendable, Codable, Hashable {
        /// The id, unique in the instance.
        public let id: Int
        /// The id of the task's element.
        public let element: String
        /// Whether it is open.
        public internal(set) var state: State
        /// The change that opened it.
        public let startedStep: Int
        /// The change that closed it.
        public internal(set) var endedStep: Int?
        /// The timers without interruption that have fired on it.
        public internal(set) var firedTimers: [String] = []

        /// Where a step stands.
        public enum State: String, Sendable, Codable {
            /// Someone has to act.
            case active
            /// Done.
            case completed
            /// Taken away: a timer interrupted it, it was returned, or the instance was terminated.
            case cancelled
        }
    }
}

extension ProcessInstance {
    /// The open steps, oldest first.
    public var active: [Activity] { activities.filter { $0.state == .active } }

    /// The step with this id.
    public func activity(_ id: Int) -> Activity? { activities.first { $0.id == id } }
}

/// What the caller has to do after a change.
public enum Effect: Sendable, Hashable {
    /// Give this task to the organ and role it names.
    case openTask(activity: Int, UserTask)
    /// Do this, then complete the activity, at once or later.
    case invoke(activity: Int, ServiceTask)
    /// Fire this timer when its time is over and the activity is still open.
    case setTimer(activity: Int, TimerBoundary)
    /// Take this step and its timers away.
    case cancelled(activity: Int)
    /// The instance has ended at this end event.
    case ended(element: String, name: String)
}
