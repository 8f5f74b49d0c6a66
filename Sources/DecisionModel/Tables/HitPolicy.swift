/// What counts when several rules of a table match (DMN 1.5, §8.2.10); the raw value is the sign in the
/// corner of the table.
public enum HitPolicy: String, Codable, Sendable, CaseIterable {
    /// Only one rule may match.
    case unique = "U"
    /// The first rule that matches.
    case first = "F"
    /// Several rules may match, but must say the same.
    case any = "A"
    /// The rule with the most important outputs.
    case priority = "P"
    /// Every rule, in the order of the table.
    case ruleOrder = "R"
    /// Every rule, the most important outputs first.
    case outputOrder = "O"
    /// Every rule, in no particular order.
    case collect = "C"
    /// The sum of all outputs.
    case sum = "C+"
    /// How many different outputs there are.
    case count = "C#"
    /// The smallest output.
    case smallest = "C<"
    /// The largest output.
    case largest = "C>"

    /// What it means, in a few words for a choice.
    public var chinese: String {
        switch self {
        case .unique: "唯一：只能有一条规则适用"
        case .first: "首条：取第一条适用的规则"
        case .any: "任一：适用的规则结论须相同"
        case .priority: "优先：取结论最优先的规则"
        case .ruleOrder: "按规则次序列出全部结论"
        case .outputOrder: "按结论优先次序列出全部结论"
        case .collect: "收集全部结论"
        case .sum: "全部结论求和"
        case .count: "不同结论的个数"
        case .smallest: "最小的结论"
        case .largest: "最大的结论"
        }
    }

    /// Whether all outputs become one number.
    var aggregates: Bool { [.sum, .count, .smallest, .largest].contains(self) }
    /// Whether the order of the output values tells which is more important.
    var needsPriorities: Bool { self == .priority || self == .outputOrder }

    /// The attributes of `decisionTable`.
    var attributes: (hitPolicy: String, aggregation: String?) {
        switch self {
        case .unique: ("UNIQUE", nil)
        case .first: ("FIRST", nil)
        case .any: ("ANY", nil)
        case .priority: ("PRIORITY", nil)
        case .ruleOrder: ("RULE ORDER", nil)
        case .outputOrder: ("OUTPUT ORDER", nil)
        case .collect: ("COLLECT", nil)
        case .sum: ("COLLECT", "SUM")
        case .count: ("COLLECT", "COUNT")
        case .smallest: ("COLLECT", "MIN")
        case .largest: ("COLLECT", "MAX")
        }
    }

    /// Nil when the attributes name none.
    init?(hitPolicy: String?, aggregation: String?) {
        let wanted = hitPolicy ?? "UNIQUE"
        let found = Self.allCases.first {
            $0.attributes.hitPolicy == wanted
                && (wanted != "COLLECT" || $0.attributes.aggregation == aggregation)
        }
        guard let found else { return nil }
        self = found
    }
}
