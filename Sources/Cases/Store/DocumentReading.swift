import Identity
import Refusals
import Storage

/// What was issued: found by the code printed on it, or by its holder.
extension Cases {
    /// An issued document by the code printed on it.
    ///
    /// - Throws: `notFound` when there is none.
    public func document(verificationCode code: String) async throws -> IssuedDocument {
        let row = try await database.read { tx in
            try tx.row("SELECT * FROM case_document WHERE verification_code = \(code)")
        }
        guard let row else { throw DomainError.notFound("没有找到这份文件，请核对验证码。") }
        return try IssuedDocument(row)
    }

    /// The licences of the matters this viewer has to do with, newest first: 我的证照.
    public func licences(for viewer: Viewer) async throws -> [IssuedDocument] {
        try await database.read { tx in
            try tx.rows(
                """
                SELECT d.* FROM case_document d WHERE d.kind = \(IssuedDocument.Kind.licence) AND d.corrected_by IS NULL AND d.case_id IN
                    (SELECT v.case_id FROM case_party v WHERE v.party IN \(list: viewer.parties ?? []))
                    AND \(viewer.stillActs(in: "d.case_id"))
                ORDER BY d.id DESC LIMIT 100
                """
            ).map(IssuedDocument.init)
        }
    }

    /// Whether an issued document is in the name of a person or of an entity: a person's name is masked where
    /// the public looks.
    ///
    /// - Throws: `notFound` when there is no such document.
    public func holderKind(verificationCode code: String) async throws -> Applicant.Kind {
        let row = try await database.read { tx in
            try tx.row(
                """
                SELECT c.applicant_kind FROM case_document d JOIN service_case c ON c.id = d.case_id
                WHERE d.verification_code = \(code)
                """)
        }
        guard let row else { throw DomainError.notFound("没有找到这份文件，请核对验证码。") }
        return try row.value("applicant_kind")
    }
}
