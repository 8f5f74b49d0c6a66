import Refusals
import WorkingTime

/// A hall in which people are served (政务服务中心), with its hours and rules.
struct Hall: Sendable, Hashable, Identifiable {
    let id: Int64
    let organ: String
    var name: String
    var address: String
    /// On working days, made-up ones too.
    var workingHours: OpeningHours
    /// On weekends and holidays.
    var restHours: OpeningHours
    var rules: HallRules
}

/// What is done at some of its windows, with numbers of its own (业务类别).
struct ServiceGroup: Sendable, Hashable, Identifiable {
    let id: Int64
    let hallID: Int64
    /// With what its numbers begin.
    let letter: String
    var name: String
    /// What is done there, for people.
    var words: String
    /// Whose items these are.
    var organs: [String]
    /// Appointments in one slot; 0 when none can be made.
    var capacity: Int
}

extension Hall {
    /// When it is open on a day.
    func opening(on day: CivilDate, _ calendar: WorkingCalendar) -> OpeningHours {
        calendar.isWorkingDay(day) ? workingHours : restHours
    }

    /// When the slots of a day begin.
    func slots(on day: CivilDate, _ calendar: WorkingCalendar) -> [Instant] {
        opening(on: day, calendar).stretches.flatMap { stretch in
            stride(from: stretch.from, through: stretch.until - rules.slotMinutes, by: rules.slotMinutes)
                .map { Instant(day: day, minute: $0) }
        }
    }

    /// The last day that has been opened for booking.
    func lastReleasedDay(at now: Instant) -> CivilDate {
        now.day.adding(days: now.hour >= rules.releaseHour ? rules.daysAhead : rules.daysAhead - 1)
    }

    /// The days on which something can still be booked.
    func bookableDays(at now: Instant, _ calendar: WorkingCalendar) -> [CivilDate] {
        let last = lastReleasedDay(at: now)
        guard now.day <= last else { return [] }
        return (0...last.days(since: now.day)).map { now.day.adding(days: $0) }
            .filter { slots(on: $0, calendar).contains { $0 > now } }
    }

    /// - Throws: `conflict` with why a slot cannot be booked.
    func requireBookable(_ start: Instant, at now: Instant, _ calendar: WorkingCalendar) throws {
        guard start > now else { throw DomainError.conflict("这个时段已经开始或者过去，请选以后的时段。") }
        guard start.day <= lastReleasedDay(at: now) else {
            throw DomainError.conflict(
                "\(start.day.shortChinese)的号还没有放出：每天 \(rules.releaseHour) 点放出 \(rules.daysAhead) 天后的号。")
        }
        guard slots(on: start.day, calendar).contains(start) else {
            throw DomainError.conflict("大厅在这个时段不开放，请另选时段。")
        }
    }

    /// - Throws: `conflict` when no tickets are given out now.
    func requireTickets(at now: Instant, _ calendar: WorkingCalendar) throws {
        let hours = opening(on: now.day, calendar)
        guard hours.givesTickets(at: now.hour * 60 + now.minute) else {
            throw DomainError.conflict("现在不取号。今天的开放时间：\(hours.chinese)。")
        }
    }
}
