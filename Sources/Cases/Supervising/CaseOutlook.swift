import Refusals
import Storage
import WorkingTime

/// What stands in the district and what runs through it, counted and listed alike: each number leads to its cases.
public enum CaseOutlook {
    /// Open cases of an organ about one thing.
    public struct Standing: Sendable, Hashable {
        /// Key of the organ in charge.
        public let organ: String
        /// Code of what they are about.
        public let subject: String
        /// The word of ``CaseKind``.
        public let kind: String
        /// Not over.
        public let open: Int
        /// Of those, past their limit.
        public let overdue: Int
        /// Of those, about to be.
        public let near: Int
    }

    /// What one day brought.
    public struct DayFigure: Sendable {
        /// Came in, by what they are about: code, name and how many.
        public let filed: [(subject: String, name: String, count: Int)]
        /// Decided, or ended before: the promised limit was stopped.
        public let decided: Int
        /// Of those, past the promise.
        public let late: Int
    }

    /// All open cases by organ and subject.
    ///
    /// - Parameters:
    ///   - now: what is due before is overdue.
    ///   - near: what is due before is about to be.
    /// - Throws: `StorageError`, as everything here.
    public static func standing(at now: Instant, near: Instant, in tx: Transaction) throws -> [Standing] {
        // Two walks along the index of what stands: asked for at once, it is passed over for the order of organs.
        let columns: SQL = """
            SELECT organ, subject_code, kind, due_at FROM service_case
            WHERE closed_at IS NULL AND kind NOT IN \(CaseKind.apart)
            """
        return try tx.rows(
            """
            SELECT organ, subject_code, kind, count(*) AS open_count,
                count(*) FILTER (WHERE due_at < \(now)) AS overdue,
                count(*) FILTER (WHERE due_at >= \(now) AND due_at < \(near)) AS near_count
            FROM (\(columns) AND due_at > 0 UNION ALL \(columns) AND due_at IS NULL) AS standing
            GROUP BY organ, subject_code, kind LIMIT 20000
            """
        ).map { row in
            Standing(
                organ: try row.text("organ"), subject: try row.text("subject_code"),
                kind: try row.text("kind"),
                open: try row.int("open_count"), overdue: try row.int("overdue"),
                near: try row.int("near_count"))
        }
    }

    /// What a stretch of time brought.
    public static func figure(from start: Instant, until end: Instant, in tx: Transaction) throws -> DayFigure
    {
        let filed = try tx.rows(
            """
            SELECT subject_code, max(subject_name) AS name, count(*) AS total FROM service_case
            WHERE filed_at >= \(start) AND filed_at < \(end)
                AND kind NOT IN \(CaseKind.uncounted)
            GROUP BY subject_code LIMIT 5000
            """)
        let clocks = try tx.row(
            """
            SELECT count(*) AS decided, count(*) FILTER (WHERE stopped_at > due_at) AS late FROM case_clock
            WHERE name = 'promised' AND stopped_at >= \(start) AND stopped_at < \(end)
            """)
        let uncounted = try tx.row(uncounted(from: start, until: end))
        return DayFigure(
            filed: try filed.map { (try $0.text("subject_code"), try $0.text("name"), try $0.int("total")) },
            decided: try (clocks?.int("decided") ?? 0) - (uncounted?.int("decided") ?? 0),
            late: try (clocks?.int("late") ?? 0) - (uncounted?.int("late") ?? 0))
    }

    /// Orders have a limit, too, and are counted by themselves. They are taken off again: they are few, and the count of
    /// all looks at an index alone. Their clock stops when they are closed.
    private static func uncounted(from start: Instant, until end: Instant) -> SQL {
        """
        SELECT count(*) AS decided, count(*) FILTER (WHERE k.stopped_at > k.due_at) AS late
        FROM service_case c JOIN case_clock k ON k.case_id = c.id
        WHERE c.kind <> 'application' AND c.closed_at >= \(start) AND c.closed_at < \(end) AND k.name = 'promised'
            AND k.stopped_at >= \(start) AND k.stopped_at < \(end)
        """
    }

    /// The names of what open cases are about, by code.
    public static func names(ofSubjects codes: [String], in tx: Transaction) throws -> [String: String] {
        let found = try tx.rows(
            of: codes.map { code in
                """
                SELECT subject_code, subject_name FROM service_case
                WHERE subject_code = \(code) AND closed_at IS NULL LIMIT 1
                """
            })
        return try found.joined().reduce(into: [:]) { names, row in
            names[try row.text("subject_code")] = try row.text("subject_name")
        }
    }
}
