import Identity
import Refusals
import Storage

/// What was issued, found by the code printed on it.
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
