import Identity
import Refusals
import Storage

/// From a file or a paper back to the case it belongs to.
extension Cases {
    /// The number of the matter a file was handed in for, when this viewer may read it; `nil` otherwise.
    public func matterNumber(ofFile id: Int64, for viewer: Viewer) async throws -> String? {
        guard try await mayRead(file: id, viewer) else { return nil }
        return try await database.read { tx in
            try tx.row(
                """
                SELECT coalesce(p.number, c.number) AS number
                FROM case_material m JOIN service_case c ON c.id = m.case_id
                    LEFT JOIN service_case p ON p.id = c.parent_id
                WHERE m.file_id = \(id)
                """)?.text("number")
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
