import DecisionModel
import Journal
import WorkingTime

/// A rule that looks, with its condition read.
struct ActiveRule: Sendable {
    let version: RuleVersion
    private let expression: FEELExpression

    var rule: SupervisionRule { version.rule }

    /// Whether its condition asks for what changes by the passing of days alone: then a case in which it does not hold yet is
    /// looked at once a day.
    let asksForTime: Bool

    /// Whether its condition goes by what was done before.
    let asksForActs: Bool

    /// Facts that count days.
    private static let passing = [
        "age_days", "silent_days", "open_days", "paused_days", "days_ago", "used", "left", "over",
        "used_percent",
    ]

    /// Nil for one whose condition can no longer be read: it was refused when it was written.
    init?(_ version: RuleVersion) {
        guard let expression = try? FEELExpression(version.rule.condition) else { return nil }
        (self.version, self.expression) = (version, expression)
        let words = version.rule.condition.split { !$0.isLetter && $0 != "_" }.map(String.init)
        asksForTime = !Set(words).isDisjoint(with: Self.passing)
        asksForActs = words.contains("acts")
    }

    /// Whether the condition holds; one that had to be stopped does not.
    func holds(_ facts: Variables) -> Bool {
        guard let result = try? expression.evaluate(facts) else { return false }
        return result.value == .bool(true)
    }

    /// Whether the condition names what an act did.
    func names(_ act: SubjectAct) -> Bool { rule.condition.contains("\"\(act.action)\"") }

    /// The rules that look on a day.
    static func on(_ day: CivilDate, of versions: [RuleVersion]) -> [ActiveRule] {
        RuleVersion.looking(on: day, of: versions).compactMap(ActiveRule.init)
    }
}
