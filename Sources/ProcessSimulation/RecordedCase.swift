import WorkingTime

/// A post: the role of an organ whose people do a kind of step.
public struct WorkPost: Sendable, Hashable, Codable {
    /// Key of the organ.
    public let organ: String
    /// The role.
    public let role: String

    /// The role of an organ.
    public init(organ: String, role: String) { (self.organ, self.role) = (organ, role) }

    /// Both in one, as forms send it.
    public var key: String { "\(organ).\(role)" }
}

/// A step of a case that is over, as it was recorded.
public struct RecordedStep: Sendable, Hashable {
    let element: String
    let name: String
    let post: WorkPost?
    let person: Int64?
    let offeredAt: Instant
    let doneAt: Instant
    /// When somebody took it; nil where nobody said so.
    let takenAt: Instant?

    /// A step; the applicant's belongs to no post.
    ///
    /// - Parameters:
    ///   - element: the element of the drawing.
    ///   - name: what people read.
    ///   - person: the account that did it.
    ///   - offeredAt: when it came up.
    ///   - takenAt: when somebody took it; nil where nobody said so.
    public init(
        element: String, name: String, post: WorkPost?, person: Int64?, offeredAt: Instant, doneAt: Instant,
        takenAt: Instant? = nil
    ) {
        (self.element, self.name, self.post, self.person) = (element, name, post, person)
        (self.offeredAt, self.doneAt) = (offeredAt, max(offeredAt, doneAt))
        self.takenAt = takenAt.map { min(max($0, offeredAt), max(offeredAt, doneAt)) }
    }
}

/// A case that is over, as it was recorded.
public struct RecordedCase: Sendable, Hashable {
    let filedAt: Instant
    let closedAt: Instant
    let steps: [RecordedStep]

    /// A case with its steps, in whatever order they come.
    public init(filedAt: Instant, closedAt: Instant, steps: [RecordedStep]) {
        (self.filedAt, self.closedAt) = (filedAt, max(filedAt, closedAt))
        self.steps = steps.sorted {
            ($0.doneAt, $0.offeredAt, $0.element) < ($1.doneAt, $1.offeredAt, $1.element)
        }
    }
}
