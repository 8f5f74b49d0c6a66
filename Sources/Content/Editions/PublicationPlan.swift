import Cases
import Codes
import DecisionModel
import Government

extension Column {
    /// The process every edition goes through.
    static let process = "publication"

    /// The desk at which the cases of a column wait, as `Cases` knows it.
    static func desk(_ column: Int64) -> String { "\(CaseTask.featureDesk)content:\(column)" }

    /// The case of an edition. It names the column and never the title: who may see the case of a draft is not asked
    /// everywhere where the name of a case stands.
    func filing(by organ: Organ) -> Filing {
        let desk = Self.desk(id)
        let plan = CasePlan(
            code: Self.process, name: "信息发布（\(name)）", version: 1, organ: desk, organName: organ.fullName,
            organCode: organ.code.text, hall: desk, process: Self.process, legalLimit: nil,
            promisedLimit: nil,
            remedies: RemedyBodies(reviewBody: "", court: ""), kind: .publication)
        return Filing(
            plan: plan, applicant: Applicant(kind: .entity, name: organ.name, code: organ.code.text),
            channel: "page", form: [String: Value](), materials: [])
    }
}
