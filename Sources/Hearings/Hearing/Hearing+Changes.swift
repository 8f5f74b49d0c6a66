import Refusals
import WorkingTime

/// What changes between the announcement and the day.
extension Hearing {
    /// That it will not be held, and why.
    struct Cancellation: Sendable, Hashable {
        let on: CivilDate
        let reason: String
    }

    /// Moves it to a later time, and, where a day is given, lets people register until then.
    ///
    /// - Throws: `conflict` before it is announced and once it is held, `invalid` at the field.
    mutating func postpone(
        to time: Instant, registerBy: CivilDate? = nil, why: String, on day: CivilDate, _ rules: HearingRules
    ) throws {
        guard state == .announced || state == .drawn else { throw DomainError.conflict("现在不能改期。") }
        guard time > facts.startsAt, time.day > day else {
            throw DomainError.invalid("starts_on", "改期只能改到更晚的时间。")
        }
        guard (5...300).contains(why.count) else {
            throw DomainError.invalid("reason", "请写明改期的理由，5 到 300 字。")
        }
        if let registerBy { try extendRegistering(to: registerBy, before: time.day, on: day, rules) }
        facts.startsAt = time
    }

    private mutating func extendRegistering(
        to last: CivilDate, before hearing: CivilDate, on day: CivilDate, _ rules: HearingRules
    ) throws {
        guard state == .announced else { throw DomainError.conflict("名单已经公布，报名不能再延长。") }
        guard last > facts.registerBy, last >= day else {
            throw DomainError.invalid("register_by", "报名只能延长到更晚的日期，至少到今天。")
        }
        let between = hearing.days(since: last)
        guard between >= rules.registerDays else {
            throw DomainError.invalid(
                "register_by", "报名要在听证会 \(rules.registerDays) 天前截止，现在只隔 \(between) 天。")
        }
        facts.registerBy = last
    }

    /// It will not be held.
    ///
    /// - Throws: `conflict` before it is announced and once it is held, `invalid` at the field.
    mutating func cancel(why: String, on day: CivilDate) throws {
        guard state == .announced || state == .drawn else {
            throw DomainError.conflict("听证会公告以后、举行以前才能取消。")
        }
        guard (5...300).contains(why.count) else {
            throw DomainError.invalid("cancel_reason", "请写明取消的理由，5 到 300 字，会公布并通知报名的人。")
        }
        (state, cancellation) = (.cancelled, Cancellation(on: day, reason: why))
    }

    /// - Throws: `conflict` while there is no list, and once it is held.
    func requireList() throws {
        guard state == .drawn else { throw DomainError.conflict("名单公布以后、举行以前才能退出和递补。") }
    }

    /// Whether there is something to read of what was said.
    var hasRecord: Bool { [.live, .recorded, .published, .decided].contains(state) }
}
