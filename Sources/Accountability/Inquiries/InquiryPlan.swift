import Cases
import DecisionModel
import Journal
import WorkingTime

/// What the case of an inquiry is begun with. It names nobody: who may see a case is not asked everywhere where its name
/// stands.
enum InquiryPlan {
    static let process = "accountability"
    /// The desk at which its steps wait, as `Cases` knows it.
    static let desk = "\(CaseTask.featureDesk)accountability"
    /// The role of whoever it is about, in the process.
    static let person = "person"

    /// Where it stands while a step of the process is open.
    static let stages: [String: Inquiry.Stage] = [
        "check": .checking, "hear": .hearing, "decide": .deciding, "serve": .serving, "appeal": .appealable,
        "review": .reviewing,
    ]

    /// - Parameter limits: of the steps, as the rules have them today.
    static func filing(channel: String, limits: [String: TimeLimit]?) -> Filing {
        let plan = CasePlan(
            code: process, name: "行政问责", version: 1, organ: desk, organName: "行政问责", organCode: process,
            hall: desk, process: process, legalLimit: nil, promisedLimit: nil,
            remedies: RemedyBodies(reviewBody: "", court: ""), kind: .accountability,
            stepLimits: limits)
        return Filing(
            plan: plan, applicant: Applicant(kind: .entity, name: "行政问责", code: process), channel: channel,
            form: [String: Value](), materials: [])
    }

    /// Somebody at that desk, in the role that the step asks for.
    static func seat(_ actor: Actor, as role: String) -> Actor {
        Actor(
            accountID: actor.accountID, name: actor.name, organ: desk, roles: [role], channel: actor.channel,
            address: actor.address)
    }
}
