import DecisionModel
import Foundation

/// In which circumstances two rules speak of the same thing at the same moment: both are asked about facts that were made up
/// from what their conditions name.
struct RuleOverlap {
    private let rules: (SupervisionRule, SupervisionRule)
    private let sample: Variables

    /// Facts that grow while a case goes on: rules that count them speak one after the other.
    private static let growing: Set<String> = [
        "acts", "urgings", "pauses", "extensions", "yellow_cards", "red_cards", "age_days", "silent_days",
        "open_days", "paused_days", "days_ago", "used", "left", "over", "used_percent",
    ]

    init(_ one: SupervisionRule, _ other: SupervisionRule, _ sample: Variables) {
        (rules, self.sample) = ((one, other), sample)
    }

    /// The first circumstances, in words; nil when there are none.
    var circumstances: String? {
        guard Self.isSame(rules.0.moment, rules.1.moment), let one = try? FEELExpression(rules.0.condition),
            let other = try? FEELExpression(rules.1.condition)
        else { return nil }
        let grid = self.grid
        let answers = grid.facts.map { (holds(one, $0), holds(other, $0), $0) }
        guard let both = answers.first(where: { $0.0 && $0.1 }) else { return nil }
        let together =
            isOfMoment
            || grid.isWhole && isOne(answers.map { ($0.0, $0.1) }, !grid.names.isDisjoint(with: Self.growing))
        return together ? grid.words(of: both.2) : nil
    }

    /// Whether they look at one moment, so that holding at once is speaking at once.
    private var isOfMoment: Bool { rules.0.moment != nil || rules.0.scope == .act }

    /// Whether, at whatever change, one does not speak without the other: both ways, where they count what grows.
    private func isOne(_ answers: [(Bool, Bool)], _ counts: Bool) -> Bool {
        let leads = answers.allSatisfy { !$0.0 || $0.1 }
        let follows = answers.allSatisfy { !$0.1 || $0.0 }
        return counts ? leads && follows : leads || follows
    }

    /// At its moment the days are what they are.
    private var grid: FactGrid {
        let moment = rules.0.moment
        return FactGrid(
            moment.map { sample.asOf($0) } ?? sample, [rules.0.condition, rules.1.condition],
            fixed: { moment != nil && ActiveRule.passing.contains($0) })
    }

    private func holds(_ expression: FEELExpression, _ facts: Variables) -> Bool {
        (try? expression.evaluate(facts))?.value == .bool(true)
    }

    /// Whether two moments are one: nothing at all of any unit is the point itself.
    static func isSame(_ one: RuleMoment?, _ other: RuleMoment?) -> Bool {
        guard let one, let other else { return one == other }
        return one.anchor == other.anchor && one.place == other.place && one.isMeasured(like: other)
    }
}

extension RuleMoment {
    /// How far behind the point it is, in its unit; before it, less than nothing.
    var place: Int { isBefore ? -amount : amount }

    /// Whether the amounts of both can be compared: they are of one unit, or one of them is nothing.
    func isMeasured(like other: RuleMoment) -> Bool {
        unit == other.unit
            || (amount == 0 || other.amount == 0) && unit != .percent && other.unit != .percent
    }
}

extension Variables {
    /// The facts as they are at the moment from which a rule looks.
    fileprivate func asOf(_ moment: RuleMoment) -> Variables {
        let amount = Value.number(Decimal(moment.amount))
        var facts = self
        switch moment.anchor {
        case .due where moment.isBefore: facts.set(amount, at: ["clock", "left"])
        case .due:
            facts.set(0, at: ["clock", "left"])
            facts.set(100, at: ["clock", "used_percent"])
            for thing in ["clock", "task"] {
                facts.set(.number(Decimal(Swift.max(moment.amount, 1))), at: [thing, "over"])
            }
        case .paused:
            facts.set(true, at: ["clock", "paused"])
            facts.set(true, at: ["case", "paused"])
            facts.set(amount, at: ["clock", "paused_days"])
        case .lastAct: facts.set(amount, at: ["case", "silent_days"])
        case .started:
            facts.set(amount, at: ["case", "age_days"])
            facts.set(amount, at: ["task", "open_days"])
            if moment.unit == .percent { facts.set(amount, at: ["clock", "used_percent"]) }
        }
        return facts
    }
}
