import Web
import WorkingTime

extension OrderPage {
    /// From an order that ran out an official may be held to account.
    var proposal: HTML? {
        guard let accountability, supervises, order.isLate(at: now) else { return nil }
        let address = "\(accountability)?source=order&reference=\(id)"
        return "<p class=\"actions\"><a class=\"button quiet\" href=\"\(address)\">提出问责</a></p>"
    }
}
