import Cases
import Codes
import Storage
import WorkingTime

/// What is kept of a request beside its case follows the case, in its transactions, whichever page or program moved it.
enum RequestFollowing {
    static let follower = CaseFollower { event, subject, now, tx in
        guard subject.isDisclosureRequest else { return }
        switch event.action {
        case "case.submitted": try insert(subject, in: tx)
        case "case.received": try receive(subject, in: tx)
        case "case.organ_changed":
            try tx.send(
                "UPDATE disclosure_request SET organ = \(subject.plan.organ) WHERE id = \(subject.id)")
        case "case.answered": try answer(subject, at: now, in: tx)
        // Withdrawn, or ended by the head: not an answer, and counted as such. Who gave it up says why afterwards.
        case "case.withdrawn", "case.terminated": try end(subject, as: "other", at: now, in: tx)
        default: break
        }
    }

    private static func insert(_ subject: Case, in tx: Transaction) throws {
        try tx.send(
            """
            INSERT INTO disclosure_request (id, number, organ, account_id, submission, category, purpose, filed_at)
            VALUES (\(subject.id), \(subject.number.text), \(subject.plan.organ),
                \(subject.applicant.accountID), \(subject.answer("submission")), \(subject.answer("category")),
                \(subject.answer("purpose")), \(subject.filing.filedAt))
            """)
    }

    private static func receive(_ subject: Case, in tx: Transaction) throws {
        let day = (subject.acceptedAt ?? subject.filing.filedAt).day
        try tx.send("UPDATE disclosure_request SET received_on = \(day) WHERE id = \(subject.id)")
    }

    private static func answer(_ subject: Case, at now: Instant, in tx: Transaction) throws {
        let marks = subject.draft?.marks ?? [:]
        let title = marks["public_title"]
        try tx.send(
            """
            UPDATE disclosure_request SET ended_at = \(now), result = \(marks["row"] ?? "other"),
                kind = \(marks["kind"]), public_title = \(title), public_words = \(marks["public_words"]),
                published_at = \(title.map { _ in now })
            WHERE id = \(subject.id)
            """)
    }

    private static func end(_ subject: Case, as result: String, at now: Instant, in tx: Transaction) throws {
        try tx.send(
            """
            UPDATE disclosure_request SET ended_at = \(now), result = \(result)
            WHERE id = \(subject.id) AND ended_at IS NULL
            """)
    }
}
