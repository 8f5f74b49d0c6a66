import Identity
import Refusals
import Storage

/// A signal as those see it who make an order of it.
public struct SignalInBrief: Sendable {
    /// The rule it comes from.
    public let name: String
    /// The key of the organ it is about.
    public let organ: String
    /// Why nothing is to be made of it any more; nil while it stands.
    public let obstacle: Sentence?
    /// Its page; nil where the officer may not see it.
    public let address: String?
}

extension Supervision {
    /// The signal with this id; nil when there is none.
    ///
    /// - Parameter isHeld: whether it stays as it is until the end of the transaction.
    /// - Throws: `StorageError`.
    public static func signal(
        _ reference: String, for officer: OfficerContext, isHeld: Bool, in tx: Transaction
    ) throws -> SignalInBrief? {
        guard let id = Int64(reference), String(id) == reference else { return nil }
        if isHeld { try tx.lock("supervision_signal", id: id) }
        guard let row = try tx.row("SELECT * FROM supervision_signal WHERE id = \(id)") else { return nil }
        let signal = try Signal(row)
        let isVisible = SupervisionOffice.filter(officer).shows(signal)
        return SignalInBrief(
            name: signal.ruleName, organ: signal.organ,
            obstacle: signal.state.stands ? nil : "这条监察信号\(signal.state.chinese)，不能转为督办。",
            address: isVisible ? SupervisionPath.signal(reference) : nil)
    }
}
