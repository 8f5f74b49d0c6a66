import Storage
import WorkingTime

/// The cases behind what supervision, ratings and requests count.
extension CasesBehind {
    func signals(_ also: SQL, _ key: Instant, _ id: Int64) -> SQL {
        """
        SELECT id, case_number AS number, rule_name AS name, raised_at AS moment FROM supervision_signal
        WHERE raised_at >= \(key) AND raised_at < \(period.end) AND (raised_at > \(key) OR id > \(id))
            AND organ = \(organ) AND state NOT IN ('withdrawn', 'cancelled') AND \(also)
        ORDER BY raised_at, id LIMIT \(Self.page + 1)
        """
    }

    func orders(_ also: SQL, _ key: Instant, _ id: Int64) -> SQL {
        """
        SELECT id, case_number AS number, title AS name, due_at AS moment FROM supervision_order
        WHERE due_at >= \(key) AND due_at < \(period.end) AND (due_at > \(key) OR id > \(id)) AND due_at <= \(now)
            AND lead = \(organ) AND (is_unfinished = 0 OR closed_at > due_at) AND \(also)
        ORDER BY due_at, id LIMIT \(Self.page + 1)
        """
    }

    /// Of a visit there is no case: its code stays with whoever has it.
    func ratings(_ also: SQL, _ key: Instant, _ id: Int64) -> SQL {
        """
        SELECT id, CASE WHEN source = 'case' THEN subject ELSE '' END AS number, item AS name, rated_at AS moment
        FROM service_rating
        WHERE rated_at >= \(key) AND rated_at < \(period.end) AND (rated_at > \(key) OR id > \(id))
            AND organ = \(organ) AND is_excluded = 0 AND \(also)
        ORDER BY rated_at, id LIMIT \(Self.page + 1)
        """
    }

    /// Who was held to account, and for what, those see who may see the inquiry.
    func decisions(_ key: Instant, _ id: Int64) -> SQL {
        """
        SELECT id, case_number AS number, '行政问责' AS name, closed_at AS moment FROM accountability_inquiry
        WHERE closed_at >= \(key) AND closed_at < \(period.end) AND (closed_at > \(key) OR id > \(id))
            AND organ = \(organ) AND outcome = 'measure'
        ORDER BY closed_at, id LIMIT \(Self.page + 1)
        """
    }

    func requests(_ also: SQL, _ key: Instant, _ id: Int64) -> SQL {
        """
        SELECT id, number, title AS name, ended_at AS moment FROM service_request
        WHERE ended_at >= \(key) AND ended_at < \(period.end) AND (ended_at > \(key) OR id > \(id))
            AND organ = \(organ) AND is_protected = 0 AND \(also)
        ORDER BY ended_at, id LIMIT \(Self.page + 1)
        """
    }
}
