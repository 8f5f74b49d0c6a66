import Government
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// What an order is begun with, where another feature has the words of it.
public struct OrderBeginning: Sendable, Hashable {
    let title: String
    let words: String
    let lead: String

    /// What is asked for, in the words of whoever asks, and the key of the organ that should do it.
    public init(title: String, words: String, lead: String) {
        (self.title, self.words, self.lead) = (title, words, lead)
    }

    /// Looks up what a deputy proposes, by its reference; nil for what is not there, or not for this officer's eyes.
    public typealias Lookup =
        @Sendable (_ reference: String, OfficerContext, Transaction) throws ->
        OrderBeginning?

    /// Takes note, in the transaction of the order, that what a deputy proposed became one; nothing for what is no
    /// proposal. Throws `conflict` for one that was refused.
    public typealias Taking =
        @Sendable (_ reference: String, _ lead: String, Instant, Transaction) throws -> Void

    /// Takes note, in the transaction of the step, that the order that came of what a deputy proposed was taken off the list
    /// before it was done, and why; nothing for what is no proposal.
    public typealias Leaving =
        @Sendable (_ reference: String, _ reason: String, Instant, Transaction) throws -> Void
}

extension OrderDesk {
    /// What a deputy proposed becomes this order, once. Whoever may not refuse it, as it is about their own organ, does not
    /// give it to another one either.
    ///
    /// - Throws: `conflict` for what was refused, or is an order already; `forbidden` for a supervisor of the organ that the
    ///   deputy named, or of the one that took it up.
    func take(
        _ form: OrderForm, lead: String, by officer: OfficerContext, at now: Instant, in tx: Transaction
    ) throws {
        // This holds the proposal: of two orders begun at the same time the second one finds the first.
        try taking(form.reference, lead, now, tx)
        guard let proposal = try proposals(form.reference, officer, tx) else { return }
        let heirs = OrganLineage(try Directory.everyOrgan(in: tx)).line(of: proposal.lead)
        try Self.requireImpartial(officer, [proposal.lead] + heirs.map(\.key))
        guard let order = try OrderStore.order(from: .proposal, form.reference, in: tx) else { return }
        throw DomainError.conflict("这条建议已经立项督办：「\(order.title)」（\(order.number)），不能重复立项。")
    }
}

extension NewOrderPages {
    /// What stands in the form at first: what the link says that led here, and the words of the proposal it comes from.
    func begun(_ request: WebRequest, _ officer: OfficerContext) async throws -> FormData {
        let linked = ["source", "reference", "title", "lead"].compactMap { name in
            request.query(name).map { (name: name, value: $0) }
        }
        guard request.query("source") == SupervisionOrder.Source.proposal.rawValue,
            let reference = request.query("reference"),
            let proposal = try await desk.database.read({ try desk.proposals(reference, officer, $0) })
        else { return FormData(linked) }
        // Of two values under a name the first one counts.
        return FormData(
            linked + [
                (name: "title", value: proposal.title), (name: "words", value: proposal.words),
                (name: "lead", value: proposal.lead),
            ])
    }
}
