import Codes
import Storage
import WorkingTime

/// One act on a subject: what was done and when, without who it was about.
public struct SubjectAct: Sendable, Hashable {
    /// The entry.
    public let entry: Int64
    /// What was done: `case.returned`.
    public let action: String
    /// When.
    public let at: Instant
    /// Whether the clock did it by itself, and no person.
    public let isAutomatic: Bool
    /// What was chosen: an outcome code; nil for most acts.
    public let outcome: String?

    /// An act.
    public init(entry: Int64, action: String, at: Instant, isAutomatic: Bool, outcome: String? = nil) {
        (self.entry, self.action, self.at) = (entry, action, at)
        (self.isAutomatic, self.outcome) = (isAutomatic, outcome)
    }
}

/// What others learn from the journal about what was changed.
extension Journal {
    /// What was changed at so many places of the log from one on: each subject once.
    public static func subjectsPlaced(from place: Int64, count: Int64, in tx: Transaction) throws -> [String]
    {
        try tx.rows(
            """
            SELECT DISTINCT subject FROM journal_entry
            WHERE leaf_index >= \(place) AND leaf_index < \(place + count)
                AND action || '' NOT IN \(list: readingActions)
            """
        ).map { try $0.text("subject") }
    }

    /// What was done to some subjects, oldest first: reading is no act.
    public static func acts(on subjects: [String], limit: Int, in tx: Transaction) throws -> [String:
        [SubjectAct]]
    {
        guard !subjects.isEmpty else { return [:] }
        let rows = try tx.rows(
            """
            SELECT subject, id, action, at, actor_id, actor_name, detail FROM journal_entry
            WHERE subject IN \(list: subjects) AND action || '' NOT IN \(list: readingActions)
                AND outcome || '' = 'done'
            ORDER BY subject, id LIMIT \(limit)
            """)
        return try Dictionary(grouping: rows) { try $0.text("subject") }.mapValues { rows in
            try rows.map { row in
                let detail: [String: String] = try row.json("detail")
                // Whoever gives no name has no account there either, and is a person nevertheless.
                let isUnnamed = Pseudonym(rawValue: try row.text("actor_name")) != nil
                return SubjectAct(
                    entry: try row.id("id"), action: try row.text("action"), at: try row.instant("at"),
                    isAutomatic: try row.id("actor_id") == 0 && !isUnnamed, outcome: detail["outcome"])
            }
        }
    }
}
