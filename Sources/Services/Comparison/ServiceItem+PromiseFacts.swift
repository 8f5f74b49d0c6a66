import Cases
import WorkingTime

extension ServiceItem {
    /// What may come later, and what may be promised instead of proved.
    var promiseFacts: [ItemFact] {
        [
            ItemFact("deferral", "容缺补交的期限", deferral?.limit.chinese, forApplicants: true),
            ItemFact(
                "deferral.decides_before", "补齐以前能否准予",
                deferral.map { $0.decidesBefore ? "可以" : "不可以" }, forApplicants: true),
            ItemFact("commitment", "告知承诺", commitmentWords, forApplicants: true),
            ItemFact(
                "commitment.conditions", "告知的内容", commitment?.conditions.listed, forApplicants: true),
            ItemFact(
                "commitment.replaces", "承诺代替的材料",
                commitment.map { terms in terms.replaces.map(materialName).listed }, forApplicants: true),
            ItemFact("commitment.method", "承诺的核查方式", commitment?.method),
            ItemFact("commitment.limit", "承诺的核查期限", commitment?.limit.chinese),
            ItemFact(
                "commitment.consequence", "承诺不实的后果", commitment?.consequence, forApplicants: true),
        ]
    }

    private var commitmentWords: String? {
        if commitment != nil { return "实行" }
        return elements?.withoutCommitment == true ? "不实行" : nil
    }

    private func materialName(_ id: String) -> String { materials.first { $0.id == id }?.name ?? id }

    /// The labels of the questions whose answers stand on the licence.
    var printedLabels: [String] { (output.printed ?? []).map { field($0)?.label ?? $0 } }
}
