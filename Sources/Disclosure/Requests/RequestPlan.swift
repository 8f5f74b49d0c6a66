import Cases
import Codes
import DecisionModel
import Government
import WorkingTime

/// What a request for information is begun with: no service item stands behind it, the regulation does.
enum RequestPlan {
    /// The process it runs on; also what tells a request from other matters.
    static let process = "disclosure-request"
    /// What it is called.
    static let name = "政府信息公开申请"

    /// - Parameter hall: the organ that runs the counters, where requests are handed in.
    static func plan(to organ: Organ, hall: Organ, rules: DisclosureRules) -> CasePlan {
        CasePlan(
            code: process, name: name, version: 1, organ: organ.key, organName: organ.fullName,
            organCode: organ.code.text, hall: hall.key, process: process,
            acceptanceLimit: days(rules.limits.supplementDays), legalLimit: days(rules.limits.answerDays),
            promisedLimit: nil,
            extensionRule: ExtensionRule(
                limit: days(rules.limits.extensionDays), approver: rules.limits.extensionApprover,
                basis: rules.limits.extensionBasis),
            remedies: RemedyBodies(reviewBody: rules.remedies.review, court: rules.remedies.court),
            pausesWithEvidence: true)
    }

    static func days(_ value: Int) -> TimeLimit { TimeLimit(value: value, unit: .workingDay) }
}

extension Case {
    /// Whether it asks for information.
    var isDisclosureRequest: Bool { plan.process == RequestPlan.process }

    /// One of the answers of its form.
    func answer(_ field: String) -> String {
        guard case .string(let text) = form[field] else { return "" }
        return text
    }
}
