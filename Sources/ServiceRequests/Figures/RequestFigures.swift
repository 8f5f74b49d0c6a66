import Storage
import WorkingTime

/// How the tickets of a day went that one organ was responsible for.
public struct RequestFigures: Sendable, Hashable {
    /// Key of the organ.
    public let organ: String
    /// When they came in.
    public let day: CivilDate
    /// How many came in, and how many of them are answered.
    public let filed: Int, ended: Int
    /// How many were answered in time, and of how many it is known whether they were: those that are still open past
    /// their limit were not, also where nobody has signed for them.
    public let onTime: Int, timed: Int
    /// How many authors said how it went; how many that it was solved, and that they are satisfied (4 or 5 of 5).
    public let assessed: Int, solved: Int, satisfied: Int
    /// How many were said again, and how many were sent back by an organ.
    public let repeated: Int, returned: Int

    /// The longest span that is counted at once, in days.
    public static let longestDays = 366

    /// The tickets that came in from one day to another, by organ and day.
    ///
    /// - Parameter organs: the organs that are counted; nil for all.
    /// - Throws: `StorageError`, `notFound` without a calendar.
    public static func tickets(
        from: CivilDate, through: CivilDate, of organs: [String]?, at now: Instant, in tx: Transaction
    ) throws -> [RequestFigures] {
        let narrowed: SQL = organs.map { " AND organ IN \(list: $0)" } ?? ""
        let unsigned = try UnsignedTickets.late(at: now, in: tx)
        let isAnswered: SQL = "ended_at IS NOT NULL AND result NOT IN \(list: RequestRow.unanswered)"
        return try tx.rows(
            """
            SELECT organ, (filed_at + 28800000) / 86400000 AS day_number, min(filed_at) AS first, count(*) AS filed,
                count(*) FILTER (WHERE \(isAnswered)) AS ended,
                count(*) FILTER (WHERE \(isAnswered) AND ended_at <= due_at) AS on_time,
                count(*) FILTER (WHERE (due_at IS NOT NULL
                    AND ((\(isAnswered)) OR (ended_at IS NULL AND due_at < \(now)))) OR \(unsigned)) AS timed,
                count(said_at) AS assessed, count(*) FILTER (WHERE solved = 1) AS solved,
                count(*) FILTER (WHERE grade >= 4) AS satisfied, count(*) FILTER (WHERE round > 1) AS repeated,
                count(*) FILTER (WHERE returned > 0) AS returned
            FROM service_request
            WHERE filed_at >= \(from.startOfDay) AND filed_at <= \(through.endOfDay)
                AND process = \(RequestProcess.ticket.rawValue)\(narrowed)
            GROUP BY 1, 2
            """
        ).map(RequestFigures.init)
    }

    private init(_ row: Row) throws {
        organ = try row.text("organ")
        day = try row.instant("first").day
        (filed, ended) = (try row.int("filed"), try row.int("ended"))
        (onTime, timed) = (try row.int("on_time"), try row.int("timed"))
        (assessed, solved) = (try row.int("assessed"), try row.int("solved"))
        satisfied = try row.int("satisfied")
        (repeated, returned) = (try row.int("repeated"), try row.int("returned"))
    }
}
