import Foundation

/// A value while an expression is being evaluated (DMN 1.5, §10.3.2). Outside it is a `Value`, plain JSON:
/// dates, times and durations are texts there, since rows keep JSON and JSON knows no dates.
enum FEELValue: Sendable {
    case null
    case bool(Bool)
    case number(Decimal)
    case string(String)
    case list([FEELValue])
    case context([String: FEELValue])
    case date(FEELDate)
    indirect case time(FEELTime)
    indirect case dateTime(FEELDateTime)
    /// A duration of years and months, in months.
    case months(Int)
    /// A duration of days and time, in seconds.
    case seconds(Decimal)
    indirect case range(FEELRange)
    indirect case function(FEELFunction)
}

/// What lies between two values; an end that is missing is open to infinity.
struct FEELRange: Sendable {
    let low: FEELValue?
    let includesLow: Bool
    let high: FEELValue?
    let includesHigh: Bool
}

/// A function written in an expression, with the names it was written among.
struct FEELFunction: Sendable {
    /// The name it was bound to, so that it can call itself.
    var name: String?
    let parameters: [FEELParameter]
    let body: FEELNode
    let scope: [FEELScope]
}

/// Names of one level, the innermost last.
enum FEELScope: Sendable {
    case name(String, FEELValue)
    case context([String: FEELValue])

    func value(of wanted: String) -> FEELValue? {
        switch self {
        case .name(let name, let value): name == wanted ? value : nil
        case .context(let context): context[wanted]
        }
    }
}

extension FEELValue {
    /// What kind of value it is, in words for the person who wrote the expression.
    var kindName: String {
        switch self {
        case .null: "空值"
        case .bool: "是非"
        case .number: "数字"
        case .string: "文字"
        case .list: "列表"
        case .context: "对象"
        case .date: "日期"
        case .time: "时刻"
        case .dateTime: "日期时刻"
        case .months: "年月时长"
        case .seconds: "日时时长"
        case .range: "区间"
        case .function: "函数"
        }
    }

    /// Which kind it is; values of different kinds cannot be compared.
    var kind: Int {
        switch self {
        case .null: 0
        case .bool: 1
        case .number: 2
        case .string: 3
        case .list: 4
        case .context: 5
        case .date: 6
        case .time: 7
        case .dateTime: 8
        case .months: 9
        case .seconds: 10
        case .range: 11
        case .function: 12
        }
    }

    var isNull: Bool { if case .null = self { true } else { false } }
    /// The third truth value is `nil`: what is neither true nor false counts as unknown.
    var truth: Bool? { if case .bool(let truth) = self { truth } else { nil } }

    init(_ truth: Bool?) { self = truth.map { .bool($0) } ?? .null }
    init(_ number: Int) { self = .number(Decimal(number)) }

    /// A list of one stands for its member where one value is wanted (DMN 1.5, §10.3.2.9.4).
    var single: FEELValue {
        if case .list(let members) = self, members.count == 1 { members[0] } else { self }
    }
    /// A value stands for a list of one where a list is wanted.
    var members: [FEELValue] { if case .list(let members) = self { members } else { [self] } }

    var text: String? { if case .string(let text) = single { text } else { nil } }
    var decimal: Decimal? { if case .number(let number) = single { number } else { nil } }
    var int: Int? { decimal.flatMap(FEELNumber.int) }
}

extension FEELValue {
    /// A duration of years and months; nil when no calendar reaches so far.
    static func duration(months: Int?) -> FEELValue? {
        guard let months, months.magnitude < 100_000_000_000 else { return nil }
        return .months(months)
    }

    /// A duration of days and time; nil when no calendar reaches so far.
    static func duration(seconds: Decimal?) -> FEELValue? {
        guard let seconds, seconds.magnitude < 100_000_000_000_000_000 else { return nil }
        return .seconds(seconds)
    }
}
