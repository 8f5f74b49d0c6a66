import DecisionModel
import WorkingTime

/// What rests on other cards.
extension CaseLook {
    /// The cards that stand, each with whoever answers for its organ now.
    func cards(of signals: [Signal]) -> [CaseRecord.Card] {
        signals.compactMap(\.card).map {
            CaseRecord.Card(level: $0.level, at: $0.at, organ: answering($0.organ))
        }
    }

    /// The facts of something, with the cards of one organ: those of the others are not held against it.
    func facts(
        of item: SupervisedItem, in record: CaseRecord, at sight: Instant, against organ: String
    ) -> Variables {
        record.facts(of: item, at: sight, now: now, by: calendar, against: answering(organ))
    }

    /// Whether it rests on cards of which so many no longer stand. They are those of its organ, also where another one has
    /// the case by now.
    func lostItsCards(_ signal: Signal, _ item: SupervisedItem, _ record: CaseRecord) -> Bool {
        guard let active = rules.first(where: { $0.version.id == signal.ruleID }), active.asksForCards,
            let sight = active.sight(of: item, in: record, now: now)
        else { return false }
        return !active.holds(facts(of: item, in: record, at: sight, against: signal.organ))
    }
}
