import Storage
import WorkingTime

/// What other features count for bulletins, handed in by the composition.
public struct BulletinSources: Sendable {
    /// How the organs did in a period.
    public struct Assessed: Sendable {
        let isFrozen: Bool
        let organs: [BulletinFigures.Organ]
        let totals: [String: Int]?

        /// How the organs did.
        ///
        /// - Parameter totals: what they did together in the period; nil for the sum of its months. A longer period is
        ///   frozen and put right by itself, and so may differ from its months.
        public init(isFrozen: Bool, organs: [BulletinFigures.Organ], totals: [String: Int]? = nil) {
            (self.isFrozen, self.organs, self.totals) = (isFrozen, organs, totals)
        }
    }

    /// The organs in a period, by its name; nil while nothing measures them.
    let assessed: @Sendable (String, Transaction) throws -> Assessed?
    /// What all organs did together, by month: named figures. Months that were not counted are left out.
    let totals: @Sendable ([String], Transaction) throws -> [String: [String: Int]]
    /// The signals of a stretch of time.
    let signals: @Sendable (Instant, Instant, Transaction) throws -> [OrganSignals]
    /// What stands open now; nil before it was counted.
    let standing: @Sendable (Transaction) throws -> BulletinFigures.Standing?

    /// The sources of an installation.
    public init(
        assessed: @escaping @Sendable (String, Transaction) throws -> Assessed?,
        totals: @escaping @Sendable ([String], Transaction) throws -> [String: [String: Int]],
        signals: @escaping @Sendable (Instant, Instant, Transaction) throws -> [OrganSignals],
        standing: @escaping @Sendable (Transaction) throws -> BulletinFigures.Standing?
    ) {
        (self.assessed, self.totals, self.signals, self.standing) = (assessed, totals, signals, standing)
    }

    /// Gathers the figures of a period that is over.
    func figures(of period: BulletinPeriod, in tx: Transaction) throws -> BulletinFigures {
        var figures = BulletinFigures(period: period.text)
        let way = BulletinPeriod.months(until: period)
        let (last, year) = (period.previous, period.yearBefore)
        let wanted = Set(way + period.months + last.months + (year?.months ?? []))
        let months = try totals(wanted.sorted(), tx)
        let counted = period.months.compactMap { months[$0] }
        let (now, before) = (try assessed(period.text, tx), try assessed(last.text, tx))
        let raised = try signals(period.start, period.end, tx)
        figures.totals = raised.counted(
            in: now?.totals ?? counted.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) })
        figures.missingMonths = period.months.count - counted.count
        figures.previous = try Self.whole(last, months).map {
            try signals(last.start, last.end, tx).counted(in: before?.totals ?? $0)
        }
        figures.lastYear = try year.flatMap { year in
            try Self.whole(year, months).map {
                try signals(year.start, year.end, tx).counted(in: try assessed(year.text, tx)?.totals ?? $0)
            }
        }
        figures.months = way.compactMap { month in
            months[month].map { .init(month: month, filed: $0["filed"] ?? 0) }
        }
        if let now {
            figures.frozen = now.isFrozen
            let points = Dictionary((before?.organs ?? []).map { ($0.key, $0.points) }) { first, _ in first }
            figures.organs = now.organs.map { organ in
                var organ = organ
                organ.before = points[organ.key] ?? nil
                organ.amounts = raised.counted(in: organ.amounts, of: organ.key)
                return organ
            }.sorted { ($1.points ?? .min, $0.key) < ($0.points ?? .min, $1.key) }
        }
        figures.signals = raised.together
        figures.standing = try standing(tx)
        return figures
    }

    /// nil unless all of its months were counted: with a part of a period nothing is compared. A month in which nothing came
    /// in and nothing was closed lies before the house was there, whoever counted it.
    private static func whole(_ period: BulletinPeriod, _ months: [String: [String: Int]]) -> [String: Int]? {
        let counted = period.months.compactMap { months[$0] }
            .filter { ($0["filed"] ?? 0) + ($0["closed"] ?? 0) > 0 }
        guard counted.count == period.months.count else { return nil }
        return counted.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    }
}

extension BulletinPeriod {
    /// The twelve months up to the end of one.
    static func months(until period: BulletinPeriod) -> [String] {
        (0..<12).map {
            String(period.last.adding(days: 1 - period.last.day).adding(months: $0 - 11).iso.prefix(7))
        }
    }
}
