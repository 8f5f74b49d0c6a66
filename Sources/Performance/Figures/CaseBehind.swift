import Cases
import Storage
import WorkingTime

/// One thing that a figure counts: a case, by its number, and when it came to count.
struct CaseBehind: Sendable, Hashable {
    let id: Int64
    let number: String
    let name: String
    let at: Instant
    /// The page it opens to; nil where there is none, as for a visit.
    let page: String?
}

/// The cases behind a figure of an organ, in the order in which they came to count.
struct CasesBehind {
    static let page = 50

    let figure: Figure
    let organ: String
    let period: Period
    /// One person's alone; nil for all of the organ.
    var accountID: Int64?
    /// One office's alone, empty for what was done outside offices; nil for all of the organ.
    var office: String?
    /// What was done at one post alone, as a person may hold several; nil for whatever post.
    var post: String?
    let now: Instant

    func slice(after cursor: String?, in tx: Transaction) throws -> Slice<CaseBehind> {
        let from = try cursor.map { try Cursor($0) }
        let key = try from.map { Instant(milliseconds: try $0.numericKey) } ?? period.start
        let rows = try tx.rows(query(after: key, from?.id ?? -1))
        let found = try rows.map {
            CaseBehind(
                id: try $0.id("id"), number: try $0.text("number"), name: try $0.text("name"),
                at: try $0.instant("moment"), page: figure.page(try $0.id("id"), try $0.text("number")))
        }
        return Slice(fetched: found, size: Self.page) { Cursor(key: $0.at, id: $0.id) }
    }

    private func query(after key: Instant, _ id: Int64) -> SQL {
        switch figure {
        case .filed: cases("filed_at", "1 = 1", key, id)
        case .closed: cases("closed_at", "1 = 1", key, id)
        case .refused: cases("closed_at", "c.phase = 'refused'", key, id)
        case .promisedEnded, .promisedUsed: clocks("promised", "1 = 1", key, id)
        case .promisedKept: clocks("promised", "k.stopped_at <= k.due_at", key, id)
        case .promisedLate: clocks("promised", "k.stopped_at > k.due_at", key, id)
        case .legalEnded: clocks("legal", "1 = 1", key, id)
        case .legalKept: clocks("legal", "k.stopped_at <= k.due_at", key, id)
        case .legalLate: clocks("legal", "k.stopped_at > k.due_at", key, id)
        case .tasksDone: tasks("1 = 1", key, id)
        case .tasksLate: tasks("t.completed_at > t.due_at", key, id)
        case .supplements: tasks("t.outcome = 'supplement'", key, id)
        case .warnings: signals("level = 'warning'", key, id)
        case .yellowCards: signals("level = 'yellow'", key, id)
        case .redCards: signals("level = 'red'", key, id)
        case .deemedAccepted: signals("rule_key = 'no-acceptance'", key, id)
        case .ordersDue: orders("1 = 1", key, id)
        case .ordersLate: orders("(closed_at IS NULL OR closed_at > due_at)", key, id)
        case .rated: ratings("1 = 1", key, id)
        case .satisfied: ratings("grade >= 3", key, id)
        case .unsatisfied: ratings("grade < 3", key, id)
        case .requestsEnded: requests("1 = 1", key, id)
        case .requestsSaid: requests("solved IS NOT NULL", key, id)
        case .requestsSolved: requests("solved = 1", key, id)
        case .requestsUnsolved: requests("solved = 0", key, id)
        case .accountabilityDecisions: decisions(key, id)
        }
    }

    /// `column` is one of the program's own words.
    private func cases(_ column: SQL, _ also: SQL, _ key: Instant, _ id: Int64) -> SQL {
        """
        SELECT c.id, c.number, c.subject_name AS name, c.\(column) AS moment FROM service_case c
        WHERE c.\(column) >= \(key) AND c.\(column) < \(period.end) AND (c.\(column) > \(key) OR c.id > \(id))
            AND c.organ = \(organ) AND c.kind NOT IN \(CaseKind.uncounted) AND \(also)
        ORDER BY c.\(column), c.id LIMIT \(Self.page + 1)
        """
    }

    private func clocks(_ name: String, _ also: SQL, _ key: Instant, _ id: Int64) -> SQL {
        """
        SELECT k.id, c.number, c.subject_name AS name, k.stopped_at AS moment
        FROM case_clock k JOIN service_case c ON c.id = k.case_id
        WHERE k.name = \(name) AND k.stopped_at >= \(key) AND k.stopped_at < \(period.end)
            AND (k.stopped_at > \(key) OR k.id > \(id)) AND k.due_at IS NOT NULL AND c.organ = \(organ)
            AND c.kind NOT IN \(CaseKind.uncounted) AND \(also)
        ORDER BY k.stopped_at, k.id LIMIT \(Self.page + 1)
        """
    }

    private func tasks(_ also: SQL, _ key: Instant, _ id: Int64) -> SQL {
        let whose: SQL = if let accountID { "t.completed_by = \(accountID)" } else { "t.completed_by > 0" }
        let place: SQL =
            if let office { office.isEmpty ? "t.office IS NULL" : "t.office = \(office)" } else { "1 = 1" }
        let role: SQL = if let post { "t.role = \(post)" } else { "1 = 1" }
        return """
            SELECT t.id, c.number, t.name AS name, t.completed_at AS moment
            FROM case_task t JOIN service_case c ON c.id = t.case_id
            WHERE t.state = 'completed' AND t.completed_at >= \(key) AND t.completed_at < \(period.end)
                AND (t.completed_at > \(key) OR t.id > \(id)) AND t.organ = \(organ) AND \(whose) AND \(place)
                AND \(role) AND \(also)
            ORDER BY t.completed_at, t.id LIMIT \(Self.page + 1)
            """
    }
}
