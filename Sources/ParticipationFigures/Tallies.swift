import Storage
import WorkingTime

/// What the database counts itself: no list is long enough for two years of a county.
struct Tallies: Sendable, Hashable {
    /// The last thirteen months, so that one sees the same month of the year before.
    var months: [Figures.Count] = []
    /// Of the days that are looked at, the most first.
    var topics: [Figures.Count] = []
    var places: [Figures.Count] = []
    /// How often each topic came in each week, this one first.
    var weeks: [String: [Int]] = [:]

    /// Nothing counted yet.
    init() {}

    /// Counts all there is.
    init(_ rules: FigureRules, at now: Instant, in tx: Transaction) throws {
        months = try Self.months(until: now.day, in: tx)
        let start = now.adding(seconds: -rules.repeated.days * 86_400)
        topics = try Self.named("topic", since: start, in: tx)
        places = try Self.named("place", since: start, in: tx)
        weeks = try Self.weeks(rules.warning.weeks + 1, at: now, in: tx)
    }

    private static func months(until today: CivilDate, in tx: Transaction) throws -> [Figures.Count] {
        let first = today.adding(days: 1 - today.day)
        return try (0...12).reversed().map { back in
            let month = first.adding(months: -back)
            let count = try tx.count(
                """
                SELECT count(*) FROM participation_matter
                WHERE at >= \(month.startOfDay) AND at < \(month.adding(months: 1).startOfDay)
                """)
            return Figures.Count(name: "\(month.year)年\(month.month)月", count: count)
        }
    }

    private static func named(_ column: SQL, since start: Instant, in tx: Transaction) throws
        -> [Figures.Count]
    {
        let rows = try tx.rows(
            """
            SELECT \(column) AS name, count(*) AS many FROM participation_matter
            WHERE at >= \(start) AND \(column) <> '' GROUP BY \(column) ORDER BY many DESC LIMIT 500
            """)
        return try rows.map { Figures.Count(name: try $0.text("name"), count: try $0.int("many")) }
            .sorted { ($0.count, $1.name) > ($1.count, $0.name) }
    }

    private static func weeks(_ count: Int, at now: Instant, in tx: Transaction) throws -> [String: [Int]] {
        let start = now.adding(seconds: -count * weekSeconds)
        let rows = try tx.rows(
            """
            SELECT topic, (\(now) - at) / \(Int64(weekSeconds * 1_000)) AS week, count(*) AS many
            FROM participation_matter WHERE at > \(start) GROUP BY topic, week
            """)
        return try rows.reduce(into: [:]) { weeks, row in
            let (topic, week) = (try row.text("topic"), try row.int("week"))
            var own = weeks[topic] ?? [Int](repeating: 0, count: count)
            if own.indices.contains(week) { own[week] += try row.int("many") }
            weeks[topic] = own
        }
    }

    private static let weekSeconds = 7 * 86_400
}
