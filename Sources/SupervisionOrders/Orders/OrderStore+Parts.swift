import Cases
import Storage
import WorkingTime

/// Who does which part, and what they reported.
extension OrderStore {
    static func parts(of id: Int64, in tx: Transaction) throws -> [SupervisionOrder.Part] {
        try tx.rows(
            "SELECT organ, duty, heir FROM supervision_order_part WHERE order_id = \(id) ORDER BY position"
        )
        .map {
            SupervisionOrder.Part(
                organ: try $0.text("organ"), duty: try $0.text("duty"),
                heir: try $0.optionalText("heir"))
        }
    }

    static func feedback(of id: Int64, in tx: Transaction) throws -> [OrderFeedback] {
        try tx.rows(
            "SELECT * FROM supervision_order_feedback WHERE order_id = \(id) ORDER BY id DESC LIMIT 100"
        ).map {
            OrderFeedback(
                organ: try $0.text("organ"), name: try $0.text("by_name"), words: try $0.text("words"),
                evidence: try $0.text("evidence"), files: try $0.json("files"),
                at: try $0.instant("reported_at"))
        }
    }

    /// A part given later stands at the end.
    static func add(_ part: SupervisionOrder.Part, to id: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO supervision_order_part (order_id, organ, position, duty)
            SELECT \(id), \(part.organ), count(*), \(part.duty) FROM supervision_order_part WHERE order_id = \(id)
            ON CONFLICT DO NOTHING
            """)
    }

    static func insert(_ feedback: OrderFeedback, of id: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO supervision_order_feedback (id, order_id, organ, by_name, words, evidence, files, reported_at)
            VALUES (\(tx.ids.next()), \(id), \(feedback.organ), \(feedback.name), \(feedback.words),
                \(feedback.evidence), \(encodeJSON(feedback.files)), \(feedback.at))
            """)
    }
}
