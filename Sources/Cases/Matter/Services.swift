import BusinessProcess
import Codes
import DecisionModel
import Refusals

/// What the engine does for a process; a service that cannot be done becomes an incident.
extension Matter {
    mutating func invoke(
        _ service: ServiceTask, activity: Int, in position: Int, on occasion: Occasion
    ) throws {
        try attempt(activity, of: service.id, in: position, on: occasion) {
            try $0.perform(service, activity: activity, in: position, on: occasion)
        }
    }

    private mutating func perform(
        _ service: ServiceTask, activity: Int, in position: Int, on occasion: Occasion
    ) throws {
        switch service.service {
        case "accept": accept(position, on: occasion)
        case "deem-accepted": deemAccepted(position, on: occasion)
        case "refuse-acceptance": refuseAcceptance(position, on: occasion)
        case "issue":
            do { try grant(position, on: occasion) } catch let error as CodeError {
                throw ServiceFailure("document-number", "证照编号编不出来：\(error.sentence.chinese)")
            }
        case "deny": try deny(position, on: occasion)
        case "revoke": try revoke(position, on: occasion)
        case "publish": publish(position, on: occasion)
        case "discard": discard(position, on: occasion)
        case "close-order": closeOrder(position, on: occasion)
        case "close-accountability": closeAccountability(position, on: occasion)
        case "receive": receive(position, on: occasion)
        case "deem-received": deemReceived(position, on: occasion)
        case "answer": try answer(position, on: occasion)
        case "child":
            // The activity stays open until the child is decided.
            return try startChild(for: service, activity: activity, on: occasion)
        default: throw ServiceFailure("unknown-service", "系统里没有服务「\(service.service)」。")
        }
        try finish(activity: activity, of: position, on: occasion)
    }

    /// Asks the newest published decision table; the answer and the version used are kept in the history.
    mutating func decide(
        _ task: BusinessRuleTask, activity: Int, in position: Int, on occasion: Occasion
    ) throws {
        try attempt(activity, of: task.id, in: position, on: occasion) {
            try $0.rule(task, activity: activity, in: position, on: occasion)
        }
    }

    private mutating func rule(
        _ task: BusinessRuleTask, activity: Int, in position: Int, on occasion: Occasion
    ) throws {
        guard let published = occasion.decisions[task.decision] else {
            throw ServiceFailure("decision-missing", "没有已公布的判定表「\(task.decision)」。")
        }
        let computed = cases[position].process?.data ?? [:]
        let asked = variables(of: position).merging(computed) { given, _ in given }
        let result: DecisionResult
        do throws(DecisionError) {
            result = try published.decision.decide(asked, occasion.surroundings)
        } catch {
            throw ServiceFailure("decision-failed", "判定表「\(published.name)」没有得出结论：\(error.sentence.chinese)")
        }
        let rules = result.matchedRules.map(String.init).joined(separator: "、")
        record(
            "case.rule_decided", position,
            "按判定表「\(published.name)」第 \(published.version) 版判定「\(task.name)」：\(result.text)（\(rules.isEmpty ? "没有规则适用" : "规则 \(rules)")）。",
            isPublic: false, isAutomatic: true, outcome: "\(published.id)@\(published.version)")
        try finish(activity: activity, of: position, on: occasion, result: result.value)
    }
}
