import Cases
import Codes
import Storage
import WorkingTime

/// Where an order stands: it follows its case, and is circulated and struck off.
extension OrderStore {
    static func circulate(_ words: String, of id: Int64, at now: Instant, in tx: Transaction) throws {
        try tx.execute(
            "UPDATE supervision_order SET circular = \(words), circulated_at = \(now) WHERE id = \(id)")
    }

    /// When it ended and whether it was done then, its case has said.
    static func strike(_ reason: String, of id: Int64, at now: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE supervision_order SET stage = 'struck', struck_reason = \(reason), struck_at = \(now)
            WHERE id = \(id)
            """)
    }

    /// Where it stands follows its case, and who leads it; what is struck off stays so. Its limit stays known when it is
    /// over.
    static func follow(_ subject: Case, in tx: Transaction) throws {
        let stage: SupervisionOrder.Stage =
            if subject.closedAt != nil {
                .closed
            } else {
                subject.openTasks.contains { $0.element == OrderPlan.verify } ? .verifying : .working
            }
        try tx.send(
            """
            UPDATE supervision_order SET stage = \(stage), lead = \(subject.plan.organ),
                due_at = \(subject.clock(.promised)?.dueAt), closed_at = \(subject.closedAt),
                is_unfinished = \(subject.result?.outcome == .terminated)
            WHERE case_number = \(subject.number.text) AND stage <> 'struck'
            """)
        if subject.closedAt == nil { try followOrgans(of: subject, in: tx) }
    }

    /// The parts stand in the order of the organs of the case: after a restructuring other organs answer for them.
    private static func followOrgans(of subject: Case, in tx: Transaction) throws {
        let organs = [subject.plan.organ] + subject.plan.coOrgans
        let heirs = organs.enumerated().map { position, organ -> SQL in "WHEN \(position) THEN \(organ)" }
        try tx.send(
            """
            UPDATE supervision_order_part SET heir = CASE position \(SQL.joined(heirs, " ")) ELSE heir END
            WHERE order_id = (SELECT id FROM supervision_order WHERE case_number = \(subject.number.text))
                AND coalesce(heir, organ) NOT IN \(list: organs)
            """)
    }
}
