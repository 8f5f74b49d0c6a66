import Cases
import Storage
import WorkingTime

/// The way through matters in the order in which they were heard of.
extension MatterStore {
    /// The next behind a place that were heard of before a moment.
    static func reported(
        after place: SupervisedCase.Place, until end: Instant, limit: Int, in tx: Transaction
    )
        throws -> [SupervisedCase.Place]
    {
        try tx.rows(
            """
            SELECT id, received_at FROM supervised_matter
            WHERE received_at >= \(place.at) AND received_at < \(end)
                AND (received_at > \(place.at) OR id > \(place.id))
            ORDER BY received_at, id LIMIT \(limit)
            """
        ).map { SupervisedCase.Place(at: try $0.instant("received_at"), id: try $0.id("id")) }
    }

    static func count(reportedFrom start: Instant, until end: Instant, in tx: Transaction) throws -> Int {
        try tx.count(
            "SELECT count(*) FROM supervised_matter WHERE received_at >= \(start) AND received_at < \(end)")
    }
}
