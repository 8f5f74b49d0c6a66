import Refusals
import Storage
import WorkingTime

/// The SQL of periods and of their frozen points.
enum PeriodStore {
    /// What is frozen in one run.
    private static let atOnce = 60

    static func record(_ period: Period, in tx: Transaction) throws -> PeriodRecord? {
        try tx.row("SELECT * FROM performance_period WHERE period = \(period.text)").map(record)
    }

    /// What waits to be frozen, of whatever year, in the order in which it was asked for.
    static func asked(in tx: Transaction) throws -> [PeriodRecord] {
        try tx.rows(
            "SELECT * FROM performance_period WHERE state = 'asked' ORDER BY asked_at, period LIMIT \(atOnce)"
        ).map(record)
    }

    static func ask(_ period: Period, by account: Int64, _ name: String, at now: Instant, in tx: Transaction)
        throws
    {
        let asked = try tx.execute(
            """
            INSERT INTO performance_period (period, state, asked_by, asked_by_name, asked_at, days_done, days)
            VALUES (\(period.text), 'asked', \(account), \(name), \(now), 0, \(period.days))
            ON CONFLICT (period) DO NOTHING
            """)
        guard asked == 1 else { throw DomainError.conflict("\(period.chinese)已经核定，或者正在核定。") }
    }

    /// What was asked for cannot be: it may be asked for again.
    static func drop(_ period: Period, in tx: Transaction) throws {
        try tx.execute(
            "DELETE FROM performance_period WHERE period = \(period.text) AND state = 'asked'")
    }

    static func progress(_ period: Period, days: Int, in tx: Transaction) throws {
        try tx.execute("UPDATE performance_period SET days_done = \(days) WHERE period = \(period.text)")
    }

    static func freeze(_ period: Period, _ freezing: Freezing, at now: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE performance_period SET state = 'frozen', model_id = \(freezing.modelID),
                calendar_version = \(freezing.calendarVersion), organs = \(encodeJSON(freezing.organs)),
                offices = \(encodeJSON(freezing.offices)),
                inherited = \(encodeJSON(freezing.inherited)), appeals_until = \(freezing.appealsUntil),
                frozen_at = \(now), days_done = days
            WHERE period = \(period.text) AND state = 'asked'
            """)
        for row in freezing.ranking.rows {
            try tx.send(
                """
                INSERT INTO performance_score (period, organ, points, place)
                VALUES (\(period.text), \(row.owner.organ), \(row.points), \(row.place))
                """)
        }
        try OfficeFigureStore.keep(freezing.officeScores, of: period, in: tx)
    }

    /// The points as they were frozen.
    static func scores(_ period: Period, in tx: Transaction) throws -> [String: Int] {
        let rows = try tx.rows(
            "SELECT organ, points FROM performance_score WHERE period = \(period.text) LIMIT 5000")
        return try rows.reduce(into: [:]) { try $0[$1.text("organ")] = $1.int("points") }
    }

    private static func record(_ row: Row) throws -> PeriodRecord {
        PeriodRecord(
            period: Period(try row.text("period")) ?? Period(.month, of: .first),
            askedBy: try row.id("asked_by"), askedByName: try row.text("asked_by_name"),
            askedAt: try row.instant("asked_at"),
            daysDone: try row.int("days_done"), modelID: try row.optionalID("model_id"),
            calendarVersion: try row.optionalInt("calendar_version"),
            organs: try row.optionalJSON("organs") ?? [], offices: try row.optionalJSON("offices") ?? [],
            frozenAt: try row.optionalInstant("frozen_at"),
            appealsUntil: try row.optionalInstant("appeals_until"),
            inherited: try row.optionalJSON("inherited") ?? [])
    }
}
