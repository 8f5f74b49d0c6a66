import WorkingTime

/// What reminds of a silence or of a pause, which end while the case goes on: somebody acts, the clock runs again.
extension CaseLook {
    /// Whether what a signal reminds of has ended since it was raised. The next silence, or the next pause, is another
    /// occasion; a card stays.
    func hasEnded(_ signal: Signal, by rule: SupervisionRule, _ item: SupervisedItem, _ record: CaseRecord)
        -> Bool
    {
        guard !signal.level.isCard, let moment = rule.moment, moment.endsBeforeItsItem else { return false }
        guard let from = record.moment(moment, of: item, by: calendar, now: now) else { return true }
        return from > signal.raisedAt
    }

    /// Whether a rule reminds of a limit to come that has run out already, as of a record that is reported weeks later: that
    /// it is over is for other rules to say.
    func comesTooLate(_ rule: SupervisionRule, _ item: SupervisedItem, _ record: CaseRecord) -> Bool {
        guard rule.level == .reminder, rule.moment?.isBefore == true,
            let due = record.point(.due, of: item)
        else { return false }
        return due < now
    }

    /// Whether a signal that is settled has left room for another one that is due already: the watch was late.
    func isDueAgain(_ signal: Signal, _ record: CaseRecord) -> Bool {
        guard signal.state == .settled, let rule = versions[signal.ruleID]?.rule,
            let moment = rule.moment, moment.endsBeforeItsItem,
            let item = record.items(rule.scope).first(where: { $0.name == signal.item }),
            record.isOpen(item), let from = record.moment(moment, of: item, by: calendar, now: now)
        else { return false }
        return from <= now
    }
}

extension RuleMoment {
    /// Whether its point comes again and again in the life of what is looked at.
    fileprivate var endsBeforeItsItem: Bool { anchor == .lastAct || anchor == .paused }
}
