import Identity
import Journal
import Refusals
import Web
import WorkingTime

extension InspectionDesk {
    /// The organ for which the officer looks: the one the address names, or the first of theirs that the plan has.
    ///
    /// - Throws: `notFound` when the plan has none of theirs.
    func organ(
        _ request: WebRequest, _ officer: OfficerContext, _ power: Power, _ plan: InspectionPlan
    ) throws -> String {
        let own = officer.account.organs(for: power)
        let theirs = plan.parts.map(\.organ).filter(own.contains)
        let wanted = request.query("organ").flatMap { theirs.contains($0) ? $0 : nil }
        guard let organ = wanted ?? theirs.first else {
            throw DomainError.notFound("\(plan.title)没有您部门的内容。")
        }
        return organ
    }
}

extension InspectionPart {
    /// What an organ decides, as it is chosen on the page or sent by a program.
    ///
    /// - Throws: `invalid` without a choice; what the rule of each throws.
    mutating func decide(
        _ outcome: String?, _ reason: String, until day: CivilDate?, by actor: Actor, at now: Instant
    ) throws {
        switch outcome {
        case "pass": try pass(by: actor, at: now)
        case "correct": try demandCorrection(reason, until: day, by: actor, at: now)
        case "fail": try fail(reason, by: actor, at: now)
        default: throw DomainError.invalid("outcome", "请选择结论。")
        }
    }
}
