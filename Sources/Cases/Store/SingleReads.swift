import Identity
import Refusals
import Storage

extension Cases {
    /// One task with the case it belongs to.
    ///
    /// - Throws: `notFound` when it does not exist or the viewer may not see its case.
    public func task(_ id: Int64, for viewer: Viewer) async throws -> TaskSummary {
        let row = try await database.read { tx in
            try tx.row(
                """
                SELECT t.*, c.number AS case_number, c.subject_name, c.applicant_name,
                    (SELECT p.subject_name FROM service_case p WHERE p.id = c.parent_id) AS parent_name,
                    CASE WHEN c.phase = 'accepted' AND c.due_at IS NULL AND EXISTS (
                        SELECT 1 FROM case_clock k WHERE k.case_id = c.id AND k.stopped_at IS NULL
                            AND k.limit_value IS NOT NULL) THEN 1 ELSE 0 END AS paused
                FROM case_task t JOIN service_case c ON c.id = t.case_id
                WHERE t.id = \(id) AND \(viewer.maySeeCase)
                """)
        }
        guard let row else { throw DomainError.notFound("没有找到这个任务。") }
        return try TaskSummary(row)
    }

    /// The number of the matter in which a file was handed in, when this viewer may see it there; nil otherwise.
    public func matter(holdingFile id: Int64, for viewer: Viewer) async throws -> String? {
        guard try await mayRead(file: id, viewer) else { return nil }
        let row = try await database.read { tx in
            try tx.row(
                """
                SELECT coalesce(p.number, c.number) AS number
                FROM case_material m JOIN service_case c ON c.id = m.case_id
                    LEFT JOIN service_case p ON p.id = c.parent_id
                WHERE m.file_id = \(id)
                """)
        }
        return try row?.text("number")
    }
}
