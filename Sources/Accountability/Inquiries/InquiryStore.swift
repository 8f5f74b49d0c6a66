import Cases
import Codes
import Refusals
import Storage
import WorkingTime

/// The SQL of inquiries.
enum InquiryStore {
    static let sealed = SealedTable("accountability_inquiry", columns: ["person", "facts"])
    static let sealedSteps = SealedTable("accountability_step", columns: ["words"])
    static let page = 50

    /// What time alone brings about is no event of a case, and so which step is open is asked of its tasks.
    static let rows: SQL = """
        SELECT q.*, t.element AS step, t.due_at AS step_due_at FROM accountability_inquiry q
        LEFT JOIN service_case c ON c.number = q.case_number
        LEFT JOIN case_task t ON t.case_id = c.id AND t.state = 'open'
        """

    /// Those under way, what runs out first at the head; or those that are over, the newest first.
    static func list(_ filter: InquiryFilter, after cursor: String?, in tx: Transaction) throws -> Slice<
        Inquiry
    > {
        let from = try cursor.map { try Cursor($0) }
        let last: Int64 = 253_402_300_799_000
        let query: SQL =
            if filter.isClosed {
                """
                \(rows)
                WHERE q.closed_at IS NOT NULL AND q.id < \(from?.id ?? Int64.max) AND \(filter.condition)
                ORDER BY q.id DESC LIMIT \(page + 1)
                """
            } else {
                """
                \(rows)
                WHERE q.closed_at IS NULL
                    AND (coalesce(q.due_at, 253402300799000), q.id) > (\(try from?.numericKey ?? 0), \(from?.id ?? 0))
                    AND \(filter.condition)
                ORDER BY coalesce(q.due_at, 253402300799000), q.id LIMIT \(page + 1)
                """
            }
        let found = try tx.rows(query).map { try Inquiry($0, in: tx) }
        return Slice(fetched: found, size: page) { Cursor(key: $0.listedAt?.milliseconds ?? last, id: $0.id) }
    }

    /// Throws `notFound`, also for what one may not see.
    static func inquiry(_ id: Int64, _ filter: InquiryFilter, in tx: Transaction) throws -> Inquiry {
        let row = try tx.row(
            "\(rows) WHERE q.id = \(id) AND \(filter.condition)")
        guard let row else { throw DomainError.notFound("没有这件问责。") }
        return try Inquiry(row, in: tx)
    }

    /// Whether somebody is already held to account for the same.
    static func isKnown(_ source: Inquiry.Source, _ reference: String, _ account: Int64, in tx: Transaction)
        throws
        -> Bool
    {
        try tx.row(
            """
            SELECT id FROM accountability_inquiry
            WHERE source = \(source) AND reference = \(reference) AND account_id = \(account)
                AND stage <> 'withdrawn' LIMIT 1
            """) != nil
    }

    static func steps(of id: Int64, in tx: Transaction) throws -> [InquiryStep] {
        try tx.rows("SELECT * FROM accountability_step WHERE inquiry_id = \(id) ORDER BY id DESC LIMIT 200")
            .map {
                InquiryStep(
                    kind: try $0.value("kind"), accountID: try $0.id("account_id"), name: try $0.text("name"),
                    words: try sealedSteps.open("words", of: $0, in: tx), at: try $0.instant("taken_at"))
            }
    }

    static func insert(_ inquiry: Inquiry, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO accountability_inquiry (id, case_number, source, reference, title, evidence, organ, account_id,
                person, facts, stage, due_at, proposed_by, filed_at)
            VALUES (\(inquiry.id), \(inquiry.number), \(inquiry.source), \(inquiry.reference), \(inquiry.title),
                \(encodeJSON(inquiry.evidence)), \(inquiry.organ), \(inquiry.accountID),
                \(sealed.seal(inquiry.person, "person", row: inquiry.id, in: tx)),
                \(sealed.seal(inquiry.facts, "facts", row: inquiry.id, in: tx)), \(inquiry.stage), \(inquiry.dueAt),
                \(inquiry.proposedBy), \(inquiry.filedAt))
            """)
    }

    static func insert(_ step: InquiryStep, of id: Int64, in tx: Transaction) throws {
        let own = tx.ids.next()
        try tx.execute(
            """
            INSERT INTO accountability_step (id, inquiry_id, kind, account_id, name, words, taken_at)
            VALUES (\(own), \(id), \(step.kind), \(step.accountID), \(step.name),
                \(sealedSteps.seal(step.words, "words", row: own, in: tx)), \(step.at))
            """)
    }

    static func update(_ inquiry: Inquiry, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE accountability_inquiry SET checked_by = \(inquiry.checkedBy), decided_by = \(inquiry.decidedBy),
                reviewed_by = \(inquiry.reviewedBy), told_at = \(inquiry.toldAt), served_at = \(inquiry.servedAt),
                outcome = \(inquiry.outcome), measure = \(inquiry.measure), measure_name = \(inquiry.measureName)
            WHERE id = \(inquiry.id)
            """)
    }

    /// Where it stands follows its case.
    static func follow(_ subject: Case, in tx: Transaction) throws {
        let task = subject.openTasks.first
        let open = task.flatMap { InquiryPlan.stages[$0.element] }
        let over: Inquiry.Stage = subject.phase == .withdrawn ? .withdrawn : .closed
        try tx.send(
            """
            UPDATE accountability_inquiry SET stage = \(subject.closedAt == nil ? open ?? .checking : over),
                due_at = \(task?.dueAt), closed_at = \(subject.closedAt)
            WHERE case_number = \(subject.number.text)
            """)
    }
}
