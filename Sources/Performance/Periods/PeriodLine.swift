import Storage
import WorkingTime

/// A period in a list, without the organs and offices it was computed with.
struct PeriodLine: Sendable, Hashable {
    let period: Period
    let askedByName: String
    let frozenAt: Instant?
    let appealsUntil: Instant?
    let calendarVersion: Int?
}

/// Lists of periods: a district has seventeen of them in a year, and reads them years later.
extension PeriodStore {
    private static let page = 40
    private static let columns: SQL = "period, asked_by_name, frozen_at, appeals_until, calendar_version"

    /// Year by year, the newest year first.
    ///
    /// - Parameter isFrozen: whether those that are still being counted are left out.
    static func lines(after cursor: String?, isFrozen: Bool = false, in tx: Transaction) throws -> Slice<
        PeriodLine
    > {
        var parts: [SQL] = [try cursor.map { "period < \(try Cursor($0).key)" } ?? "1 = 1"]
        if isFrozen { parts.append("state = 'frozen'") }
        let rows = try tx.rows(
            """
            SELECT \(columns) FROM performance_period WHERE \(SQL.joined(parts, " AND "))
            ORDER BY period DESC LIMIT \(page + 1)
            """)
        return Slice(fetched: try rows.compactMap(PeriodLine.init), size: page) {
            Cursor(key: $0.period.text, id: 0)
        }
    }

    /// The frozen ones of the last years, the one that ended last at the head; of those that ended together the shortest.
    static func newest(in tx: Transaction) throws -> [Period] {
        try lines(after: nil, isFrozen: true, in: tx).items.map(\.period)
            .sorted { ($1.end, $0.days) < ($0.end, $1.days) }
    }

    /// Frozen months, the newest first.
    ///
    /// - Parameter year: those of one year; nil for all.
    static func frozenMonths(of year: Int? = nil, limit: Int, in tx: Transaction) throws -> [Period] {
        let when: SQL = year.map { "substr(period, 1, 4) = \(String($0))" } ?? "1 = 1"
        let rows = try tx.rows(
            """
            SELECT period FROM performance_period
            WHERE state = 'frozen' AND length(period) = 7 AND substr(period, 6, 1) <> 'Q' AND \(when)
            ORDER BY period DESC LIMIT \(limit)
            """)
        return try rows.compactMap { Period(try $0.text("period")) }
    }
}

extension PeriodLine {
    /// nil for a name that this program cannot read.
    fileprivate init?(_ row: Row) throws {
        guard let period = Period(try row.text("period")) else { return nil }
        self.init(
            period: period, askedByName: try row.text("asked_by_name"),
            frozenAt: try row.optionalInstant("frozen_at"),
            appealsUntil: try row.optionalInstant("appeals_until"),
            calendarVersion: try row.optionalInt("calendar_version"))
    }
}
