import Storage
import WorkingTime

/// A case as supervision looks at it: where it stands, its steps and its clocks, and nothing that anybody answered.
public struct SupervisedCase: Sendable, Hashable {
    /// Ours.
    public let id: Int64
    /// The number people know it by.
    public let number: String
    /// What brought it about: the word of ``CaseKind``.
    public let kind: String
    /// Code of the service.
    public let service: String
    /// Its name.
    public let name: String
    /// Key of the organ in charge.
    public let organ: String
    /// Where it stands in law.
    public let phase: Phase
    /// How it ended.
    public let outcome: String?
    /// When it came in.
    public let filedAt: Instant
    /// From when it counts as accepted.
    public let acceptedAt: Instant?
    /// When nothing more was to be done.
    public let closedAt: Instant?
    /// Its steps, in the order they came up.
    public let tasks: [CaseTask]
    /// Its limits.
    public let clocks: [CaseClock]

    /// A case as it was at a moment, or as a test wants it.
    public init(
        id: Int64, number: String, kind: String, service: String, name: String, organ: String, phase: Phase,
        outcome: String?, filedAt: Instant, acceptedAt: Instant?, closedAt: Instant?, tasks: [CaseTask],
        clocks: [CaseClock]
    ) {
        (self.id, self.number, self.kind, self.service, self.name) = (id, number, kind, service, name)
        (self.organ, self.phase, self.outcome) = (organ, phase, outcome)
        (self.filedAt, self.acceptedAt, self.closedAt) = (filedAt, acceptedAt, closedAt)
        (self.tasks, self.clocks) = (tasks, clocks)
    }
}

extension SupervisedCase {
    /// The cases with these ids, in whatever order. That somebody is held to account is known to those concerned alone: no
    /// rule looks at it.
    ///
    /// - Throws: `StorageError`, as everything here.
    public static func cases(_ ids: [Int64], in tx: Transaction) throws -> [SupervisedCase] {
        guard !ids.isEmpty else { return [] }
        let parts = try tx.rows(
            of: """
                SELECT id, number, kind, subject_code, subject_name, organ, phase, outcome, filed_at, accepted_at,
                    closed_at
                FROM service_case WHERE id IN \(list: ids) AND kind <> 'accountability'
                """,
            "SELECT * FROM case_task WHERE case_id IN \(list: ids) ORDER BY case_id, id",
            "SELECT * FROM case_clock WHERE case_id IN \(list: ids) ORDER BY case_id, id")
        let tasks = try Dictionary(grouping: parts[1]) { try $0.id("case_id") }
        let clocks = try Dictionary(grouping: parts[2]) { try $0.id("case_id") }
        return try parts[0].map { row in
            let id = try row.id("id")
            return SupervisedCase(
                id: id, number: try row.text("number"), kind: try row.text("kind"),
                service: try row.text("subject_code"), name: try row.text("subject_name"),
                organ: try row.text("organ"), phase: try row.value("phase"),
                outcome: try row.optionalText("outcome"), filedAt: try row.instant("filed_at"),
                acceptedAt: try row.optionalInstant("accepted_at"),
                closedAt: try row.optionalInstant("closed_at"),
                tasks: try (tasks[id] ?? []).map(CaseTask.init),
                clocks: try (clocks[id] ?? []).map(CaseClock.init))
        }
    }

    /// The ids of cases with these numbers; what is no number of a case is left out.
    public static func ids(numbered numbers: [String], in tx: Transaction) throws -> [Int64] {
        guard !numbers.isEmpty else { return [] }
        return try tx.rows("SELECT id FROM service_case WHERE number IN \(list: numbers)").map {
            try $0.id("id")
        }
    }

    /// The next cases that are not over, oldest first.
    public static func open(after id: Int64, limit: Int, in tx: Transaction) throws -> [Int64] {
        try tx.rows(
            """
            SELECT id FROM service_case WHERE closed_at IS NULL AND id > \(id) ORDER BY id LIMIT \(limit)
            """
        ).map { try $0.id("id") }
    }

    /// The newest cases that came in since a moment, up to another if one is given.
    public static func filed(since start: Instant, until end: Instant? = nil, limit: Int, in tx: Transaction)
        throws -> [Int64]
    {
        let last: SQL = if let end { "AND filed_at < \(end)" } else { "" }
        return try tx.rows(
            """
            SELECT id FROM service_case WHERE filed_at >= \(start) \(last) ORDER BY filed_at DESC LIMIT \(limit)
            """
        ).map { try $0.id("id") }
    }
}

extension CaseClock {
    /// The limit, of the law unless otherwise said, of something that is done elsewhere and only supervised here.
    public static func elsewhere(
        id: Int64, _ name: Name = .legal, limit: TimeLimit, from start: Instant, due: Instant,
        stoppedAt: Instant?, calendar: Int
    ) -> CaseClock {
        CaseClock(
            id: id, name: name, limit: limit, startedAt: start, stoppedAt: stoppedAt,
            calendarVersion: calendar,
            dueAt: due)
    }

    /// The clock as it ran at an earlier moment: not yet stopped, and without the pauses that came later.
    public func running(at moment: Instant) -> CaseClock {
        var clock = self
        if let stopped = stoppedAt, stopped > moment { clock.stoppedAt = nil }
        clock.pauses = pauses.filter { $0.from <= moment }.map { pause in
            guard let until = pause.until, until > moment else { return pause }
            return Pause(from: pause.from, until: nil, reason: pause.reason)
        }
        return clock
    }
}
