import Cases
import Codes
import DecisionModel
import Storage
import WorkingTime

/// A ticket that is written about a call concludes it, in the transaction of the ticket.
enum CallFollowing {
    /// The field of a request's form that names the call; only the desk's intake fills it in.
    static let field = "call"

    static let follower = CaseFollower { event, subject, now, tx in
        guard event.action == "case.submitted", case .string(let text)? = subject.form[field],
            let id = Int64(text)
        else { return }
        try conclude(id, with: subject.number.text, at: now, in: tx)
    }

    /// Ends a call with the ticket that was written about it, or to which whoever calls was added.
    ///
    /// - Throws: `conflict` for one that is concluded.
    static func conclude(_ id: Int64, with ticket: String, at now: Instant, in tx: Transaction) throws {
        var call = try CallStore.locked(id, in: tx)
        try call.conclude(Conclusion(outcome: .ticket, key: ticket, at: now))
        try CallStore.save(call, in: tx)
        try tx.announce(AgentPages.topic)
    }
}
