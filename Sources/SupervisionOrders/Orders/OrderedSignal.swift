import Government
import Identity
import Refusals
import Storage
import Web

/// A signal of supervision, of which an order is made: supervision is another feature, handed in by the composition.
public struct OrderedSignal: Sendable {
    let name: String
    let organ: String
    let obstacle: Sentence?
    let address: String?

    /// A signal.
    ///
    /// - Parameters:
    ///   - name: the rule it comes from.
    ///   - organ: the key of the organ it is about.
    ///   - obstacle: why no order is made of it any more; nil while it stands.
    ///   - address: its page; nil where the officer may not see it.
    public init(name: String, organ: String, obstacle: Sentence?, address: String?) {
        (self.name, self.organ, self.obstacle, self.address) = (name, organ, obstacle, address)
    }

    /// Looks a signal up by its reference, and holds it until the end of the transaction where that is asked for; nil for none.
    public typealias Lookup =
        @Sendable (_ reference: String, OfficerContext, _ isHeld: Bool, Transaction) throws -> OrderedSignal?
}

extension OrderDesk {
    /// What a rule has noticed becomes this order, once, as long as it stands. Nobody gives what is held against their own organ
    /// to another one.
    ///
    /// - Throws: `invalid` for what is no signal, stands no more or is an order already; `forbidden` for a supervisor of the
    ///   organ it is about.
    func takeSignal(_ reference: String, by officer: OfficerContext, in tx: Transaction) throws {
        // This holds the signal: of two orders begun at the same time the second one finds the first.
        guard let signal = try signals(reference, officer, true, tx), signal.address != nil else {
            throw DomainError.invalid("reference", "没有这条监察信号，请打开监察信号，从那里转为督办。")
        }
        if let obstacle = signal.obstacle { throw DomainError.invalid("reference", obstacle) }
        let heirs = OrganLineage(try Directory.everyOrgan(in: tx)).line(of: signal.organ)
        try Self.requireImpartial(officer, [signal.organ] + heirs.map(\.key))
        guard let order = try OrderStore.order(from: .signal, reference, in: tx) else { return }
        throw DomainError.invalid(
            "reference", "这条监察信号已经立项督办：「\(order.title)」（\(order.number)），不能重复立项。")
    }
}

extension SupervisionOrders {
    /// The order that came of a signal, unless it was struck off undone; nil for none, and for who may not read it.
    public static func link(ofSignal reference: String, for officer: OfficerContext, in tx: Transaction)
        throws -> Link?
    {
        guard officer.may(.readOrders) || officer.may(.handleOrders) else { return nil }
        let order = try OrderStore.order(from: .signal, reference, OrderDesk.filter(officer), in: tx)
        return order.map { Link("\($0.title)（\($0.stage.chinese)）", OrderPath.order(String($0.id))) }
    }
}
