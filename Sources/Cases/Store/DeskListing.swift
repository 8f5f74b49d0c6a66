import Identity
import Storage
import WorkingTime

/// The tasks of one queue as SQL: each way to them follows an index in the order of the desk, what runs out
/// first coming first and what has no due time last.
struct DeskListing {
    let queue: DeskQueue
    let viewer: Viewer

    /// The end of the year 9999, for tasks without a due time; the indexes say the same.
    static let never: Int64 = 253_402_300_799_000
    /// Whoever's turn has not come is told when it has.
    private static let open: SQL = "t.state = 'open' AND t.parked = 0"
    private static let due: SQL = "coalesce(t.due_at, 253402300799000)"

    /// One page, from after the cursor's task.
    func page(after start: Cursor?, limit: Int) throws -> SQL {
        let order: SQL = queue == .done ? "-t.completed_at, -t.id" : "\(Self.due), t.id"
        let sorting: SQL = queue == .done ? "t.completed_at DESC, t.id DESC" : order
        let since = try since(start)
        let ids = branches.map { branch -> SQL in
            """
            SELECT id FROM (SELECT t.id AS id FROM \(branch) AND \(since) ORDER BY \(sorting)
                LIMIT \(limit)) AS page
            """
        }
        return """
            \(TaskSummary.lines) WHERE t.id IN (\(SQL.joined(ids, " UNION ALL ")))
            ORDER BY \(sorting) LIMIT \(limit)
            """
    }

    /// How many tasks there are.
    var count: SQL { "SELECT \(counted(where: "1 = 1"))" }

    /// How many run out from one instant on and before another.
    func count(dueFrom start: Instant, before end: Instant) -> SQL {
        counted(where: "\(Self.due) >= \(start) AND \(Self.due) < \(end)")
    }

    /// How many run out before an instant.
    func count(dueBefore instant: Instant) -> SQL { counted(where: "\(Self.due) < \(instant)") }

    /// Counted on every page of the desk, so no further than anybody reads.
    private func counted(where condition: SQL) -> SQL {
        let counts = branches.map { branch -> SQL in
            """
            (SELECT count(*) FROM
                (SELECT 1 FROM \(branch) AND \(condition) LIMIT \(DeskCount.limit)) AS counted)
            """
        }
        return SQL.joined(counts, " + ")
    }

    private func since(_ start: Cursor?) throws -> SQL {
        guard let start else { return "1 = 1" }
        let key = try start.numericKey
        return queue == .done
            ? "t.completed_at <= \(key) AND (t.completed_at, t.id) < (\(key), \(start.id))"
            : "\(Self.due) >= \(key) AND (\(Self.due), t.id) > (\(key), \(start.id))"
    }

    /// The ways to the tasks, at least one: no id is 0.
    private var branches: [SQL] { ways.isEmpty ? ["case_task t WHERE t.id = 0"] : ways }

    /// What waits for a person in whose name this account acts, when it does not wait for the account itself.
    private func waiting(for person: Int64, besides account: Int64) -> SQL {
        """
        case_party v JOIN service_case c ON c.id = v.case_id JOIN case_task t ON t.case_id = c.id
        WHERE v.party = \(Party.person(person)) AND \(Self.open) AND t.organ = \(CaseTask.applicant)
            AND (c.applicant_account IS NULL OR c.applicant_account <> \(account))
        """
    }

    /// `case_task t … WHERE …`, one for each way; none of them meets another's tasks.
    private var ways: [SQL] {
        switch (viewer, queue) {
        case (.everyone, _), (.system, _): []
        case (.account(let id, _, _, _, _, _), .done), (.officer(let id, _, _, _), .done):
            [
                "case_task t WHERE t.state = 'completed' AND t.completed_by = \(id) AND t.organ NOT LIKE 'desk:%'"
            ]
        case (.account(let id, _, _, _, let wards, _), _):
            wards.map { waiting(for: $0, besides: id) } + [
                """
                service_case c JOIN case_task t ON t.case_id = c.id
                WHERE c.applicant_account = \(id) AND \(Self.open) AND t.organ = \(CaseTask.applicant)
                    AND \(viewer.stillActs(in: "c.id"))
                """
            ]
        case (.officer(_, let organs, _, _), .organ):
            organs.map { "case_task t WHERE \(Self.open) AND t.organ = \($0)" }
        case (.officer(let id, let organs, let roles, _), .mine):
            ["case_task t WHERE \(Self.open) AND t.holder_id = \(id)"]
                + organs.flatMap { organ in
                    roles.map { role in
                        """
                        case_task t WHERE \(Self.open) AND t.holder_id IS NULL AND t.organ = \(organ)
                            AND t.role = \(role)
                        """
                    }
                }
        }
    }
}
