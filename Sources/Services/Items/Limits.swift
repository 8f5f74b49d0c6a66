import WorkingTime

/// How long a decision may take, counted from acceptance.
public struct Limits: Codable, Sendable, Hashable {
    /// 法定办结时限; nil when no law sets one.
    public var legal: TimeLimit?
    /// 承诺办结时限; nil when the organ promises none beyond the law.
    public var promised: TimeLimit?
    /// What a reader should know about the counting, for example time for an inspection that does not count.
    public var note: String?

    /// The limits of an item.
    public init(legal: TimeLimit?, promised: TimeLimit?, note: String?) {
        (self.legal, self.promised, self.note) = (legal, promised, note)
    }
}

/// One step of handling with its own share of the promised limit (办理环节).
public struct Step: Codable, Sendable, Hashable {
    /// The step's name, for example 现场核查.
    public var name: String
    /// Who does it, in words.
    public var actor: String
    /// Its budget; the budgets of an item add up to no more than the promised limit.
    public var limit: TimeLimit
    /// What is looked at (审查标准).
    public var standard: String
    /// What the step ends with (办理结果).
    public var result: String

    /// A step with its budget.
    public init(name: String, actor: String, limit: TimeLimit, standard: String, result: String) {
        (self.name, self.actor, self.limit) = (name, actor, limit)
        (self.standard, self.result) = (standard, result)
    }
}

extension TimeLimit {
    /// The limit in natural days, good enough to compare limits of different units: five working days are
    /// a week, a month is thirty days.
    public var approximateDays: Double {
        switch unit {
        case .workingDay: Double(value) * 7 / 5
        case .halfDay: Double(value) * 7 / 10
        case .day: Double(value)
        case .hour: Double(value) / 24
        case .month: Double(value) * 30
        }
    }
}
