import Storage

/// The SQL of consultations.
enum ConsultationStore {
    /// Those of a request, oldest first.
    static func all(of request: Int64, in tx: Transaction) throws -> [Consultation] {
        try tx.rows(
            "SELECT * FROM disclosure_consultation WHERE request_id = \(request) ORDER BY id LIMIT \(most)"
        ).map(Consultation.init)
    }

    /// So many for one request.
    static let most = 50

    static func insert(_ consultation: Consultation, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO disclosure_consultation (id, request_id, kind, party, about, evidence_file, evidence_name,
                sent_at, sent_by, due_on)
            VALUES (\(consultation.id), \(consultation.requestID), \(consultation.kind), \(consultation.party),
                \(consultation.about), \(consultation.evidenceFile), \(consultation.evidenceName),
                \(consultation.sentAt), \(consultation.sentBy), \(consultation.dueOn))
            """)
    }

    static func save(_ consultation: Consultation, in tx: Transaction) throws {
        try tx.execute(
            """
            UPDATE disclosure_consultation SET reply = \(consultation.reply),
                reply_words = \(consultation.replyWords), replied_at = \(consultation.repliedAt)
            WHERE id = \(consultation.id)
            """)
    }
}

extension Consultation {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), requestID: try row.id("request_id"), kind: try row.value("kind"),
            party: try row.text("party"), about: try row.text("about"),
            evidenceFile: try row.id("evidence_file"), evidenceName: try row.text("evidence_name"),
            sentAt: try row.instant("sent_at"), sentBy: try row.text("sent_by"),
            dueOn: try row.day("due_on"),
            reply: try row.optionalText("reply").flatMap(Reply.init(rawValue:)),
            replyWords: try row.optionalText("reply_words"), repliedAt: try row.optionalInstant("replied_at"))
    }
}
