import Storage
import WorkingTime

/// The SQL of what is to be done by itself.
enum PlanStore {
    /// So many are done in one go.
    static let batch = 100

    static func insert(_ act: PlannedAct.Act, of edition: Int64, at due: Instant, in tx: Transaction) throws {
        try tx.execute(
            "INSERT INTO content_plan (edition_id, act, due_at) VALUES (\(edition), \(act), \(due))")
    }

    /// What is due, the longest due first.
    static func due(at now: Instant, in tx: Transaction) throws -> [PlannedAct] {
        try tx.rows(
            """
            SELECT p.act, p.edition_id, p.due_at, e.document_id FROM content_plan p
            JOIN content_edition e ON e.id = p.edition_id
            WHERE p.due_at <= \(now) ORDER BY p.due_at, p.edition_id LIMIT \(batch)
            """
        ).map {
            PlannedAct(
                act: try $0.value("act"), editionID: try $0.id("edition_id"),
                documentID: try $0.id("document_id"), dueAt: try $0.instant("due_at"))
        }
    }

    /// Takes what is due out of the plan; whoever does does it.
    ///
    /// - Returns: whether it was still planned for this moment, and the moment has come.
    static func take(_ plan: PlannedAct, at now: Instant, in tx: Transaction) throws -> Bool {
        try tx.execute(
            """
            DELETE FROM content_plan
            WHERE edition_id = \(plan.editionID) AND act = \(plan.act) AND due_at = \(plan.dueAt) AND due_at <= \(now)
            """) > 0
    }

    /// Forgets what was planned for an edition.
    ///
    /// - Returns: whether it was.
    @discardableResult
    static func forget(_ act: PlannedAct.Act, of edition: Int64, in tx: Transaction) throws -> Bool {
        try tx.execute("DELETE FROM content_plan WHERE edition_id = \(edition) AND act = \(act)") > 0
    }

    /// Forgets how long a document was to stay: another edition takes its place, or it is off already.
    static func forgetExpiry(ofDocument id: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            DELETE FROM content_plan WHERE act = 'expiry' AND edition_id IN (
                SELECT live_edition_id FROM content_document WHERE id = \(id) AND live_edition_id IS NOT NULL)
            """)
    }
}
