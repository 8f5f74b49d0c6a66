import WorkingTime

/// One step of a case as the event log knows it: what was to be done, by which organ, and when it was done.
public struct LogEvent: Sendable, Hashable {
    /// Ours, time-ordered: decides between two steps of the same instant.
    public let id: Int64
    /// The element of the drawing.
    public let step: String
    /// The name people read.
    public let name: String
    /// Key of the organ whose step it was.
    public let organ: String
    /// The account that did it; nil for the applicant, who has no place in a log.
    public let person: Int64?
    /// When it came up.
    public let offeredAt: Instant
    /// When it was done.
    public let doneAt: Instant
    /// How it ended.
    public let outcome: String?
    /// When somebody took it; nil where nobody said so.
    public let takenAt: Instant?
    /// Whether it was the applicant's, who is neither department nor officer.
    public let isApplicants: Bool

    /// A step that was done.
    public init(
        id: Int64, step: String, name: String, organ: String, person: Int64?, offeredAt: Instant,
        doneAt: Instant, outcome: String?, takenAt: Instant? = nil, isApplicants: Bool = false
    ) {
        (self.id, self.step, self.name, self.organ) = (id, step, name, organ)
        (self.person, self.offeredAt, self.doneAt, self.outcome) = (person, offeredAt, doneAt, outcome)
        (self.takenAt, self.isApplicants) = (takenAt, isApplicants)
    }
}

extension LogEvent {
    /// When work on it began, which is never before it came up nor after it was done; nil where nobody took it.
    public var startedAt: Instant? { takenAt.map { min(max($0, offeredAt), max(offeredAt, doneAt)) } }
}

/// A case as a row of steps in the order they were done (a trace of IEEE 1849).
public struct CaseTrace: Sendable, Hashable {
    /// Ours.
    public let id: Int64
    /// The number people know it by.
    public let number: String
    /// Version of the process it ran on.
    public let version: Int
    /// Key of the organ in charge.
    public let organ: String
    /// When it came in.
    public let filedAt: Instant
    /// When nothing more was to be done; nil while it is under way.
    public let closedAt: Instant?
    /// What was done, the earliest first.
    public let events: [LogEvent]

    /// A case with its steps, in whatever order they come.
    public init(
        id: Int64, number: String, version: Int, organ: String, filedAt: Instant, closedAt: Instant?,
        events: [LogEvent]
    ) {
        (self.id, self.number, self.version, self.organ) = (id, number, version, organ)
        (self.filedAt, self.closedAt) = (filedAt, closedAt)
        self.events = events.sorted { ($0.doneAt, $0.id) < ($1.doneAt, $1.id) }
    }

    /// The path it took: the elements, one after the other.
    public var path: [String] { events.map(\.step) }

    /// From filing to the end, in seconds of natural time; nil while it is under way.
    public var seconds: Int? { closedAt.map { max(0, $0 - filedAt) } }

    /// How many steps were done again (退回、重办).
    public var repetitions: Int { events.count - Set(path).count }

    /// How often the next step was another organ's. What the applicant does in between is no department's.
    public var organHandovers: Int { handovers { $0.organ != $1.organ } }

    /// How often the next step was another person's.
    public var personHandovers: Int { handovers { $0.person != $1.person } }

    private func handovers(_ isOther: (LogEvent, LogEvent) -> Bool) -> Int {
        let own = events.filter { !$0.isApplicants }
        return zip(own, own.dropFirst()).count(where: isOther)
    }
}
