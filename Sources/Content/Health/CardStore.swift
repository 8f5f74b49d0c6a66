import Storage
import WorkingTime

/// The score cards that were kept: one for each site and day.
enum CardStore {
    /// A day as the trend shows it.
    struct Day: Sendable, Hashable {
        let day: CivilDate
        let score: Int
        let verdict: ScoreCard.Verdict
    }

    static func keep(_ card: ScoreCard, of site: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO content_inspection (site_id, day, verdict, score, card)
            VALUES (\(site), \(card.day), \(card.verdict), \(card.score), \(encodeJSON(card)))
            ON CONFLICT (site_id, day) DO UPDATE SET verdict = excluded.verdict, score = excluded.score,
                card = excluded.card
            """)
    }

    /// The days of a quarter, the first one first.
    static func days(of site: Int64, in quarter: Quarter, _ tx: Transaction) throws -> [Day] {
        try tx.rows(
            """
            SELECT day, score, verdict FROM content_inspection
            WHERE site_id = \(site) AND day >= \(quarter.first) AND day <= \(quarter.last) ORDER BY day LIMIT 100
            """
        ).map { Day(day: try $0.day("day"), score: try $0.int("score"), verdict: try $0.value("verdict")) }
    }

    /// The last card of a quarter.
    static func last(of site: Int64, in quarter: Quarter, _ tx: Transaction) throws -> ScoreCard? {
        try tx.row(
            """
            SELECT card FROM content_inspection
            WHERE site_id = \(site) AND day >= \(quarter.first) AND day <= \(quarter.last)
            ORDER BY day DESC LIMIT 1
            """
        )?.json("card")
    }
}
