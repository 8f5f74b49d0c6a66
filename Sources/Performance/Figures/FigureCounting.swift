import Cases
import Storage
import WorkingTime

/// Counts what happened within a stretch of time, by one look along an index for each kind of thing. Grouping is the
/// database's work; stretches are short, so that no statement runs long however many cases there are.
struct FigureCounting {
    let start: Instant
    let end: Instant
    /// What is not due by now is not late.
    let now: Instant

    func sums(in tx: Transaction) throws -> FigureSums {
        var sums = try self.sums(
            of: [
                filed, closed, clocks("promised"), clocks("legal"), signals, orders, ratings, requests,
                decisions,
            ], in: tx)
        for row in try tx.rows(tasks) {
            let person = FigureOwner(
                organ: try row.text("organ"), post: try row.text("role"),
                accountID: try row.id("completed_by"), office: try row.optionalText("office") ?? "")
            try add(row, to: person, &sums)
            try add(row, to: FigureOwner(organ: person.organ), &sums)
        }
        return sums
    }

    /// What supervision has raised, and nothing else.
    func signalSums(in tx: Transaction) throws -> FigureSums { try sums(of: [signals], in: tx) }

    private func sums(of queries: [SQL], in tx: Transaction) throws -> FigureSums {
        var sums: FigureSums = [:]
        for query in queries {
            for row in try tx.rows(query) {
                let owner = FigureOwner(organ: try row.text("organ"))
                try add(row, to: owner, &sums)
            }
        }
        return sums
    }

    /// Each column but those that name the owner is a figure under its own name.
    private func add(_ row: Row, to owner: FigureOwner, _ sums: inout FigureSums) throws {
        for figure in Figure.allCases {
            guard let amount = try? row.int(figure.rawValue) else { continue }
            sums.add(amount, figure, to: owner)
        }
    }

    private var filed: SQL {
        """
        SELECT organ, count(*) AS filed FROM service_case
        WHERE filed_at >= \(start) AND filed_at < \(end) AND kind NOT IN \(CaseKind.uncounted) GROUP BY organ
        """
    }

    private var closed: SQL {
        """
        SELECT organ, count(*) AS closed, count(*) FILTER (WHERE phase = 'refused') AS refused FROM service_case
        WHERE closed_at >= \(start) AND closed_at < \(end) AND kind NOT IN \(CaseKind.uncounted) GROUP BY organ
        """
    }

    /// A clock that has stopped keeps the due time of the calendar it was reckoned by; excluded time is in it.
    private func clocks(_ name: String) -> SQL {
        let kept: SQL = "CAST(sum(CASE WHEN k.stopped_at <= k.due_at THEN 1 ELSE 0 END) AS BIGINT)"
        let late: SQL = "CAST(sum(CASE WHEN k.stopped_at > k.due_at THEN 1 ELSE 0 END) AS BIGINT)"
        let from: SQL = """
            FROM case_clock k JOIN service_case c ON c.id = k.case_id
            WHERE k.name = \(name) AND k.stopped_at >= \(start) AND k.stopped_at < \(end) AND k.due_at IS NOT NULL
                AND c.kind NOT IN \(CaseKind.uncounted)
            GROUP BY c.organ
            """
        guard name == "promised" else {
            return """
                SELECT c.organ, count(*) AS legal_ended, \(kept) AS legal_kept, \(late) AS legal_late \(from)
                """
        }
        return """
            SELECT c.organ, count(*) AS promised_ended, \(kept) AS promised_kept, \(late) AS promised_late,
                CAST(sum(CASE WHEN k.due_at > k.started_at
                    THEN (k.stopped_at - k.started_at) * 1000 / (k.due_at - k.started_at) ELSE 1000 END) AS BIGINT)
                    AS promised_used_permille \(from)
            """
    }

    /// What the system did by itself is nobody's work. The office is the one in which the person stood then.
    private var tasks: SQL {
        """
        SELECT organ, role, office, completed_by, count(*) AS tasks_done,
            count(*) FILTER (WHERE completed_at > due_at) AS tasks_late,
            count(*) FILTER (WHERE outcome = 'supplement') AS supplements
        FROM case_task WHERE state = 'completed' AND completed_at >= \(start) AND completed_at < \(end)
            AND completed_by > 0 AND organ <> 'applicant'
        GROUP BY organ, role, office, completed_by
        """
    }

    /// Signals that were withdrawn or cancelled do not count.
    private var signals: SQL {
        """
        SELECT organ, count(*) FILTER (WHERE level = 'warning') AS warnings,
            count(*) FILTER (WHERE level = 'yellow') AS yellow_cards,
            count(*) FILTER (WHERE level = 'red') AS red_cards,
            count(*) FILTER (WHERE rule_key = 'no-acceptance') AS deemed_accepted
        FROM supervision_signal WHERE raised_at >= \(start) AND raised_at < \(end)
            AND state NOT IN ('withdrawn', 'cancelled')
        GROUP BY organ
        """
    }

    /// Taking an order off the list does not make it on time. One that was called off before it ran out is neither.
    private var orders: SQL {
        """
        SELECT lead AS organ, count(*) AS orders_due,
            count(*) FILTER (WHERE closed_at IS NULL OR closed_at > due_at) AS orders_late
        FROM supervision_order WHERE due_at >= \(start) AND due_at < \(end) AND due_at <= \(now)
            AND (is_unfinished = 0 OR closed_at > due_at)
        GROUP BY lead
        """
    }

    private var ratings: SQL {
        """
        SELECT organ, count(*) AS rated, count(*) FILTER (WHERE grade >= 3) AS satisfied,
            count(*) FILTER (WHERE grade < 3) AS unsatisfied
        FROM service_rating WHERE rated_at >= \(start) AND rated_at < \(end) AND is_excluded = 0
        GROUP BY organ
        """
    }

    /// What was revoked on appeal does not count.
    private var decisions: SQL {
        """
        SELECT organ, count(*) AS accountability_decisions FROM accountability_inquiry
        WHERE closed_at >= \(start) AND closed_at < \(end) AND outcome = 'measure' GROUP BY organ
        """
    }

    private var requests: SQL {
        """
        SELECT organ, count(*) AS requests_ended, count(*) FILTER (WHERE solved IS NOT NULL) AS requests_said,
            count(*) FILTER (WHERE solved = 1) AS requests_solved,
            count(*) FILTER (WHERE solved = 0) AS requests_unsolved
        FROM service_request WHERE ended_at >= \(start) AND ended_at < \(end) AND is_protected = 0
        GROUP BY organ
        """
    }
}
