import Refusals
import Storage
import WorkingTime

/// A notice that a fee is due (信息处理费), for numbers far beyond reason (art. 42).
struct FeeNotice: Sendable, Hashable, Identifiable {
    let id: Int64
    let requestID: Int64
    /// So many requests were counted.
    let items: Int
    /// What they cost, in yuan.
    let yuan: Int
    let issuedAt: Instant
    let issuedBy: String
    /// The last day of payment.
    let dueOn: CivilDate
    var paidAt: Instant?

    /// Whether it was not paid in time.
    func isUnpaid(on today: CivilDate) -> Bool { paidAt == nil && today > dueOn }

    /// - Throws: `conflict` when it was paid before.
    mutating func pay(at now: Instant) throws {
        guard paidAt == nil else { throw DomainError.conflict("这笔费用已经登记缴纳。") }
        paidAt = now
    }
}

/// The SQL of fee notices.
enum FeeStore {
    static func all(of request: Int64, in tx: Transaction) throws -> [FeeNotice] {
        try tx.rows("SELECT * FROM disclosure_fee WHERE request_id = \(request) ORDER BY id LIMIT 50")
            .map(FeeNotice.init)
    }

    static func insert(_ fee: FeeNotice, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO disclosure_fee (id, request_id, items, yuan, issued_at, issued_by, due_on)
            VALUES (\(fee.id), \(fee.requestID), \(fee.items), \(fee.yuan), \(fee.issuedAt), \(fee.issuedBy),
                \(fee.dueOn))
            """)
    }

    static func save(_ fee: FeeNotice, in tx: Transaction) throws {
        try tx.execute("UPDATE disclosure_fee SET paid_at = \(fee.paidAt) WHERE id = \(fee.id)")
    }
}

extension FeeNotice {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), requestID: try row.id("request_id"), items: try row.int("items"),
            yuan: try row.int("yuan"), issuedAt: try row.instant("issued_at"),
            issuedBy: try row.text("issued_by"), dueOn: try row.day("due_on"),
            paidAt: try row.optionalInstant("paid_at"))
    }
}
