import Refusals
import Storage
import WorkingTime

/// The SQL of plans.
enum PlanStore {
    /// How many stand on a page.
    static let pageSize = 20

    /// The newest first.
    static func plans(after: String?, in tx: Transaction) throws -> Slice<RestructuringPlan> {
        let last = try after.map { try Cursor($0).id } ?? Int64.max
        let rows = try tx.rows(
            "SELECT * FROM restructuring WHERE id < \(last) ORDER BY id DESC LIMIT \(pageSize + 1)")
        return Slice(fetched: try rows.map(RestructuringPlan.init), size: pageSize) {
            Cursor(key: "", id: $0.id)
        }
    }

    /// - Throws: `notFound`.
    static func plan(_ id: Int64, in tx: Transaction) throws -> RestructuringPlan {
        guard let row = try tx.row("SELECT * FROM restructuring WHERE id = \(id)") else {
            throw DomainError.notFound("没有这个改革方案，可能链接不完整。")
        }
        return try RestructuringPlan(row)
    }

    /// The approved plans whose day has come, the oldest day first.
    static func due(on day: CivilDate, in tx: Transaction) throws -> [Int64] {
        try tx.rows(
            """
            SELECT id FROM restructuring WHERE state = 'approved' AND effective_on <= \(day)
            ORDER BY effective_on, id LIMIT 20
            """
        ).map { try $0.id("id") }
    }

    static func save(_ plan: RestructuringPlan, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO restructuring (id, title, basis, effective_on, state, revision, steps, record, edited_by,
                approved_by)
            VALUES (\(plan.id), \(plan.title), \(plan.basis), \(plan.effectiveOn), \(plan.state),
                \(plan.revision), \(try encodeJSON(plan.steps)), \(try encodeJSON(plan.record)),
                \(plan.record.edited.accountID), \(plan.record.approved?.accountID))
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, basis = excluded.basis,
                effective_on = excluded.effective_on, state = excluded.state, revision = excluded.revision,
                steps = excluded.steps, record = excluded.record, edited_by = excluded.edited_by,
                approved_by = excluded.approved_by
            """)
    }
}

extension RestructuringPlan {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), title: try row.text("title"), basis: try row.text("basis"),
            effectiveOn: try row.day("effective_on"), steps: try row.json("steps"),
            state: try row.value("state"), revision: try row.int("revision"), record: try row.json("record"))
    }
}
