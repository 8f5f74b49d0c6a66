import Refusals
import Storage
import WorkingTime

/// The SQL of quality reviews.
enum QualityStore {
    static let pageSize = 20
    static let missing = DomainError.notFound("没有这条质检记录，或者它不归您查看。")

    /// - Throws: `notFound` for an id that is none.
    static func review(_ id: Int64, in tx: Transaction) throws -> QualityReview {
        guard let row = try tx.row("SELECT * FROM hotline_review WHERE id = \(id)") else { throw missing }
        return try QualityReview(row)
    }

    /// Those of an office, or of an agent, the newest first.
    static func reviews(
        of organ: String?, agent: Int64, after text: String?, in tx: Transaction
    ) throws -> Slice<QualityReview> {
        let last = try text.map { try Cursor($0).id } ?? .max
        let whose: SQL = organ.map { "organ = \($0)" } ?? "agent_id = \(agent)"
        let rows = try tx.rows(
            """
            SELECT * FROM hotline_review WHERE \(whose) AND id < \(last) ORDER BY id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(QualityReview.init), size: pageSize) {
            Cursor(key: "", id: $0.id)
        }
    }

    static func save(_ review: QualityReview, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE hotline_review SET sheet = \(encodeJSON(review.marks)), total = \(review.total),
                remark = \(review.remark), scorer_id = \(review.scorer?.id), scorer = \(review.scorer?.name),
                scored_at = \(review.scoredAt), appeal = \(review.appeal), appealed_at = \(review.appealedAt),
                decision = \(review.decision), decided_by = \(review.decidedBy), decided_at = \(review.decidedAt)
            WHERE id = \(review.id)
            """)
    }
}

extension QualityReview {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), callID: try row.id("call_id"), organ: try row.text("organ"),
            agent: Call.Agent(id: try row.id("agent_id"), name: try row.text("agent_name")),
            week: try row.day("week"))
        marks = try row.optionalJSON("sheet") ?? []
        total = try row.optionalInt("total")
        remark = try row.optionalText("remark") ?? ""
        scorer = try row.optionalID("scorer_id").map {
            Call.Agent(id: $0, name: try row.optionalText("scorer") ?? "")
        }
        scoredAt = try row.optionalInstant("scored_at")
        appeal = try row.optionalText("appeal")
        appealedAt = try row.optionalInstant("appealed_at")
        decision = try row.optionalText("decision")
        decidedBy = try row.optionalText("decided_by")
        decidedAt = try row.optionalInstant("decided_at")
    }
}
