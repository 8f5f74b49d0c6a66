import DecisionModel
import Government
import Storage
import WorkingTime

extension FEELSurroundings {
    /// The clock and the calendar in force.
    ///
    /// - Throws: `StorageError`.
    public static func inForce(at now: Instant, in tx: Transaction) throws -> FEELSurroundings {
        FEELSurroundings(try Directory.calendar(in: tx), now: now)
    }

    /// The clock and the working days of a district.
    public init(_ calendar: WorkingCalendar, now: Instant) {
        self.init(nowMilliseconds: now.milliseconds) { day in
            calendar.isWorkingDay(CivilDate.epoch.adding(days: day.daysSince1970))
        }
    }
}

extension CivilDate {
    /// 1970-01-01, from which FEEL counts days.
    fileprivate static let epoch = Instant(milliseconds: 0).day
}
