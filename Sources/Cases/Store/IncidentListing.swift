import Storage
import WorkingTime

/// Something that waits to be tried again, with the case it is in.
public struct IncidentSummary: Sendable, Hashable {
    /// Number of the case.
    public let caseNumber: String
    /// Name of the service.
    public let name: String
    /// What failed, and since when.
    public let incident: CaseIncident
    let caseID: Int64
}

extension Cases {
    /// One page of what the system could not do, the newest first; nothing in it is about a person.
    public func incidents(after cursor: String? = nil) async throws -> Slice<IncidentSummary> {
        let rows = try await database.read { tx in
            let start = try cursor.map { try Cursor($0) }
            let since: SQL =
                if let start { "(i.since, i.case_id) < (\(try start.numericKey), \(start.id))" } else {
                    "1 = 1"
                }
            return try tx.rows(
                """
                SELECT i.*, c.number, c.subject_name FROM case_incident i JOIN service_case c ON c.id = i.case_id
                WHERE \(since) ORDER BY i.since DESC, i.case_id DESC LIMIT \(CaseQueries.pageSize + 1)
                """)
        }
        let summaries = try rows.map { row in
            IncidentSummary(
                caseNumber: try row.text("number"), name: try row.text("subject_name"),
                incident: try CaseIncident(row), caseID: try row.id("case_id"))
        }
        return Slice(fetched: summaries, size: CaseQueries.pageSize) {
            Cursor(key: $0.incident.since, id: $0.caseID)
        }
    }
}
