import Storage
import WorkingTime

/// Draws calls of the last week by lot, so many of each agent.
struct QualityDraw: Sendable {
    /// More calls than these nobody answers in a week.
    static let most = 20_000

    /// So many of each agent's calls, by lot.
    static func draw(
        _ calls: [(id: Int64, agent: Int64)], each count: Int, using lot: inout some RandomNumberGenerator
    ) -> Set<Int64> {
        let byAgent = Dictionary(grouping: calls) { $0.agent }.sorted { $0.key < $1.key }
        return Set(byAgent.flatMap { $0.value.shuffled(using: &lot).prefix(count).map(\.id) })
    }

    /// The Monday of the week before.
    static func lastWeek(of day: CivilDate) -> CivilDate { day.adding(days: 1 - day.weekday - 7) }

    /// Draws what has not been drawn yet for the last week of every office.
    static func run(each count: Int, at now: Instant, in tx: Transaction) throws {
        let monday = lastWeek(of: now.day)
        let organs = try tx.rows("SELECT DISTINCT organ FROM hotline_exchange LIMIT 100").map {
            try $0.text("organ")
        }
        for organ in organs {
            let isNew = try tx.execute(
                """
                INSERT INTO hotline_sample (organ, week, drawn_at) VALUES (\(organ), \(monday), \(now))
                ON CONFLICT (organ, week) DO NOTHING
                """)
            if isNew == 1 { try draw(organ, monday, each: count, in: tx) }
        }
    }

    private static func draw(_ organ: String, _ monday: CivilDate, each count: Int, in tx: Transaction) throws
    {
        let rows = try tx.rows(
            """
            SELECT id, agent_id, agent_name FROM hotline_call
            WHERE organ = \(organ) AND day >= \(monday) AND day <= \(monday.adding(days: 6))
                AND answered_at IS NOT NULL AND agent_id IS NOT NULL ORDER BY day, id LIMIT \(most)
            """)
        var lot = SystemRandomNumberGenerator()
        let calls = try rows.map { (id: try $0.id("id"), agent: try $0.id("agent_id")) }
        let drawn = draw(calls, each: count, using: &lot)
        for row in rows where drawn.contains(try row.id("id")) {
            try tx.execute(
                """
                INSERT INTO hotline_review (id, call_id, organ, agent_id, agent_name, week)
                VALUES (\(tx.ids.next()), \(row.id("id")), \(organ), \(row.id("agent_id")),
                    \(row.optionalText("agent_name") ?? ""), \(monday))
                """)
        }
    }
}
