import WorkingTime

/// What the organs are and were called: what was done on a day stands under the name of that day.
public struct OrganNameHistory: Sendable {
    /// Every organ there is or ever was, in the order of the district's list.
    public let organs: [Organ]
    private let byKey: [String: Organ]
    private let earlier: [String: [EarlierName]]

    /// A name that was given up.
    struct EarlierName: Sendable {
        let organ: String
        let validUntil: CivilDate
        let name: String
    }

    init(organs: [Organ], earlier: [EarlierName]) {
        self.organs = organs
        byKey = Dictionary(organs.map { ($0.key, $0) }) { first, _ in first }
        self.earlier = Dictionary(grouping: earlier, by: \.organ)
            .mapValues { $0.sorted { $0.validUntil < $1.validUntil } }
    }

    /// The short name on a day; the key for bodies outside the government. Without a day, the name now or last.
    public func name(of organ: String, on day: CivilDate? = nil) -> String {
        let then = day.flatMap { day in earlier[organ]?.first { day <= $0.validUntil } }
        return then?.name ?? byKey[organ]?.name ?? organ
    }
}
