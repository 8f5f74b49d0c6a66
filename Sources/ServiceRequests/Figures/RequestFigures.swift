import Storage
import WorkingTime

/// How the tickets of a day went that one organ was responsible for, or how many it sent back.
public struct RequestFigures: Sendable, Hashable {
    /// Key of the organ.
    public let organ: String
    /// When they came in.
    public let day: CivilDate
    /// How many came in, and how many of them are answered.
    public private(set) var filed = 0, ended = 0
    /// How many were answered in time, and of how many it is known whether they were: those that are still open past
    /// their limit were not, also where nobody has signed for them.
    public private(set) var onTime = 0, timed = 0
    /// How many authors said how it went; how many that it was solved, and that they are satisfied (4 or 5 of 5).
    public private(set) var assessed = 0, solved = 0, satisfied = 0
    /// How many were said again.
    public private(set) var repeated = 0
    /// How many it sent back, and how many of those are with others now.
    public private(set) var returned = 0, passedOn = 0

    /// The longest span that is counted at once, in days.
    public static let longestDays = 366

    /// The tickets that came in from one day to another, by organ and day; beside them, by themselves, those that an organ
    /// sent back.
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
                count(*) FILTER (WHERE grade >= 4) AS satisfied, count(*) FILTER (WHERE round > 1) AS repeated
            FROM service_request
            WHERE filed_at >= \(from.startOfDay) AND filed_at <= \(through.endOfDay)
                AND process = \(RequestProcess.ticket.rawValue)\(narrowed)
            GROUP BY 1, 2
            """
        ).map { try RequestFigures($0) } + returns(from: from, through: through, of: organs, in: tx)
    }

    /// What was sent back counts for the organ that did so, whoever has it now.
    private static func returns(
        from: CivilDate, through: CivilDate, of organs: [String]?, in tx: Transaction
    ) throws -> [RequestFigures] {
        let narrowed: SQL = organs.map { " AND t.organ IN \(list: $0)" } ?? ""
        return try tx.rows(
            """
            SELECT t.organ, (r.filed_at + 28800000) / 86400000 AS day_number, min(r.filed_at) AS first,
                count(DISTINCT r.id) AS returned, count(DISTINCT r.id) FILTER (WHERE t.organ <> r.organ) AS passed_on
            FROM service_request r JOIN case_task t ON t.case_id = r.id
            WHERE r.filed_at >= \(from.startOfDay) AND r.filed_at <= \(through.endOfDay)
                AND r.process = \(RequestProcess.ticket.rawValue) AND r.returned > 0
                AND t.element = \(Objection.element) AND t.outcome = \(Objection.outcome)\(narrowed)
            GROUP BY 1, 2
            """
        ).map { try RequestFigures(returns: $0) }
    }

    private init(_ row: Row) throws {
        organ = try row.text("organ")
        day = try row.instant("first").day
        (filed, ended) = (try row.int("filed"), try row.int("ended"))
        (onTime, timed) = (try row.int("on_time"), try row.int("timed"))
        (assessed, solved) = (try row.int("assessed"), try row.int("solved"))
        (satisfied, repeated) = (try row.int("satisfied"), try row.int("repeated"))
    }

    private init(returns row: Row) throws {
        organ = try row.text("organ")
        day = try row.instant("first").day
        (returned, passedOn) = (try row.int("returned"), try row.int("passed_on"))
    }
}
