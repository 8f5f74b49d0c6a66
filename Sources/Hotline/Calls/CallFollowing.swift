import Cases
import Codes
import DecisionModel
import Storage

/// A ticket that is written about a call concludes it, in the transaction of the ticket.
enum CallFollowing {
    /// The field of a request's form that names the call; only the desk's intake fills it in.
    static let field = "call"

    static let follower = CaseFollower { event, subject, now, tx in
        guard event.action == "case.submitted", case .string(let text)? = subject.form[field],
            let id = Int64(text)
        else { return }
        var call = try CallStore.locked(id, in: tx)
        try call.conclude(Conclusion(outcome: .ticket, key: subject.number.text, at: now))
        try CallStore.save(call, in: tx)
        try tx.announce(AgentPages.topic)
    }
}
