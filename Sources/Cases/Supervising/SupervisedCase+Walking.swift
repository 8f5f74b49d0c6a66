import Storage
import WorkingTime

extension SupervisedCase {
    /// A place on the way through cases in the order in which they came in.
    public struct Place: Codable, Sendable, Hashable {
        /// When that case came in.
        public let at: Instant
        /// The case; 0 before all of that moment.
        public let id: Int64

        /// A place.
        public init(at: Instant, id: Int64) { (self.at, self.id) = (at, id) }
    }

    /// The next cases behind a place that came in before a moment, oldest first.
    ///
    /// - Throws: `StorageError`, as everything here.
    public static func filed(after place: Place, until end: Instant, limit: Int, in tx: Transaction) throws
        -> [Place]
    {
        try tx.rows(
            """
            SELECT id, filed_at FROM service_case
            WHERE filed_at >= \(place.at) AND filed_at < \(end) AND (filed_at > \(place.at) OR id > \(place.id))
            ORDER BY filed_at, id LIMIT \(limit)
            """
        ).map { Place(at: try $0.instant("filed_at"), id: try $0.id("id")) }
    }

    /// How many cases came in between two moments.
    public static func count(filedFrom start: Instant, until end: Instant, in tx: Transaction) throws -> Int {
        try tx.count("SELECT count(*) FROM service_case WHERE filed_at >= \(start) AND filed_at < \(end)")
    }
}

extension CaseTask {
    /// The step as it stood at an earlier moment: not yet finished, and without what was said when it was.
    public func standing(at moment: Instant) -> CaseTask {
        guard state == .completed, let completedAt, completedAt > moment else { return self }
        var task = self
        (task.state, task.outcome, task.opinion, task.missing) = (.open, nil, nil, [])
        (task.completedBy, task.completedAt) = (nil, nil)
        return task
    }
}
