import Storage
import WorkingTime

/// What figures are made of, read at once: they are made outside of any transaction, for nobody should wait meanwhile.
struct FigureMaterial: Sendable {
    /// What was said within the days that are looked at, the newest first.
    let recent: [Spoken]
    /// With what its words are compared: the same days of the year before, or all that is older.
    let before: [Spoken]
    /// Those days; nil where too little is known of them.
    let season: Season?
    let tallies: Tallies

    /// - Parameter most: so many titles are looked at, of each.
    static func read(
        _ rules: FigureRules, at now: Instant, most: Int = SpokenStore.most, in tx: Transaction
    ) throws -> FigureMaterial {
        let start = now.adding(seconds: -rules.repeated.days * 86_400)
        let days = Season(before: now, days: rules.repeated.days)
        let known = try days.spoken(in: tx)
        return FigureMaterial(
            recent: try SpokenStore.since(start, most, in: tx),
            before: try known
                ?? SpokenStore.between(now.adding(seconds: -2 * 366 * 86_400), start, most, in: tx),
            season: known.map { _ in days }, tallies: try Tallies(rules, at: now, in: tx))
    }
}
