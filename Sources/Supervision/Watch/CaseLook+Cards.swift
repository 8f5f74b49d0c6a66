/// What rests on other cards.
extension CaseLook {
    /// Whether it rests on cards of which so many no longer stand.
    func lostItsCards(_ signal: Signal, _ item: SupervisedItem, _ record: CaseRecord) -> Bool {
        guard let active = rules.first(where: { $0.version.id == signal.ruleID }), active.asksForCards,
            let sight = active.sight(of: item, in: record, now: now)
        else { return false }
        return !active.holds(record.facts(of: item, at: sight, now: now, by: calendar))
    }
}
