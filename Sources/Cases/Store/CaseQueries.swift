import Identity
import Refusals
import Storage
import WorkingTime

/// Bounded lists, paged by key; every one takes the viewer.
enum CaseQueries {
    /// Rows of one page.
    static let pageSize = 20

    static func cases(
        _ filter: CaseFilter, for viewer: Viewer, after: String?, limit: Int = pageSize, in tx: Transaction
    ) throws -> Slice<CaseSummary> {
        let start = try after.map(Cursor.init)
        let since: SQL = try start.map { "c.id < \(try $0.numericKey)" } ?? "1 = 1"
        let rows = try tx.rows(
            """
            SELECT c.id, c.number, c.subject_name, c.organ, c.applicant_name, c.phase, c.outcome, c.filed_at,
                c.due_at, (SELECT p.number FROM service_case p WHERE p.id = c.parent_id) AS parent_number
            FROM service_case c
            WHERE \(viewer.maySeeCase) AND \(filter.condition) AND \(since)
            ORDER BY c.id DESC LIMIT \(limit + 1)
            """)
        return Slice(fetched: try rows.map(CaseSummary.init), size: limit) {
            Cursor(key: $0.id, id: $0.id)
        }
    }

    /// Tasks with the case they belong to, to be narrowed by a `WHERE`.
    static let taskLines: SQL =
        """
        SELECT t.*, c.number AS case_number, c.subject_name, c.applicant_name,
            (SELECT p.subject_name FROM service_case p WHERE p.id = c.parent_id) AS parent_name,
            CASE WHEN c.phase = 'accepted' AND c.due_at IS NULL AND EXISTS (
                SELECT 1 FROM case_clock k WHERE k.case_id = c.id AND k.stopped_at IS NULL
                    AND k.limit_value IS NOT NULL) THEN 1 ELSE 0 END AS paused
        FROM case_task t JOIN service_case c ON c.id = t.case_id
        """

    /// The desk: what runs out first comes first; what has no due time comes last.
    static func tasks(
        _ queue: DeskQueue, for viewer: Viewer, after: String?, in tx: Transaction
    ) throws -> Slice<TaskSummary> {
        let start = try after.map(Cursor.init)
        let order: SQL = queue == .done ? "-t.completed_at" : "coalesce(t.due_at, \(Self.never))"
        let since: SQL =
            try start.map { "(\(order), t.id) > (\(try $0.numericKey), \($0.id))" } ?? "1 = 1"
        let rows = try tx.rows(
            """
            \(taskLines)
            WHERE \(condition(queue, viewer)) AND \(since)
            ORDER BY \(order), t.id LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(TaskSummary.init), size: pageSize) { line in
            let key =
                queue == .done
                ? -(line.task.completedAt?.milliseconds ?? 0) : line.task.dueAt?.milliseconds ?? never
            return Cursor(key: key, id: line.task.id)
        }
    }

    static func count(_ queue: DeskQueue, for viewer: Viewer, in tx: Transaction) throws -> Int {
        try tx.count(
            "SELECT count(*) FROM case_task t JOIN service_case c ON c.id = t.case_id WHERE \(condition(queue, viewer))"
        )
    }

    private static let never: Int64 = 253_402_300_799_000

    static func condition(_ queue: DeskQueue, _ viewer: Viewer) -> SQL {
        switch viewer {
        case .system: "t.state = 'open'"
        case .everyone: "1 = 0"
        case .account(let id, _, _):
            queue == .done
                ? "t.state = 'completed' AND t.completed_by = \(id)"
                : "t.state = 'open' AND t.organ = \(CaseTask.applicant) AND c.applicant_account = \(id)"
        case .officer(let id, let organs, let roles):
            switch queue {
            case .mine:
                """
                t.state = 'open' AND (t.holder_id = \(id)
                 OR (t.holder_id IS NULL AND t.organ IN \(list: organs) AND t.role IN \(list: roles)))
                """
            case .organ: "t.state = 'open' AND t.organ IN \(list: organs)"
            case .done: "t.state = 'completed' AND t.completed_by = \(id)"
            }
        }
    }
}
