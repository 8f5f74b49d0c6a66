import Refusals

/// What a hall decides for itself, as whole numbers that its administrator changes.
struct HallRules: Sendable, Hashable {
    /// A day is opened for booking so many days before it.
    var daysAhead = 7
    /// The hour at which that happens.
    var releaseHour = 8
    /// How long a slot is, in minutes.
    var slotMinutes = 30
    /// Until how many minutes before its start an appointment may be given up.
    var cancelMinutes = 60
    /// How many minutes somebody may be late.
    var lateMinutes = 15
    /// After so many appointments that were missed …
    var noShowLimit = 3
    /// … within so many days …
    var noShowDays = 90
    /// … no other is made for so many days.
    var pauseDays = 30
    /// How many hours before its start somebody is reminded.
    var reminderHours = 20
    /// From which age on somebody has priority.
    var priorityAge = 65
    /// How many minutes the elderly and the disabled count as having waited already.
    var priorityMinutes = 30
    /// How many minutes appointments count as having waited at their start.
    var appointmentMinutes = 30
    /// How long somebody takes as long as nothing has been measured, in minutes.
    var serviceMinutes = 10
}

/// One of them, as it stands in the form.
struct HallRule {
    /// Which of them are changed together.
    enum Part: String, CaseIterable {
        case booking, absence, queue

        /// The words over the form.
        var chinese: String {
            switch self {
            case .booking: "预约"
            case .absence: "失约和提醒"
            case .queue: "排队和优先"
            }
        }
    }

    let part: Part
    let name: String
    let label: String
    let range: ClosedRange<Int>
    let path: WritableKeyPath<HallRules, Int>

    static var all: [HallRule] {
        [
            .init(part: .booking, name: "days_ahead", label: "提前几天放号", range: 0...60, path: \.daysAhead),
            .init(part: .booking, name: "release_hour", label: "每天几点放号", range: 0...23, path: \.releaseHour),
            .init(
                part: .booking, name: "slot_minutes", label: "每个预约时段几分钟", range: 10...240, path: \.slotMinutes
            ),
            .init(
                part: .booking, name: "cancel_minutes", label: "开始前几分钟截止取消", range: 0...2_880,
                path: \.cancelMinutes),
            .init(
                part: .booking, name: "late_minutes", label: "最多可以迟到几分钟", range: 0...240, path: \.lateMinutes),
            .init(
                part: .absence, name: "no_show_limit", label: "失约几次暂停预约（0 为不暂停）", range: 0...20,
                path: \.noShowLimit),
            .init(
                part: .absence, name: "no_show_days", label: "失约次数按多少天内计算", range: 1...366, path: \.noShowDays
            ),
            .init(part: .absence, name: "pause_days", label: "暂停预约多少天", range: 1...366, path: \.pauseDays),
            .init(
                part: .absence, name: "reminder_hours", label: "开始前几小时提醒", range: 1...72,
                path: \.reminderHours),
            .init(
                part: .queue, name: "priority_age", label: "满多少周岁优先（按出生年份）", range: 50...100,
                path: \.priorityAge),
            .init(
                part: .queue, name: "priority_minutes", label: "老年人、残疾人视为已等几分钟", range: 0...120,
                path: \.priorityMinutes),
            .init(
                part: .queue, name: "appointment_minutes", label: "到了预约时间视为已等几分钟", range: 0...120,
                path: \.appointmentMinutes),
            .init(
                part: .queue, name: "service_minutes", label: "没有数据时按每人几分钟预计", range: 1...120,
                path: \.serviceMinutes),
        ]
    }
}

extension HallRules {
    /// Takes what was entered of those that are changed together; the others stay.
    /// - Throws: `invalid` with every number that is none or too far off.
    mutating func take(_ part: HallRule.Part, entered: (String) -> String?) throws {
        var errors: [FieldError] = []
        for rule in HallRule.all where rule.part == part {
            if let number = Int(entered(rule.name) ?? ""), rule.range.contains(number) {
                self[keyPath: rule.path] = number
            } else {
                errors.append(
                    FieldError(
                        rule.name,
                        "“\(rule.label)”应为 \(rule.range.lowerBound) 到 \(rule.range.upperBound) 的整数。"))
            }
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }
}

/// Numbers by name: what a later version adds has its usual value where it is missing.
extension HallRules: Codable {
    init(from decoder: any Decoder) throws {
        let numbers = try decoder.singleValueContainer().decode([String: Int].self)
        for rule in HallRule.all {
            if let number = numbers[rule.name] { self[keyPath: rule.path] = number }
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(
            Dictionary(uniqueKeysWithValues: HallRule.all.map { ($0.name, self[keyPath: $0.path]) }))
    }
}
