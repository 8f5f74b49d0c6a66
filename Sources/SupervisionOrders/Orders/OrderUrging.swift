import Cases
import Journal
import WorkingTime

/// That an order was urged (催办): once, however many organs were reminded.
struct OrderUrging: Sendable, Hashable {
    let name: String
    let at: Instant

    /// Those of an order, as the history of its case has them, the oldest first.
    static func all(in view: CaseView) -> [OrderUrging] {
        var urgings: [OrderUrging] = []
        for entry in view.history.map(\.entry) where entry.action == "task.urged" {
            let urging = OrderUrging(name: entry.actor.name, at: entry.at)
            if urgings.last != urging { urgings.append(urging) }
        }
        return urgings
    }
}
