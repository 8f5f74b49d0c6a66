import Storage
import WorkingTime

/// The SQL of reviews. Whose organ it is, is a part of every query.
enum ReviewStore {
    static let pageSize = 50

    static func insert(_ review: RatingReview, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO rating_review (id, organ, state, contact_due, correction_due)
            VALUES (\(review.id), \(review.organ), \(review.state), \(review.contactDue), \(review.correctionDue))
            """)
        try tx.execute("UPDATE service_rating SET is_reviewed = 1 WHERE id = \(review.id)")
    }

    /// One that these organs may see; nil for the organs means all of them.
    static func review(_ id: Int64, of organs: Set<String>?, in tx: Transaction) throws -> RatingReview? {
        guard let row = try tx.row("SELECT * FROM rating_review WHERE id = \(id)") else { return nil }
        let review = try RatingReview(row)
        return organs?.contains(review.organ) == false ? nil : review
    }

    /// One page, the newest first.
    static func page(
        _ state: RatingReview.State, of organs: Set<String>?, after text: String?, in tx: Transaction
    ) throws -> Slice<RatingReview> {
        let since: SQL = try text.map { "AND id < \(try Cursor($0).id)" } ?? ""
        let whose: SQL = organs.map { "AND organ IN \(list: $0.sorted())" } ?? ""
        let rows = try tx.rows(
            """
            SELECT * FROM rating_review WHERE state = \(state) \(whose) \(since)
            ORDER BY id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(RatingReview.init), size: pageSize) {
            Cursor(key: $0.id, id: $0.id)
        }
    }

    static func save(_ review: RatingReview, in tx: Transaction) throws {
        func text(_ act: RatingReview.Act?) throws -> String? { try act.map { try encodeJSON($0) } }
        try tx.execute(
            """
            UPDATE rating_review SET state = \(review.state), callback_due = \(review.callbackDue),
                ruling_due = \(review.rulingDue), contacted = \(text(review.contacted)),
                corrected = \(text(review.corrected)), called_back = \(text(review.calledBack)),
                is_satisfied = \(review.isSatisfied), appeal = \(text(review.appeal)),
                appealed_by = \(review.appeal?.accountID), ruling = \(text(review.ruling)),
                ruled_by = \(review.ruling?.accountID), is_granted = \(review.isGranted)
            WHERE id = \(review.id)
            """)
    }
}

extension RatingReview {
    fileprivate init(_ row: Row) throws {
        func act(_ column: String) throws -> Act? {
            try row.optionalText(column) == nil ? nil : try row.json(column)
        }
        func flag(_ column: String) throws -> Bool? { try row.optionalInt(column).map { $0 == 1 } }
        self.init(
            id: try row.id("id"), organ: try row.text("organ"), contactDue: try row.day("contact_due"),
            correctionDue: try row.day("correction_due"), state: try row.value("state"),
            callbackDue: try row.optionalDay("callback_due"), rulingDue: try row.optionalDay("ruling_due"),
            contacted: try act("contacted"), corrected: try act("corrected"),
            calledBack: try act("called_back"),
            isSatisfied: try flag("is_satisfied"), appeal: try act("appeal"), ruling: try act("ruling"),
            isGranted: try flag("is_granted"))
    }
}
