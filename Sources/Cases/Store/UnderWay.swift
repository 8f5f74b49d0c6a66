import Codes
import Storage

extension Cases {
    /// The number of the newest case by which somebody has applied for a service already, and which is not over;
    /// `nil` when there is none. Whoever applies again is told of it: the law forbids no second application, and most are a
    /// mistake.
    ///
    /// - Parameter code: the code of the service.
    /// - Throws: `StorageError`.
    public func underWay(_ code: String, for applicant: Applicant) async throws -> String? {
        let party: String
        switch (applicant.kind, applicant.personID) {
        case (.entity, _): party = Party.entity(applicant.code)
        case (.person, let id?): party = Party.person(id)
        case (.person, nil): return nil
        }
        return try await database.read { tx in
            try tx.row(
                """
                SELECT c.number FROM case_party p JOIN service_case c ON c.id = p.case_id
                WHERE p.party = \(party) AND c.subject_code = \(code) AND c.closed_at IS NULL
                    AND c.parent_id IS NULL
                ORDER BY p.case_id DESC LIMIT 1
                """)?.text("number")
        }
    }
}
