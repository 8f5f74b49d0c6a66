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
