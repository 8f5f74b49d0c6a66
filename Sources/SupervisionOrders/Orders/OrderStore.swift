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
        let rows = try tx.rows(open(filter, from: start, limit: page + 1))
        return Slice(fetched: try rows.map(SupervisionOrder.init), size: page) {
            Cursor(key: $0.dueAt?.milliseconds ?? 253_402_300_799_000, id: $0.id)
        }
    }

    /// - Parameter start: behind what the list begins.
    static func open(_ filter: OrderFilter, from start: SQL = "1 = 1", limit: Int) -> SQL {
        """
        SELECT d.* FROM supervision_order d
        WHERE d.closed_at IS NULL AND \(filter.condition) AND \(start)
        ORDER BY coalesce(d.due_at, 253402300799000), d.id LIMIT \(limit)
        """
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

    /// The order that came of a proposal or a signal; nil for none. One that was struck off undone leaves room for another.
    static func order(
        from source: SupervisionOrder.Source, _ reference: String, _ filter: OrderFilter = OrderFilter(),
        in tx: Transaction
    ) throws -> SupervisionOrder? {
        let row = try tx.row(
            """
            SELECT d.* FROM supervision_order d
            WHERE d.reference = \(reference) AND d.source = \(source) AND d.is_unfinished = 0 AND \(filter.condition)
            ORDER BY d.id DESC LIMIT 1
            """)
        return try row.map(SupervisionOrder.init)
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
}
