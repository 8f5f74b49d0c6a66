import Storage
import WorkingTime

extension CaseOutlook {
    /// Which cases a number counts.
    public struct Filter: Sendable, Hashable {
        /// The number.
        public enum Figure: String, Sendable, CaseIterable {
            /// What stands: all, past the limit, about to be, orders past theirs.
            case open, overdue, near, orders
            /// What ran: came in, was decided, was decided late.
            case filed, decided, late
        }

        /// The number.
        public var figure: Figure
        /// When it was counted, and until when a limit is about to run out.
        public var at: Instant
        /// Until when a limit is about to run out.
        public var near: Instant
        /// Key of the organ in charge.
        public var organ: String?
        /// Code of what they are about.
        public var subject: String?
        /// The stretch of time of what ran.
        public var stretch: Range<Instant>
        /// Only these, where somebody else counts.
        public var ids: [Int64]?

        /// A filter.
        public init(
            _ figure: Figure, at: Instant, near: Instant, organ: String? = nil, subject: String? = nil,
            stretch: Range<Instant>, ids: [Int64]? = nil
        ) {
            (self.figure, self.at, self.near, self.organ, self.subject) = (figure, at, near, organ, subject)
            (self.stretch, self.ids) = (stretch, ids)
        }
    }

    /// A case in such a list: nothing that anybody answered.
    public struct Entry: Sendable, Hashable {
        /// By which the list goes on.
        public let key: Int64
        /// Ours.
        public let id: Int64
        /// The number people know it by.
        public let number: String
        /// What it is about.
        public let name: String
        /// Key of the organ in charge.
        public let organ: String
        /// When it came in.
        public let filedAt: Instant
        /// The limit of the phase it is in.
        public let dueAt: Instant?
    }

    /// How many a page shows.
    public static let page = 30

    /// One page of the cases a number counts.
    ///
    /// - Throws: `malformed` for a cursor that is none.
    public static func cases(_ filter: Filter, after cursor: String?, in tx: Transaction) throws -> Slice<
        Entry
    > {
        let after = try cursor.map { try Cursor($0) }
        let rows = try tx.rows(statement(filter, (after.flatMap { Int64($0.key) } ?? 0, after?.id), page + 1))
        let entries = try rows.map { row in
            Entry(
                key: try row.id("sort_key"), id: try row.id("sort_id"), number: try row.text("number"),
                name: try row.text("subject_name"), organ: try row.text("organ"),
                filedAt: try row.instant("filed_at"), dueAt: try row.optionalInstant("due_at"))
        }
        return Slice(fetched: entries, size: page) { Cursor(key: $0.key, id: $0.id) }
    }

    private static func statement(_ filter: Filter, _ after: (key: Int64, id: Int64?), _ limit: Int) -> SQL {
        switch filter.figure {
        case .open: open(filter, after.id, limit)
        case .overdue, .near, .orders: due(filter, after, limit)
        case .filed: filed(filter, after, limit)
        case .decided, .late: decided(filter, after, limit)
        }
    }

    /// What an organ publishes has no limit, and orders are counted by themselves.
    private static let matters: SQL = "c.kind NOT IN \(CaseKind.uncounted)"
    private static let columns: SQL = "c.number, c.subject_name, c.organ, c.filed_at, c.due_at"

    private static func scope(_ filter: Filter) -> SQL {
        // What came in since it was counted is in the next count.
        var parts: [SQL] = ["c.filed_at <= \(filter.at)"]
        if let organ = filter.organ { parts.append("c.organ = \(organ)") }
        if let subject = filter.subject { parts.append("c.subject_code = \(subject)") }
        if let ids = filter.ids { parts.append("c.id IN \(list: ids)") }
        return SQL.joined(parts, " AND ")
    }

    private static func open(_ filter: Filter, _ after: Int64?, _ limit: Int) -> SQL {
        """
        SELECT c.id AS sort_key, c.id AS sort_id, \(columns) FROM service_case c
        WHERE c.closed_at IS NULL AND \(matters) AND \(scope(filter)) AND c.id > \(after ?? 0)
        ORDER BY c.id LIMIT \(limit)
        """
    }

    private static func due(_ filter: Filter, _ after: (key: Int64, id: Int64?), _ limit: Int) -> SQL {
        let start: SQL = if let id = after.id { "(c.due_at, c.id) > (\(after.key), \(id))" } else { "1 = 1" }
        let span: SQL =
            filter.figure == .near
            ? "c.due_at >= \(filter.at) AND c.due_at < \(filter.near)" : "c.due_at < \(filter.at)"
        let kind: SQL = filter.figure == .orders ? "c.kind = 'supervision_order'" : matters
        return """
            SELECT c.due_at AS sort_key, c.id AS sort_id, \(columns) FROM service_case c
            WHERE c.closed_at IS NULL AND \(span) AND \(kind) AND \(scope(filter)) AND \(start)
            ORDER BY c.due_at, c.id LIMIT \(limit)
            """
    }

    private static func filed(_ filter: Filter, _ after: (key: Int64, id: Int64?), _ limit: Int) -> SQL {
        let start: SQL =
            if let id = after.id { "(c.filed_at, c.id) < (\(after.key), \(id))" } else { "1 = 1" }
        return """
            SELECT c.filed_at AS sort_key, c.id AS sort_id, \(columns) FROM service_case c
            WHERE c.filed_at >= \(filter.stretch.lowerBound) AND c.filed_at < \(filter.stretch.upperBound)
                AND \(matters) AND \(scope(filter)) AND \(start)
            ORDER BY c.filed_at DESC, c.id DESC LIMIT \(limit)
            """
    }

    private static func decided(_ filter: Filter, _ after: (key: Int64, id: Int64?), _ limit: Int) -> SQL {
        let start: SQL =
            if let id = after.id { "(k.stopped_at, k.id) < (\(after.key), \(id))" } else { "1 = 1" }
        let late: SQL = filter.figure == .late ? "k.stopped_at > k.due_at" : "1 = 1"
        return """
            SELECT k.stopped_at AS sort_key, k.id AS sort_id, \(columns)
            FROM case_clock k JOIN service_case c ON c.id = k.case_id
            WHERE k.name = 'promised' AND k.stopped_at >= \(filter.stretch.lowerBound)
                AND k.stopped_at < \(filter.stretch.upperBound) AND k.stopped_at <= \(filter.at) AND \(matters) AND \(late) AND \(scope(filter)) AND \(start)
            ORDER BY k.stopped_at DESC, k.id DESC LIMIT \(limit)
            """
    }
}
