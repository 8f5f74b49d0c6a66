import Storage
import WorkingTime

/// The SQL of figures.
enum FigureStore {
    /// The figures, as one row; nil before they were first counted.
    static func figures(in tx: Transaction) throws -> CockpitFigures? {
        try tx.row("SELECT figures FROM cockpit_snapshot WHERE id = 1")?.json("figures")
    }

    static func put(_ figures: CockpitFigures, in tx: Transaction) throws {
        try tx.send(
            """
            INSERT INTO cockpit_snapshot (id, counted_at, figures) VALUES (1, \(figures.at), \(encodeJSON(figures)))
            ON CONFLICT (id) DO UPDATE SET counted_at = excluded.counted_at, figures = excluded.figures
            """)
    }

    /// The days since one, oldest first. What they were about is left out unless it is asked for: there is much of it.
    static func days(since day: CivilDate, withTopics: Bool = false, in tx: Transaction) throws
        -> [CountedDay]
    {
        let topics: SQL = withTopics ? "topics" : "'[]' AS topics"
        return try tx.rows(
            """
            SELECT day, filed, decided, late, is_final, \(topics) FROM cockpit_day WHERE day >= \(day)
            ORDER BY day LIMIT 400
            """
        ).compactMap { row in
            guard let day = CivilDate(iso: try row.text("day")) else { return nil }
            return CountedDay(
                day: day, filed: try row.int("filed"), decided: try row.int("decided"),
                late: try row.int("late"), topics: withTopics ? try row.json("topics") : [],
                isFinal: try row.bool("is_final"))
        }
    }

    static func put(_ count: CountedDay, in tx: Transaction) throws {
        try tx.send(
            """
            INSERT INTO cockpit_day (day, filed, decided, late, topics, is_final)
            VALUES (\(count.day), \(count.filed), \(count.decided), \(count.late), \(encodeJSON(count.topics)),
                \(count.isFinal))
            ON CONFLICT (day) DO UPDATE SET filed = excluded.filed, decided = excluded.decided,
                late = excluded.late, topics = excluded.topics, is_final = excluded.is_final
            """)
    }
}
