import Cases
import Refusals
import Web
import WorkingTime

/// A clock of a case with its working: every day, counted or not, and why.
struct ClockDocument: Encodable, Sendable {
    /// `acceptance`, `legal`, `promised` or `delivery`.
    let name: String
    let label: String
    /// Null: neither law nor promise sets one.
    @OrNull var limit: TimeLimit?
    let started_at: String
    /// Null while the clock is paused, or without a limit.
    @OrNull var due_at: String?
    @OrNull var stopped_at: String?
    /// In `unit`; negative when overdue.
    @OrNull var remaining: Int?
    @OrNull var unit: String?
    let state: State
    let overdue: Bool
    /// What the clock says to a person.
    @OrNull var sentence: String?
    let working: [DayCount]
    let pauses: [PauseDocument]
    let extensions: [ExtensionDocument]

    /// How urgent a clock is, or that it no longer runs.
    enum State: String, Encodable, Sendable, CaseIterable {
        case comfortable, near, due_today, overdue, paused, stopped, unlimited
    }

    init(_ clock: CaseClock, by calendar: WorkingCalendar, now: Instant) {
        let reckoning = clock.reckoning(by: calendar, now: now)
        name = clock.name.rawValue
        label = clock.name.chinese
        started_at = clock.startedAt.rfc3339
        overdue = clock.isOverdue(at: now)
        state = Self.state(of: clock, reckoning)
        working = reckoning?.days ?? []
        pauses = clock.pauses.map(PauseDocument.init)
        extensions = clock.extensions.map(ExtensionDocument.init)
        _limit = OrNull(wrappedValue: clock.limit)
        _due_at = OrNull(wrappedValue: clock.dueAt?.rfc3339)
        _stopped_at = OrNull(wrappedValue: clock.stoppedAt?.rfc3339)
        _remaining = OrNull(wrappedValue: reckoning?.remaining)
        _unit = OrNull(wrappedValue: reckoning?.unit.rawValue)
        _sentence = OrNull(wrappedValue: clock.stoppedAt == nil ? reckoning?.sentence.chinese : nil)
    }

    private static func state(of clock: CaseClock, _ reckoning: Reckoning?) -> State {
        if clock.stoppedAt != nil { return .stopped }
        return switch reckoning?.state {
        case .comfortable: .comfortable
        case .near: .near
        case .dueToday: .due_today
        case .overdue: .overdue
        case .paused: .paused
        case nil: .unlimited
        }
    }
}

/// A stretch in which the clock stood still.
struct PauseDocument: Encodable, Sendable {
    let from: String
    @OrNull var until: String?
    let reason: String

    init(_ pause: Pause) {
        from = pause.from.rfc3339
        reason = pause.reason
        _until = OrNull(wrappedValue: pause.until?.rfc3339)
    }
}

/// One extension of the limit, as it was approved.
struct ExtensionDocument: Encodable, Sendable {
    let limit: TimeLimit
    let reason: String
    let approved_by: String
    let approved_at: String

    init(_ granted: CaseClock.Extension) {
        limit = granted.limit
        reason = granted.reason
        approved_by = granted.approvedBy.name
        approved_at = granted.approvedAt.rfc3339
    }
}

extension ClockDocument {
    private static let limitSchema = Schema.object([
        .init("value", .integer), .init("unit", .oneOf(LimitUnit.allCases.map(\.rawValue))),
    ])

    static let schema = Schema.object([
        .init("name", .oneOf(CaseClock.Name.allCases.map(\.rawValue))),
        .init("label", .text),
        .init("limit", .nullable(limitSchema), "没有规定时限时为 null"),
        .init("started_at", .formatted("date-time")),
        .init("due_at", .nullable(.formatted("date-time")), "暂停计时或没有时限时为 null"),
        .init("stopped_at", .nullable(.formatted("date-time"))),
        .init("remaining", .nullable(.integer), "按 unit 计；超期为负数"),
        .init("unit", .nullable(.oneOf(LimitUnit.allCases.map(\.rawValue)))),
        .init("state", .oneOf(State.allCases.map(\.rawValue))),
        .init("overdue", .boolean),
        .init("sentence", .nullable(.text), "给人看的说法，如“还剩 3 个工作日”"),
        .init("working", .list(dayCount), "逐日的计算过程"),
        .init("pauses", .list(pause)),
        .init("extensions", .list(extensionSchema)),
    ])

    private static let dayCount = Schema.object([
        .init("date", .formatted("date")), .init("counted", .boolean), .init("reason", .text),
    ])

    private static let pause = Schema.object([
        .init("from", .formatted("date-time")), .init("until", .nullable(.formatted("date-time"))),
        .init("reason", .text),
    ])

    private static let extensionSchema = Schema.object([
        .init("limit", limitSchema), .init("reason", .text), .init("approved_by", .text),
        .init("approved_at", .formatted("date-time")),
    ])
}
