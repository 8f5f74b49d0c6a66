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
    static let passing = [
        "age_days", "silent_days", "open_days", "paused_days", "days_ago", "used", "left", "over",
        "used_percent",
    ]

    /// Whether its condition asks for how something ended, or for the cards there are then: it looks once more when it is over.
    let asksForEnd: Bool
    /// Whether its condition counts cards: it looks after those that bring them.
    let asksForCards: Bool

    private static let ending = ["outcome", "reasoned", "stopped", "closed"]
    private static let cards = ["yellow_cards", "red_cards"]

    /// Nil for one whose condition can no longer be read: it was refused when it was written.
    init?(_ version: RuleVersion) {
        guard let expression = try? FEELExpression(version.rule.condition) else { return nil }
        (self.version, self.expression) = (version, expression)
        let words = Set(version.rule.condition.split { !$0.isLetter && $0 != "_" }.map(String.init))
        asksForTime = !words.isDisjoint(with: Self.passing)
        asksForCards = !words.isDisjoint(with: Self.cards)
        asksForActs = words.contains("acts")
        asksForEnd = asksForCards || !words.isDisjoint(with: Self.ending)
    }

    /// As of when it looks at something: now while it goes on, the end once that is over; nil when it looks no more.
    func sight(of item: SupervisedItem, in record: CaseRecord, now: Instant) -> Instant? {
        if record.isOpen(item) { return now }
        return looksAtEnds(of: record) ? record.endedAt(item) : nil
    }

    /// Whether it was switched on after that moment: what was over by then is not looked at.
    func isYounger(than moment: Instant) -> Bool { version.onFrom.map { moment < $0.startOfDay } ?? false }

    /// Whether it has something to say of what is over: how it ended, that it ended too late, or, of what is done elsewhere,
    /// what was never heard of while it went on. Of what is done nobody is reminded.
    private func looksAtEnds(of record: CaseRecord) -> Bool {
        if asksForEnd { return true }
        return rule.moment == nil ? record.reported != nil && rule.level != .reminder : rule.level.isCard
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
