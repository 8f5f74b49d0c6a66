import Refusals
import WorkingTime

/// From when a rule looks at something, so that nothing has to be looked at before: so long before or after a point in the
/// life of what it looks at.
struct RuleMoment: Codable, Sendable, Hashable {
    /// The point.
    enum Anchor: String, Codable, Sendable, CaseIterable {
        /// The limit runs out.
        case due
        /// It came up, or began to run.
        case started
        /// The clock was stopped, and stands still.
        case paused
        /// The last act of a person on the case.
        case lastAct = "last_act"

        var chinese: String {
            switch self {
            case .due: "到期"
            case .started: "开始"
            case .paused: "暂停"
            case .lastAct: "最近一次办理"
            }
        }
    }

    enum Unit: String, Codable, Sendable, CaseIterable {
        case workingDay = "working_day"
        case day, hour
        /// Of the limit of a clock, after it began.
        case percent

        var chinese: String {
            switch self {
            case .workingDay: "个工作日"
            case .day: "天"
            case .hour: "小时"
            case .percent: "%（时限用去）"
            }
        }
    }

    var anchor: Anchor
    var isBefore: Bool
    var amount: Int
    var unit: Unit

    private enum CodingKeys: String, CodingKey {
        case anchor, amount, unit
        case isBefore = "before"
    }

    func errors(in scope: SupervisionRule.Scope) -> [FieldError] {
        var errors: [FieldError] = []
        if !(0...1_000).contains(amount) { errors.append(FieldError("amount", "数量应为 0 到 1000。")) }
        if isBefore && anchor != .due { errors.append(FieldError("anchor", "只有到期可以提前。")) }
        if unit == .percent && (scope != .clock || anchor != .started || amount > 100) {
            errors.append(FieldError("unit", "百分比只用于时限开始以后，不超过 100。"))
        }
        let fits: Bool =
            switch (scope, anchor) {
            case (.clock, .lastAct), (.task, .paused), (.task, .lastAct), (.matter, .due), (.matter, .paused):
                false
            case (.act, let anchor): anchor == .started
            default: true
            }
        if !fits { errors.append(FieldError("anchor", "\(scope.chinese)没有「\(anchor.chinese)」这个时间。")) }
        return errors
    }

    /// Whether it names a day and no instant of it.
    var isOfDay: Bool { (unit == .day || unit == .workingDay) && (isBefore || amount > 0) }

    /// In words: `到期前 1 个工作日`.
    var chinese: String {
        amount == 0 && unit != .percent
            ? anchor.chinese : "\(anchor.chinese)\(isBefore ? "前" : "后") \(amount) \(unit.chinese)"
    }

    /// The instant, so long before or after the point.
    func instant(from point: Instant, by calendar: WorkingCalendar) -> Instant {
        let days = isBefore ? -amount : amount
        switch unit {
        case .hour: return point.adding(seconds: days * 3_600)
        case .percent: return point
        case .day: return placed(point.day.adding(days: days), point)
        case .workingDay: return placed(calendar.workingDay(days, from: point.day), point)
        }
    }

    /// Before a limit runs out one is reminded in the morning; after it, when the day is over.
    private func placed(_ day: CivilDate, _ point: Instant) -> Instant {
        if isBefore { return day.startOfDay }
        return amount == 0 ? Instant(milliseconds: point.milliseconds + 1) : day.adding(days: 1).startOfDay
    }
}

extension WorkingCalendar {
    /// The day so many working days after another, or before it.
    func workingDay(_ count: Int, from day: CivilDate) -> CivilDate {
        var day = day
        for _ in 0..<abs(count) {
            guard count < 0 else {
                day = workingDay(onOrAfter: day.adding(days: 1))
                continue
            }
            repeat { day = day.adding(days: -1) } while !isWorkingDay(day) && day > .first
        }
        return day
    }
}
