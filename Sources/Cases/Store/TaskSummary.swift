import Storage
import WorkingTime

/// One line of a desk: a task with the case it belongs to.
public struct TaskSummary: Sendable, Hashable {
    /// The task.
    public let task: CaseTask
    /// Number of its case.
    public let caseNumber: String
    /// Name of the service.
    public let name: String
    /// Name of the joint service it is part of.
    public let parentName: String?
    /// Name of the applicant.
    public let applicant: String
    /// The decision clock stands still.
    public let isPaused: Bool

    /// Tasks with the case they belong to, to be narrowed by a `WHERE`.
    static let lines: SQL =
        """
        SELECT t.*, c.number AS case_number, c.subject_name, c.applicant_name,
            (SELECT p.subject_name FROM service_case p WHERE p.id = c.parent_id) AS parent_name,
            CASE WHEN c.phase = 'accepted' AND c.due_at IS NULL AND EXISTS (
                SELECT 1 FROM case_clock k WHERE k.case_id = c.id AND k.stopped_at IS NULL
                    AND k.limit_value IS NOT NULL) THEN 1 ELSE 0 END AS paused
        FROM case_task t JOIN service_case c ON c.id = t.case_id
        """

    init(_ row: Row) throws {
        task = try CaseTask(row)
        caseNumber = try row.text("case_number")
        name = try row.text("subject_name")
        parentName = try row.optionalText("parent_name")
        applicant = try row.text("applicant_name")
        isPaused = try row.bool("paused")
    }
}

/// Whose tasks to list.
public enum DeskQueue: String, Sendable, CaseIterable {
    /// Mine: taken by me, or waiting for my post and taken by nobody.
    case mine
    /// Of my organ, whoever has it.
    case organ
    /// What I have finished.
    case done
}
