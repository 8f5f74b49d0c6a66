import Storage
import WorkingTime

/// The same days of the year before: umbrellas are hot every May, and no news.
struct Season: Sendable, Hashable {
    let from: CivilDate
    let through: CivilDate

    /// - Parameter days: how many days up to now are looked at.
    init(before now: Instant, days: Int) {
        through = now.day.adding(months: -12)
        from = through.adding(days: 1 - days)
    }

    private var start: Instant { from.startOfDay }
    private var end: Instant { through.adding(days: 1).startOfDay }

    /// Of fewer titles nothing can be said about a season.
    static let fewest = 10

    /// What was spoken of then; nil where what is known does not reach back behind it, or is too little.
    func spoken(in tx: Transaction) throws -> [Spoken]? {
        let earlier = try tx.row(
            "SELECT key FROM participation_matter WHERE at < \(start) ORDER BY at DESC LIMIT 1")
        guard earlier != nil else { return nil }
        let spoken = try SpokenStore.between(start, end, in: tx)
        return spoken.count < Self.fewest ? nil : spoken
    }
}
