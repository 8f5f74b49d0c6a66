import Storage
import WorkingTime

/// One line of a list of cases.
public struct CaseSummary: Sendable, Hashable {
    /// Ours.
    public let id: Int64
    /// The number.
    public let number: String
    /// Number of the joint service it is part of.
    public let parentNumber: String?
    /// Name of the service.
    public let name: String
    /// Key of the organ in charge.
    public let organ: String
    /// Name of the applicant.
    public let applicant: String
    /// Where it stands.
    public let phase: Phase
    /// How it ended.
    public let outcome: CaseResult.Outcome?
    /// When it came in.
    public let filedAt: Instant
    /// Due time of the clock that governs it.
    public let dueAt: Instant?

    /// Past its due time at the time of looking.
    public func isOverdue(at now: Instant) -> Bool { dueAt.map { $0 < now } ?? false }

    init(_ row: Row) throws {
        id = try row.id("id")
        number = try row.text("number")
        parentNumber = try row.optionalText("parent_number")
        name = try row.text("subject_name")
        organ = try row.text("organ")
        applicant = try row.text("applicant_name")
        phase = try row.value("phase")
        outcome = try row.optionalText("outcome").flatMap(CaseResult.Outcome.init(rawValue:))
        filedAt = try row.instant("filed_at")
        dueAt = try row.optionalInstant("due_at")
    }
}

/// Which cases to list.
public struct CaseFilter: Sendable {
    /// Only in this phase.
    public var phase: Phase?
    /// Only of this organ in charge.
    public var organ: String?
    /// A number, or part of the service's or the applicant's name.
    public var text: String?
    /// Only past their due time at this moment.
    public var overdueAt: Instant?
    /// Only what applicants filed, without the children of joint services.
    public var rootsOnly = false

    /// All cases.
    public init() {}

    /// Whether more than words is asked for.
    var isNarrowed: Bool { phase != nil || organ != nil || overdueAt != nil || rootsOnly }

    /// What can be asked of `service_case AS c` itself; words are looked up in their own index.
    var condition: SQL {
        var parts: [SQL] = ["1 = 1"]
        if let phase { parts.append("c.phase = \(phase)") }
        if let organ { parts.append("c.organ = \(organ)") }
        if let overdueAt { parts.append("c.due_at < \(overdueAt)") }
        if rootsOnly { parts.append("c.parent_id IS NULL") }
        return SQL.joined(parts, " AND ")
    }
}
