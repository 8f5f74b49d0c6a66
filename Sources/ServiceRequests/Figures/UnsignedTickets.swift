import Government
import RuleBooks
import Storage
import WorkingTime

/// Tickets that nobody has signed for: their clock has not begun, yet whoever said them waits. Those that would be late if it
/// had begun when they came in count as late, or an organ would do best to sign for nothing.
enum UnsignedTickets {
    /// The condition on rows of `service_request`.
    ///
    /// - Throws: `StorageError`, `notFound` without a calendar.
    static func late(at now: Instant, in tx: Transaction) throws -> SQL {
        let (rules, calendar) = try tx.ask(
            RuleBook<RequestRules>().rulesInForce(in: tx), Directory.calendarInForce)
        let hastened = now.adding(seconds: -rules.limits.urgent * 3_600)
        let urgent: SQL = "(urgent = 1 AND filed_at < \(hastened))"
        let late: [SQL] = rules.kinds.map { kind in
            let last = calendar.lastDayBefore(now.day, byWorkingDays: kind.days)
            return "(urgent IS NULL AND kind = \(kind.code) AND filed_at <= \(last.endOfDay))"
        }
        return """
            (due_at IS NULL AND ended_at IS NULL
                AND (\(SQL.joined([urgent] + late, " OR "))))
            """
    }
}

extension WorkingCalendar {
    /// The last day of which so many working days have passed before today.
    fileprivate func lastDayBefore(_ today: CivilDate, byWorkingDays days: Int) -> CivilDate {
        let yesterday = today.adding(days: -1)
        var day = today
        repeat { day = day.adding(days: -1) } while workingDays(after: day, through: yesterday) < days
        return day
    }
}
