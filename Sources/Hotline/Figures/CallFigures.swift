import Storage
import WorkingTime

/// How the calls of a day went.
struct CallFigures: Sendable, Hashable {
    let organ: String
    let day: CivilDate
    let calls: Int
    let answered: Int
    /// From the ringing to the answer, of all answered ones.
    let waitSeconds: Int
    /// What was answered at once, without a ticket.
    let atOnce: Int
    let emergencies: Int

    /// The calls from one day through another, by office and day.
    static func calls(
        from: CivilDate, through: CivilDate, of organs: [String]?, in tx: Transaction
    ) throws -> [CallFigures] {
        let offices = try tx.rows("SELECT DISTINCT organ FROM hotline_exchange LIMIT 100").map {
            try $0.text("organ")
        }
        return try offices.filter { organs?.contains($0) ?? true }.flatMap { organ in
            try tx.rows(
                """
                SELECT day, count(*) AS calls, count(answered_at) AS answered,
                    CAST(coalesce(sum(answered_at - ringing_at), 0) AS BIGINT) AS wait,
                    count(*) FILTER (WHERE outcome = 'answered') AS at_once,
                    count(*) FILTER (WHERE outcome = 'emergency') AS emergencies
                FROM hotline_call WHERE organ = \(organ) AND day >= \(from) AND day <= \(through) GROUP BY day
                """
            ).map { try CallFigures(organ, $0) }
        }
    }

    private init(_ organ: String, _ row: Row) throws {
        self.organ = organ
        day = try row.day("day")
        (calls, answered) = (try row.int("calls"), try row.int("answered"))
        waitSeconds = try row.int("wait") / 1_000
        (atOnce, emergencies) = (try row.int("at_once"), try row.int("emergencies"))
    }
}
