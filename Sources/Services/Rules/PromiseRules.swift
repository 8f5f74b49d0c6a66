import Cases
import WorkingTime

extension ServiceItem {
    /// The process in which a promise is verified after the decision.
    static let commitmentProcess = "notification-commitment"

    /// What may come later or be promised is named, is not everything, and has terms.
    func promiseFindings() -> [ItemFinding] { deferralFindings() + commitmentFindings() }

    private func deferralFindings() -> [ItemFinding] {
        var found: [ItemFinding] = []
        let marked = materials.filter { $0.deferrable == true }
        for material in marked where !material.isRequired {
            found.append(finding("materials.\(material.id)", "只有申请人必须提交的材料才谈得上容缺后补"))
        }
        if marked.isEmpty != (deferral == nil) {
            found.append(finding("deferral", "有次要材料（deferrable）的事项应写明补交的期限，没有的不写"))
        }
        let required = materials.filter(\.isRequired)
        if !marked.isEmpty, required.allSatisfy(\.isDeferrable) {
            found.append(finding("materials", "主要材料不能全部容缺，至少一份应在受理前提交"))
        }
        if let limit = deferral?.limit, limit.value < 1 || limit.approximateDays > 60 {
            found.append(finding("deferral", "补交的期限应在 1 天到 60 天之间"))
        }
        return found
    }

    private func commitmentFindings() -> [ItemFinding] {
        guard let commitment else { return [] }
        var found: [ItemFinding] = []
        if process != Self.commitmentProcess {
            found.append(finding("commitment", "实行告知承诺的事项应走「\(Self.commitmentProcess)」流程，才有事后核查"))
        }
        if commitment.conditions.isEmpty || commitment.consequence.isEmpty || commitment.method.isEmpty {
            found.append(finding("commitment", "应写明告知的内容、核查方式和承诺不实的后果"))
        }
        let required = Set(materials.filter(\.isRequired).map(\.id))
        for id in commitment.replaces where !required.contains(id) {
            found.append(finding("commitment.replaces", "「\(id)」不是这个事项必须提交的材料"))
        }
        if commitment.limit.value < 1 { found.append(finding("commitment", "核查的期限至少为 1")) }
        return found
    }
}
