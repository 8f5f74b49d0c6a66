import Cases
import Codes
import Storage
import Wordings
import WorkingTime

/// What is kept of a request beside its case follows the case, in its transactions, whichever page or program moved it.
enum RequestFollowing {
    static let follower = CaseFollower(settling: keepFigures) { event, subject, now, tx in
        guard let process = subject.requestProcess else { return }
        try Objection.require(in: subject, at: now, in: tx)
        try OtherWays.require(event, in: subject, at: now, in: tx)
        try Accused.refuse(event, in: subject, in: tx)
        switch event.action {
        case "case.submitted": try insert(subject, process, in: tx)
        case "case.assigned":
            try tx.send("UPDATE service_request SET organ = \(subject.plan.organ) WHERE id = \(subject.id)")
        case "case.reassigned", "case.organ_changed", "case.step_organ_changed":
            try handOn(subject, in: tx)
        case "case.answered": try answer(subject, at: now, in: tx)
        case "case.refused": try end(subject, as: "refused", at: now, in: tx)
        case "case.withdrawn":
            try end(subject, as: "withdrawn", at: now, in: tx)
            // What was said again and taken back may be said again once more, while there is time.
            try tx.send("UPDATE service_request SET earlier = NULL WHERE id = \(subject.id)")
        case "case.terminated": try end(subject, as: "terminated", at: now, in: tx)
        default: break
        }
    }

    private static func insert(_ subject: Case, _ process: RequestProcess, in tx: Transaction) throws {
        let division = subject.said(.division)
        let point = subject.said(.point)
        let (earlier, accused) = (subject.said(.earlier), subject.said(.against))
        // Everybody sees it at once, among what is alike and in Open311; of one that accuses an organ, which is somebody, only
        // the answer that was published.
        let title = PersonalData.masked(subject.said(.title), names: subject.hiddenWords)
        let digest = Wording.digest(subject.said(.title) + subject.said(.content))
        try tx.send(
            """
            INSERT INTO service_request (id, number, process, kind, category, division, organ, office, account_id, title,
                digest, is_public, is_protected, people, round, earlier, point, filed_at, due_at, urgent,
                turn, lot, accused)
            VALUES (\(subject.id), \(subject.number.text), \(process.rawValue), \(subject.said(.kind)),
                \(subject.said(.category)), \(division.isEmpty ? nil : division), \(subject.plan.organ),
                \(subject.plan.hall), \(subject.applicant.accountID), \(title), \(digest),
                \(subject.said(.isPublic) == "yes" && accused.isEmpty), \(subject.isPseudonymous),
                \(Int(subject.said(.people)) ?? 1), \(Int(subject.said(.round)) ?? 1),
                \(earlier.isEmpty ? nil : earlier), \(point.isEmpty ? nil : point), \(subject.filing.filedAt),
                \(subject.clock(.promised)?.dueAt), \(subject.isUrgent ? 1 : nil),
                \(Int(subject.said(.turn))), \(CallBack.lot(subject.number.text)),
                \(accused.isEmpty ? nil : accused))
            """)
    }

    /// What an organ owes and what an office is owed goes on with whoever took up their work.
    private static func handOn(_ subject: Case, in tx: Transaction) throws {
        let (organ, office) = (subject.plan.organ, subject.plan.hall)
        try tx.send(
            """
            UPDATE service_request_report SET organ = \(organ), office = \(office)
            WHERE id = \(subject.id)
                AND organ = (SELECT organ FROM service_request WHERE id = \(subject.id))
            """)
        try tx.send(
            """
            UPDATE service_request SET organ = \(organ), office = \(office), accused_told_at = NULL
            WHERE id = \(subject.id)
            """)
    }

    /// An extension moves the day, a return is counted.
    @Sendable private static func keepFigures(_ events: [CaseEvent], _ subject: Case, in tx: Transaction)
        throws
    {
        guard subject.requestProcess != nil, !events.contains(where: { $0.action == "case.submitted" }) else {
            return
        }
        let dueAt = subject.clock(.promised)?.dueAt
        let urgent = subject.isUrgent ? 1 : nil
        // Most steps change none of them: a row that stays as it is costs PostgreSQL no new version of it.
        try tx.send(
            """
            UPDATE service_request SET due_at = \(dueAt), returned = \(subject.returns), urgent = \(urgent)
            WHERE id = \(subject.id) AND (due_at IS DISTINCT FROM \(dueAt)
                OR returned IS DISTINCT FROM \(subject.returns) OR urgent IS DISTINCT FROM \(urgent))
            """)
    }

    private static func answer(_ subject: Case, at now: Instant, in tx: Transaction) throws {
        let marks = subject.draft?.marks ?? [:]
        let title = marks["public_title"]
        try tx.send(
            """
            UPDATE service_request SET ended_at = \(now), result = \(marks["result"] ?? "answered"),
                public_title = \(title), public_words = \(marks["public_words"]),
                public_answer = \(marks["public_answer"]), published_at = \(title.map { _ in now })
            WHERE id = \(subject.id)
            """)
    }

    private static func end(_ subject: Case, as result: String, at now: Instant, in tx: Transaction) throws {
        try tx.send(
            """
            UPDATE service_request SET ended_at = \(now), result = \(result)
            WHERE id = \(subject.id) AND ended_at IS NULL
            """)
    }
}
