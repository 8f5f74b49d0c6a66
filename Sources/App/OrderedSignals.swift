import Identity
import Storage
import Supervision
import SupervisionOrders

extension OrderedSignal {
    /// What rules have noticed, for the order that comes of it.
    init?(_ reference: String, _ officer: OfficerContext, isHeld: Bool, _ tx: Transaction) throws {
        guard let one = try Supervision.signal(reference, for: officer, isHeld: isHeld, in: tx) else {
            return nil
        }
        self.init(name: one.name, organ: one.organ, obstacle: one.obstacle, address: one.address)
    }
}
