import Refusals
import Storage
import WorkingTime

/// What the publication of a calendar changed; whoever keeps clocks recomputes the running ones from it.
public struct CalendarChange: Sendable {
    /// The calendar that was in force.
    public let old: WorkingCalendar
    /// The calendar in force from now on.
    public let new: WorkingCalendar
}

extension Directory {
    /// The calendar in force: the one with the highest version.
    /// - Throws: `DomainError.notFound` when none has been published yet.
    public static func calendar(in transaction: Transaction) throws -> WorkingCalendar {
        try transaction.ask(calendarInForce)
    }

    /// The same as a question, to be asked with others.
    public static var calendarInForce: Question<WorkingCalendar> {
        Question("SELECT version, body FROM working_calendar ORDER BY version DESC LIMIT 1") { rows in
            guard let row = rows.first else { throw DomainError.notFound("还没有发布工作日历。") }
            return try calendar(row)
        }
    }

    /// One version of the calendar, the one a finished clock was counted with.
    /// - Throws: `DomainError.notFound` when there is no such version.
    public static func calendar(version: Int, in transaction: Transaction) throws -> WorkingCalendar {
        let row = try transaction.row(
            "SELECT version, body FROM working_calendar WHERE version = \(version)")
        guard let row else { throw DomainError.notFound("没有第 \(version) 版工作日历。") }
        return try calendar(row)
    }

    private static func calendar(_ row: Row) throws -> WorkingCalendar {
        try calendars.value(of: row.id("version"), [row.text("body")]) { try row.json("body") }
    }

    private static let calendars = Recalled<WorkingCalendar>(limit: 8)

    /// Publishes the next version of the calendar, for example when the State Council announces a year.
    ///
    /// Runs inside the caller's transaction, so that the clocks recomputed from the answer change with it
    /// or not at all.
    /// - Throws: `DomainError.conflict` unless the version follows the one in force: somebody else
    ///   published in between, and their holidays would be lost.
    public static func publishCalendar(
        _ calendar: WorkingCalendar, by account: Int64, at now: Instant, in transaction: Transaction
    ) throws -> CalendarChange {
        let old = try Directory.calendar(in: transaction)
        guard calendar.version == old.version + 1 else {
            throw DomainError.conflict(
                "工作日历现为第 \(old.version) 版，新版应为第 \(old.version + 1) 版。请刷新后重新编辑。")
        }
        try insert(calendar, publishedBy: account, at: now, in: transaction)
        return CalendarChange(old: old, new: calendar)
    }

    /// Lays down the calendar an installation starts with; later versions are left alone.
    static func startCalendar(_ calendar: WorkingCalendar, at now: Instant, in transaction: Transaction)
        throws
    {
        guard try transaction.row("SELECT version FROM working_calendar LIMIT 1") == nil else { return }
        try insert(calendar, publishedBy: nil, at: now, in: transaction)
    }

    private static func insert(
        _ calendar: WorkingCalendar, publishedBy account: Int64?, at now: Instant, in transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO working_calendar (version, body, published_by, created_at)
            VALUES (\(calendar.version), \(encodeJSON(calendar)), \(account), \(now))
            """)
    }
}
