import Cases
import Codes
import Refusals
import Storage
import WorkingTime

/// The SQL of orders.
enum OrderStore {
    static let page = 50

    /// Those under way, what runs out first at the head: the overdue ones.
    static func open(_ filter: OrderFilter, after cursor: String?, in tx: Transaction) throws
        -> Slice<SupervisionOrder>
    {
        let start: SQL =
            if let cursor {
                "(coalesce(d.due_at, 253402300799000), d.id) > (\(try Cursor(cursor).numericKey), \(try Cursor(cursor).id))"
            } else { "1 = 1" }
        let rows = try tx.rows(
            """
            SELECT d.* FROM supervision_order d
            WHERE d.closed_at IS NULL AND \(filter.condition) AND \(start)
            ORDER BY coalesce(d.due_at, 253402300799000), d.id LIMIT \(page + 1)
            """)
        return Slice(fetched: try rows.map(SupervisionOrder.init), size: page) {
            Cursor(key: $0.dueAt?.milliseconds ?? 253_402_300_799_000, id: $0.id)
        }
    }

    /// Those of one stage, or all, the newest first.
    static func newest(_ filter: OrderFilter, after cursor: String?, in tx: Transaction) throws
        -> Slice<SupervisionOrder>
    {
        let start: SQL = if let cursor { "d.id < \(try Cursor(cursor).id)" } else { "1 = 1" }
        let rows = try tx.rows(
            """
            SELECT d.* FROM supervision_order d WHERE \(filter.condition) AND \(start)
            ORDER BY d.id DESC LIMIT \(page + 1)
            """)
        return Slice(fetched: try rows.map(SupervisionOrder.init), size: page) {
            Cursor(key: $0.id, id: $0.id)
        }
    }

    /// Throws `notFound`, also for what one may not see.
    static func order(_ id: Int64, _ filter: OrderFilter, in tx: Transaction) throws -> SupervisionOrder {
        guard
            let row = try tx.row(
                "SELECT d.* FROM supervision_order d WHERE d.id = \(id) AND \(filter.condition)")
        else { throw DomainError.notFound("没有这个督办事项。") }
        return try SupervisionOrder(row)
    }

    /// The order whose case has this number. Throws `notFound`.
    static func order(numbered number: String, _ filter: OrderFilter, in tx: Transaction) throws
        -> SupervisionOrder
    {
        let row = try tx.row(
            "SELECT d.* FROM supervision_order d WHERE d.case_number = \(number) AND \(filter.condition)")
        guard let row else { throw DomainError.notFound("没有这个督办事项。") }
        return try SupervisionOrder(row)
    }

    static func parts(of id: Int64, in tx: Transaction) throws -> [SupervisionOrder.Part] {
        try tx.rows("SELECT organ, duty FROM supervision_order_part WHERE order_id = \(id) ORDER BY position")
            .map { SupervisionOrder.Part(organ: try $0.text("organ"), duty: try $0.text("duty")) }
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

    static func insert(
        _ form: OrderForm, id: Int64, case number: String, due: Instant?, by account: Int64, name: String,
        at now: Instant, in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO supervision_order (id, case_number, title, source, reference, words, lead, stage, due_at,
                filed_by, filed_by_name, filed_at)
            VALUES (\(id), \(number), \(form.title), \(form.source ?? .complaint), \(form.reference), \(form.words),
                \(form.lead), 'working', \(due), \(account), \(name), \(now))
            """)
        let parts = [SupervisionOrder.Part(organ: form.lead, duty: form.duty)] + form.assisting
        for (position, part) in parts.enumerated() {
            try tx.execute(
                """
                INSERT INTO supervision_order_part (order_id, organ, position, duty)
                VALUES (\(id), \(part.organ), \(position), \(part.duty))
                """)
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

    static func circulate(_ words: String, of id: Int64, at now: Instant, in tx: Transaction) throws {
        try tx.execute(
            "UPDATE supervision_order SET circular = \(words), circulated_at = \(now) WHERE id = \(id)")
    }

    static func strike(_ reason: String, of id: Int64, at now: Instant, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE supervision_order SET stage = 'struck', struck_reason = \(reason),
                closed_at = coalesce(closed_at, \(now))
            WHERE id = \(id)
            """)
    }

    /// Where it stands follows its case; what is struck off stays so.
    static func follow(_ subject: Case, in tx: Transaction) throws {
        let stage: SupervisionOrder.Stage =
            if subject.closedAt != nil {
                .closed
            } else {
                subject.openTasks.contains { $0.element == OrderPlan.verify } ? .verifying : .working
            }
        try tx.send(
            """
            UPDATE supervision_order SET stage = \(stage), due_at = \(subject.governingClock?.dueAt),
                closed_at = \(subject.closedAt)
            WHERE case_number = \(subject.number.text) AND stage <> 'struck'
            """)
    }
}
