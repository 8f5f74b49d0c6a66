import Cases
import Codes
import Government
import WorkingTime

/// What an order is begun with: its limit and its organs; no service item stands behind it.
enum OrderPlan {
    static let process = "supervision-order"
    /// The steps of the process.
    static let report = "report"
    static let verify = "verify"
    /// How the second of them ends when it is to be done again.
    static let returned = "return"

    /// - Parameter supervising: the key of the body that verifies.
    static func filing(_ form: OrderForm, lead: Organ, supervising: String, channel: String) -> Filing {
        let days = TimeLimit(value: form.limitDays ?? 1, unit: .workingDay)
        let plan = CasePlan(
            code: process, name: "督办：\(form.title)", version: 1, organ: lead.key, organName: lead.fullName,
            organCode: lead.code.text, coOrgans: form.assisting.map(\.organ), hall: supervising,
            process: process, legalLimit: nil, promisedLimit: days,
            extensionRule: ExtensionRule(limit: days, approver: "leader", basis: "督办事项延期由区领导批准"),
            remedies: RemedyBodies(reviewBody: "", court: ""), kind: .supervisionOrder,
            pausesWithEvidence: true, extendsPromise: true)
        return Filing(
            plan: plan,
            applicant: Applicant(kind: .entity, name: "督查督办", code: process),
            channel: channel, form: [:], materials: [])
    }
}
