import Cases
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What can be done with a proposal; the raw value is the last word of the address.
enum ProposalAct: String, CaseIterable, Sendable {
    case submission, approval
    case sendBack = "return"
    case discard

    /// Who may do it, other rules aside: whoever draws processes, or the second person. Giving a process free decides who
    /// is to do what in the district; that is looked at by whoever looks after rights (三员分立).
    var power: Power {
        switch self {
        case .submission, .discard: .editProcesses
        case .approval, .sendBack: .approveProcesses
        }
    }

    var title: String {
        switch self {
        case .submission: "提交审批"
        case .approval: "批准发布"
        case .sendBack: "退回修改"
        case .discard: "放弃这份草稿"
        }
    }

    var journal: String {
        switch self {
        case .submission: "process.submitted"
        case .approval: "process.published"
        case .sendBack: "process.returned"
        case .discard: "process.discarded"
        }
    }

    /// Whether it is worth a button now.
    func isOffered(for proposal: ProcessProposal, isSound: Bool, to officer: OfficerContext) -> Bool {
        guard officer.may(power) else { return false }
        switch self {
        case .submission: return proposal.state == .draft && isSound
        case .approval:
            return proposal.state == .validated && isSound && officer.account.id != proposal.upload.accountID
        case .sendBack: return proposal.state == .validated
        case .discard: return proposal.state == .draft || proposal.state == .validated
        }
    }

    /// What is entered with it.
    struct Entry: Sendable {
        /// Why it is sent back.
        var reason = ""
        /// The version in use it was compared with; 0 where there was none.
        var seen = 0
    }

    /// Does it.
    ///
    /// - Returns: what the journal says.
    func perform(
        on proposal: inout ProcessProposal, _ check: ProcessCheck, _ entry: Entry, by actor: Actor,
        at now: Instant, in tx: Transaction
    ) throws -> Sentence {
        let name = proposal.name
        switch self {
        case .submission:
            try proposal.submit(check)
            return "\(actor.name)提请发布流程「\(name)」。"
        case .approval:
            try proposal.approve(check, by: actor, at: now) {
                try check.file.publish(over: entry.seen, by: actor, at: now, in: tx)
            }
            return "\(actor.name)批准发布流程「\(name)」第 \(proposal.version ?? 0) 版，由\(proposal.upload.name)上传。"
        case .sendBack:
            try proposal.sendBack(entry.reason, by: actor, at: now)
            return "\(actor.name)退回流程「\(name)」：\(entry.reason)"
        case .discard:
            try proposal.discard()
            return "\(actor.name)放弃流程「\(name)」的草稿。"
        }
    }
}
