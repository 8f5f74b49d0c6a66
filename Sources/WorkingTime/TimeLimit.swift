/// What a limit is counted in. The law names the unit: 行政许可法 art. 82 counts working days, 信访工作条例
/// natural days, 代表法 months.
public enum LimitUnit: String, Codable, CaseIterable, Sendable {
    /// 工作日: neither weekends nor public holidays, but made-up working days.
    case workingDay = "working_day"
    /// 半个工作日: the morning or the afternoon of a working day.
    case halfDay = "half_day"
    /// 自然日.
    case day
    /// Hours of the clock, day and night.
    case hour
    /// 月, to the same day of a later month.
    case month

    /// Whether rest days count as well.
    var isNatural: Bool { self != .workingDay && self != .halfDay }

    /// The unit as it stands after a number: `个工作日`, `天`.
    public var chinese: String {
        switch self {
        case .workingDay: "个工作日"
        case .halfDay: "个半天"
        case .day: "天"
        case .hour: "小时"
        case .month: "个月"
        }
    }
}

/// How long something may take: a number of units, 0 for on the spot (即办).
public struct TimeLimit: Sendable, Hashable {
    /// What a limit may say: from on the spot to ten years of days.
    public static let values = 0...3_660

    /// The number of units; 0 means on the spot.
    public let value: Int
    /// What is counted.
    public let unit: LimitUnit

    /// A limit of so many units.
    public init(value: Int, unit: LimitUnit) {
        self.value = value
        self.unit = unit
    }

    /// The limit as process files write it, `5 working_day`; nil for an unknown unit or a value outside `values`.
    public init?(text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, let value = Digits.number(words[0]), TimeLimit.values.contains(value),
            let unit = LimitUnit(rawValue: String(words[1]))
        else { return nil }
        self.init(value: value, unit: unit)
    }

    /// `5 working_day`, as process files write it.
    public var text: String { "\(value) \(unit.rawValue)" }

    /// `5 个工作日`, or `当日办结` for 0.
    public var chinese: String { value == 0 ? "当日办结" : "\(value) \(unit.chinese)" }
}

extension TimeLimit: Codable {
    private enum Key: String, CodingKey { case value, unit }

    /// Refuses a value outside `values`: limits come from files that people edit.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let value = try container.decode(Int.self, forKey: .value)
        guard TimeLimit.values.contains(value) else {
            throw DecodingError.dataCorruptedError(
                forKey: .value, in: container, debugDescription: "时限应在 0 到 3660 之间：\(value)")
        }
        self.init(value: value, unit: try container.decode(LimitUnit.self, forKey: .unit))
    }

    /// Writes `{"unit":"working_day","value":5}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(value, forKey: .value)
        try container.encode(unit, forKey: .unit)
    }
}
