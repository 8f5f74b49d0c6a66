/// What an event waits for (BPMN 2.0, §10.5.5).
public enum EventTrigger: Sendable, Hashable {
    /// Nothing: a plain start.
    case none
    /// A message with this name, for this instance alone.
    case message(String)
    /// A time.
    case timer(TimerEvent)
    /// A signal with this name, for whoever waits for it.
    case signal(String)
    /// An error with this code from within; any error where it is `nil`.
    case error(String?)
    /// An escalation with this code from within; any escalation where it is `nil`.
    case escalation(String?)
}

/// What an event brings about.
public enum EventResult: Sendable, Hashable {
    /// Nothing.
    case none
    /// A message is sent.
    case message(String)
    /// A signal is broadcast, in this instance and beyond.
    case signal(String)
    /// The surrounding subprocess is broken off with this error.
    case error(String)
    /// The surrounding activity is told; it may go on.
    case escalation(String)
    /// Everything else in the same scope ends with it.
    case terminate
}

/// An event attached to an activity.
public struct BoundaryEvent: Sendable, Hashable {
    /// The activity it is attached to.
    public let attachedTo: String
    /// Whether the activity is broken off when it happens.
    public let interrupting: Bool
    /// What it waits for.
    public let trigger: EventTrigger
}

/// A time to wait for: of a boundary event, an intermediate event, or the start of an event subprocess.
///
/// The engine counts no days. It hands the words on, and the caller says when the time has come
/// (`ProcessInstance.fire`).
public struct TimerEvent: Sendable, Hashable, Codable {
    /// The id of the event.
    public let id: String
    /// The name people read; empty where there is none.
    public let name: String
    /// The activity whose end also ends the waiting: the one it is attached to, or the event itself.
    public let attachedTo: String
    /// Whether the activity is cancelled when the timer fires.
    public let interrupting: Bool
    /// The name of the case's clock it follows, `nil` where it has a time of its own.
    public let clock: String?
    /// An ISO 8601 duration, for example `P5D`.
    public let duration: String?
    /// In which unit the duration counts, for example `working_day`; `nil` for plain time.
    public let unit: String?
    /// A fixed date and time, ISO 8601.
    public var date: String?
    /// A repeating interval, ISO 8601: `R3/P1D` is three times, `R/P1D` as long as the activity is open.
    public var cycle: String?

    /// How often it may fire.
    public var maximumFirings: Int {
        guard let cycle else { return 1 }
        let repetitions = cycle.dropFirst().prefix { $0 != "/" }
        return repetitions.isEmpty ? Self.longestCycle : min(Int(repetitions) ?? 1, Self.longestCycle)
    }

    /// A cycle without end still ends: nobody needs to be reminded more often of one step.
    static let longestCycle = 1000
}
