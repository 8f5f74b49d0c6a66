import Refusals
import Storage
import WorkingTime

/// The SQL of originals and of what was sent.
enum PaperStore {
    static let pageSize = 30

    static func insert(_ paper: Paper, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO hall_paper (id, case_number, words, place, taken_by, taken_at)
            VALUES (\(paper.id), \(paper.caseNumber), \(paper.words), \(paper.place), \(paper.takenBy),
                \(paper.takenAt))
            """)
    }

    static func save(_ paper: Paper, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE hall_paper SET place = \(paper.place), heading_to = \(paper.heading?.organ),
                handed_by = \(paper.heading?.handedBy), handed_at = \(paper.heading?.handedAt),
                returned_by = \(paper.returnedBy), returned_at = \(paper.returnedAt)
            WHERE id = \(paper.id)
            """)
    }

    /// The paper, held until the end of the transaction.
    /// - Throws: `notFound` for an id that is none.
    static func locked(_ id: Int64, in tx: Transaction) throws -> Paper {
        try tx.lock("hall_paper", id: id)
        return try paper(id, in: tx)
    }

    /// - Throws: `notFound` for an id that is none.
    static func paper(_ id: Int64, in tx: Transaction) throws -> Paper {
        guard let row = try tx.row("SELECT * FROM hall_paper WHERE id = \(id)") else {
            throw DomainError.notFound("没有这份原件的记录。")
        }
        return try Paper(row)
    }

    /// What organs have, the newest first.
    static func papers(at organs: Set<String>, after text: String?, in tx: Transaction) throws -> Slice<Paper>
    {
        let last = try text.map { try Cursor($0).id } ?? .max
        let rows = try tx.rows(
            """
            SELECT * FROM hall_paper WHERE place IN \(list: organs.sorted()) AND returned_at IS NULL AND id < \(last)
            ORDER BY id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(Paper.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// What is on its way to organs; it is signed for within the day, so there are few.
    static func heading(to organs: Set<String>, in tx: Transaction) throws -> [Paper] {
        try tx.rows(
            """
            SELECT * FROM hall_paper WHERE heading_to IN \(list: organs.sorted()) AND heading_to IS NOT NULL
            ORDER BY id LIMIT 200
            """
        ).map(Paper.init)
    }

    static func insert(_ receipt: PaperReceipt, of paper: Int64, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO hall_paper_receipt (id, paper_id, from_organ, to_organ, handed_by, handed_at, signed_by,
                signed_at)
            VALUES (\(tx.ids.next()), \(paper), \(receipt.from), \(receipt.to), \(receipt.handedBy.id),
                \(receipt.handedAt), \(receipt.signedBy.id), \(receipt.signedAt))
            """)
    }

    /// Every passage of a paper, the first first.
    static func receipts(of paper: Int64, in tx: Transaction) throws -> [PaperReceipt] {
        try tx.rows(
            """
            SELECT r.*, g.display_name AS giver, t.display_name AS taker FROM hall_paper_receipt r
            JOIN account g ON g.id = r.handed_by JOIN account t ON t.id = r.signed_by
            WHERE r.paper_id = \(paper) ORDER BY r.id LIMIT 100
            """
        ).map(PaperReceipt.init)
    }

    static func insert(_ delivery: Delivery, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO hall_delivery (id, case_number, company, tracking, organ, account_id, sent_by, sent_at)
            VALUES (\(delivery.id), \(delivery.caseNumber), \(delivery.company), \(delivery.tracking),
                \(delivery.organ), \(delivery.accountID), \(delivery.sentBy), \(delivery.sentAt))
            """)
    }

    /// What organs sent, or what was sent to an account: the newest first.
    static func deliveries(_ whose: SQL, after text: String?, in tx: Transaction) throws -> Slice<Delivery> {
        let last = try text.map { try Cursor($0).id } ?? .max
        let rows = try tx.rows(
            "SELECT * FROM hall_delivery WHERE \(whose) AND id < \(last) ORDER BY id DESC LIMIT \(pageSize + 1)"
        )
        return Slice(fetched: try rows.map(Delivery.init), size: pageSize) { Cursor(key: "", id: $0.id) }
    }
}
