import Government
import WorkingTime

/// On which occasion something is told: each one once.
extension CaseLook {
    /// The occasion on which a rule speaks of something now; nil where it has spoken of it already.
    ///
    /// What is done elsewhere may have been reported as another organ's. When that is put right and the signal was withdrawn,
    /// the organ really responsible has an occasion of its own, once: an organ that took up what the other did is no other.
    func occasion(
        _ rule: SupervisionRule, _ item: SupervisedItem, _ record: CaseRecord, _ known: [Signal]
    ) -> String? {
        let occasion = record.occasion(rule, item)
        let said = known.filter { $0.ruleKey == rule.key }
        guard !said.contains(where: { $0.item == item.name && $0.state.stands }) else { return nil }
        let same = said.filter { $0.occasion == occasion || $0.occasion.hasPrefix("\(occasion)/") }
        guard !same.isEmpty else { return occasion }
        let organ = record.organ(item)
        let isAnothers = same.allSatisfy { $0.state == .withdrawn && answering($0.organ) != answering(organ) }
        return record.reported != nil && isAnothers ? "\(occasion)/\(organ)" : nil
    }

    /// The key of whoever answers for an organ now.
    func answering(_ organ: String) -> String {
        lineage.answering(for: organ, on: now.day)?.key ?? organ
    }
}
