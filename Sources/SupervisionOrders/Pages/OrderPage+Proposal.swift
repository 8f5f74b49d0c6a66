import Web
import WorkingTime

extension OrderPage {
    /// From an order that ran out or was struck off an official may be held to account.
    var proposal: HTML? {
        guard let accountability, mayFile, order.isOverdue(at: now) || order.stage == .struck else {
            return nil
        }
        let address = "\(accountability)?source=order&reference=\(id)"
        return "<p class=\"actions\"><a class=\"button quiet\" href=\"\(address)\">提出问责</a></p>"
    }
}
