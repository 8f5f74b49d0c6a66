import Journal
import Refusals
import Storage
import WorkingTime

/// What time alone has brought about: a hearing ends without a word, nobody appeals; and those concerned are told.
extension InquiryDesk {
    /// A job; it may run again at any time.
    func endSilence(at now: Instant) async throws {
        for id in try await database.read({ try InquiryStore.silent(at: now, in: $0) }) {
            try await note(.silent, id, "陈述申辩的期限届满，当事人没有陈述，转入决定。", at: now) {
                try InquiryStore.silent(id, in: $0)
            }
        }
        for id in try await database.read({ try InquiryStore.unappealed(at: now, in: $0) }) {
            try await note(.unappealed, id, "申诉的期限届满，当事人没有申诉，决定生效。", at: now) {
                try InquiryStore.unappealed(id, in: $0)
            }
        }
    }

    /// - Parameter still: the inquiry, if it is still so: somebody may have acted meanwhile, or another node noted it.
    private func note(
        _ kind: InquiryStep.Kind, _ id: Int64, _ sentence: Sentence, at now: Instant,
        _ still: @escaping @Sendable (Transaction) throws -> Inquiry?
    ) async throws {
        try await database.write { tx in
            try tx.lock("accountability_inquiry", id: id)
            guard let inquiry = try still(tx) else { return }
            try InquiryStore.move(inquiry, in: tx)
            try keep(kind, "", inquiry, .system, at: now, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: .system, action: "accountability.time_ended", subject: inquiry.number,
                    sentence: sentence), in: tx)
        }
    }
}

extension InquiryStore {
    private static let noticedDays = 30
    private static let atOnce = 50

    /// Inquiries that wait for a statement while their case has gone on to the decision, the longest over first.
    static func silent(at now: Instant, in tx: Transaction) throws -> [Int64] {
        try tx.rows(
            """
            SELECT q.id FROM accountability_inquiry q
            JOIN service_case c ON c.number = q.case_number
            JOIN case_task t ON t.case_id = c.id AND t.state = 'open' AND t.element = 'decide'
            WHERE q.closed_at IS NULL AND q.stage = 'hearing'
                AND coalesce(q.due_at, 253402300799000) < \(now)
            ORDER BY coalesce(q.due_at, 253402300799000), q.id LIMIT \(atOnce)
            """
        ).map { try $0.id("id") }
    }

    /// One of them, as its case stands; nil when it is none any more.
    static func silent(_ id: Int64, in tx: Transaction) throws -> Inquiry? {
        let row = try tx.row(
            "\(rows) WHERE q.id = \(id) AND q.stage = 'hearing' AND t.element = 'decide'")
        return try row.map { try Inquiry($0, in: tx) }
    }

    /// A measure that nobody said a word about, neither that they will not appeal.
    private static let isUnappealed: SQL = """
        q.outcome = 'measure' AND q.reviewed_by IS NULL AND NOT EXISTS (SELECT 1 FROM accountability_step s
            WHERE s.inquiry_id = q.id AND s.kind IN ('accepted', 'unappealed'))
        """

    /// Inquiries that have ended so not long ago.
    static func unappealed(at now: Instant, in tx: Transaction) throws -> [Int64] {
        try tx.rows(
            """
            SELECT q.id FROM accountability_inquiry q
            WHERE q.closed_at > \(now.adding(seconds: -noticedDays * 86_400)) AND \(isUnappealed)
            ORDER BY q.closed_at LIMIT \(atOnce)
            """
        ).map { try $0.id("id") }
    }

    /// One of them; nil when it is none any more.
    static func unappealed(_ id: Int64, in tx: Transaction) throws -> Inquiry? {
        let row = try tx.row(
            "\(rows) WHERE q.id = \(id) AND q.closed_at IS NOT NULL AND \(isUnappealed)")
        return try row.map { try Inquiry($0, in: tx) }
    }

    /// Where time has brought it.
    static func move(_ inquiry: Inquiry, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE accountability_inquiry SET stage = \(inquiry.stage), due_at = \(inquiry.dueAt)
            WHERE id = \(inquiry.id)
            """)
    }
}
