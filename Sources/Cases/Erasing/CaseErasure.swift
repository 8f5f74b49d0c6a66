import Storage

/// The SQL that takes away what a case says about people.
enum CaseErasure {
    /// What stands where a name stood.
    private static let gone = Applicant.erased.name

    static func erase(_ subject: Case, in tx: Transaction) throws {
        try eraseHead(of: subject, in: tx)
        let id = subject.id
        try tx.execute("DELETE FROM case_material WHERE case_id = \(id)")
        try tx.execute(
            """
            DELETE FROM case_party
            WHERE case_id = \(id) AND party NOT LIKE 'organ:%' AND party NOT LIKE 'recused:%'
            """)
        try tx.execute(
            "UPDATE case_task SET opinion = NULL, question = NULL, missing = '[]' WHERE case_id = \(id)")
        try tx.execute(
            """
            UPDATE case_task SET holder_name = CASE WHEN holder_name IS NULL THEN NULL ELSE \(gone) END,
                completed_by_name = CASE WHEN completed_by_name IS NULL THEN NULL ELSE \(gone) END
            WHERE case_id = \(id) AND organ = \(CaseTask.applicant)
            """)
        try tx.execute(
            """
            UPDATE case_document SET holder = \(gone), facts = '[]', paragraphs = '[]' WHERE case_id = \(id)
            """)
    }

    private static func eraseHead(of subject: Case, in tx: Transaction) throws {
        let filing = FilingRecord(
            accountID: subject.filing.accountID, filedBy: gone, channel: subject.filing.channel,
            filedAt: subject.filing.filedAt, receivedAt: subject.filing.receivedAt,
            confirmation: subject.filing.confirmation)
        func sealed(_ text: String, _ column: StaticString) throws -> String {
            try SealedTable.cases.seal(text, column, row: subject.id, in: tx)
        }
        try tx.execute(
            """
            UPDATE service_case SET applicant_name = \(gone), applicant_code = \(sealed("", "applicant_code")),
                applicant_person = NULL, applicant_account = NULL,
                applicant = \(sealed(encodeJSON(Applicant.erased), "applicant")),
                filing = \(encodeJSON(filing)), form = \(sealed("{}", "form")),
                body = \(encodeJSON(CaseBody(erased: subject))), revision = \(tx.ids.next())
            WHERE id = \(subject.id)
            """)
    }
}

extension CaseBody {
    /// What is left of a case: how it ended, and which officer decided so.
    fileprivate init(erased subject: Case) {
        self.init(subject)
        (process, evidenceRequest, heldMessages, draft) = (nil, nil, nil, nil)
        let own = [subject.filing.accountID, subject.applicant.accountID]
        result = subject.result.map { result in
            CaseResult(
                outcome: result.outcome, reason: nil,
                decidedBy: result.decidedBy.flatMap { own.contains($0.accountID) ? nil : $0 },
                decidedAt: result.decidedAt)
        }
        rating = subject.rating.map {
            Rating(
                grade: $0.grade, comment: nil, ratedAt: $0.ratedAt, reasons: $0.reasons, channel: $0.channel)
        }
    }
}
