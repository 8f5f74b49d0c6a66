import Identity
import Messaging
import Refusals
import Storage
import WorkingTime

/// Whoever has to act next, or has waited for an answer, is told in the transaction of the step.
extension OversightOffice {
    func tellSupervisors(of one: DeputyProposal, at now: Instant, in tx: Transaction) throws {
        let told = Set(try Accounts.holders(of: .supervisor, on: now.day, in: tx).map(\.id))
        for account in told.sorted() {
            try outbox.enqueue(
                to: account, about: OversightPath.handled(String(one.id)),
                "代表、委员提出督办建议「\(one.title)」，请立项督办，或者答复不立项的理由。", at: now, in: tx)
        }
    }

    func tellRefused(_ one: DeputyProposal, _ reason: String, at now: Instant, in tx: Transaction) throws {
        try outbox.enqueue(
            to: one.accountID, about: OversightPath.proposal(String(one.id)),
            "您的督办建议「\(one.title)」不立项。理由：\(reason)", at: now, in: tx)
    }
}

extension Oversight {
    /// Takes note that an order was begun from the proposal with this reference, and tells whoever raised it; nothing for a
    /// reference that is no proposal's. Its row is held: what is refused at the same time is not ordered, too.
    ///
    /// - Parameter lead: the name of the organ that leads.
    /// - Throws: `conflict` for a proposal that was refused; `StorageError`.
    public static func take(
        _ reference: String, lead: String, outbox: Outbox, at now: Instant, in tx: Transaction
    ) throws {
        guard let found = try ProposalStore.proposal(referenced: reference, in: tx) else { return }
        try tx.lock("deputy_proposal", id: found.id)
        let one = try ProposalStore.proposal(found.id, of: nil, in: tx)
        try one.requireUnrefused()
        try outbox.enqueue(
            to: one.accountID, about: OversightPath.proposal(String(one.id)),
            "您的督办建议「\(one.title)」已立项督办，由\(lead)主办。", at: now, in: tx)
    }

    /// Tells whoever raised the proposal with this reference that its order was taken off the list before it was done, and
    /// why; nothing for a reference that is no proposal's.
    ///
    /// - Throws: `StorageError`.
    public static func tellUnfinished(
        _ reference: String, because reason: String, outbox: Outbox, at now: Instant, in tx: Transaction
    ) throws {
        guard let one = try ProposalStore.proposal(referenced: reference, in: tx) else { return }
        try outbox.enqueue(
            to: one.accountID, about: OversightPath.proposal(String(one.id)),
            "您的督办建议「\(one.title)」没有办完就销号。理由：\(reason)", at: now, in: tx)
    }
}
