import Storage
import WorkingTime

extension CaseRows {
    /// Only columns with a new value are named: an index over a column that is named is written anew.
    static func update(_ task: CaseTask, since before: CaseTask, in tx: Transaction) throws {
        let changes =
            try kind(of: task, since: before) + hands(of: task, since: before)
            + course(of: task, since: before) + finding(of: task, since: before)
        guard !changes.isEmpty else { return }
        try tx.send("UPDATE case_task SET \(SQL.joined(changes, ", ")) WHERE id = \(task.id)")
    }

    /// What it is.
    private static func kind(of task: CaseTask, since before: CaseTask) throws -> [SQL] {
        var changes: [SQL] = []
        if task.element != before.element { changes.append("element = \(task.element)") }
        if task.name != before.name { changes.append("name = \(task.name)") }
        if task.act != before.act { changes.append("act = \(task.act)") }
        if task.outcomes != before.outcomes { changes.append("outcomes = \(try encodeJSON(task.outcomes))") }
        return changes
    }

    /// Whose it is.
    private static func hands(of task: CaseTask, since before: CaseTask) -> [SQL] {
        var changes: [SQL] = []
        if task.organ != before.organ { changes.append("organ = \(task.organ)") }
        if task.role != before.role { changes.append("role = \(task.role)") }
        if task.holder != before.holder {
            changes.append("holder_id = \(task.holder?.accountID), holder_name = \(task.holder?.name)")
        }
        if task.takenAt != before.takenAt { changes.append("taken_at = \(task.takenAt)") }
        if task.owner != before.owner {
            changes.append("owner_id = \(task.owner?.accountID), owner_name = \(task.owner?.name)")
        }
        return changes
    }

    /// Where it stands.
    private static func course(of task: CaseTask, since before: CaseTask) -> [SQL] {
        var changes: [SQL] = []
        if task.dueAt != before.dueAt { changes.append("due_at = \(task.dueAt)") }
        if task.calendarVersion != before.calendarVersion {
            changes.append("calendar_version = \(task.calendarVersion)")
        }
        if task.state != before.state { changes.append("state = \(task.state)") }
        if task.isParked != before.isParked { changes.append("parked = \(task.isParked)") }
        if task.isSuspended != before.isSuspended { changes.append("suspended = \(task.isSuspended)") }
        if task.urgings != before.urgings { changes.append("urgings = \(task.urgings)") }
        if task.urgedAt != before.urgedAt { changes.append("urged_at = \(task.urgedAt)") }
        return changes
    }

    /// What came of it.
    private static func finding(of task: CaseTask, since before: CaseTask) throws -> [SQL] {
        var changes: [SQL] = []
        if task.outcome != before.outcome { changes.append("outcome = \(task.outcome)") }
        if task.opinion != before.opinion { changes.append("opinion = \(task.opinion)") }
        if task.missing != before.missing { changes.append("missing = \(try encodeJSON(task.missing))") }
        if task.completedBy != before.completedBy {
            changes.append(
                "completed_by = \(task.completedBy?.accountID), completed_by_name = \(task.completedBy?.name)"
            )
        }
        if task.completedAt != before.completedAt { changes.append("completed_at = \(task.completedAt)") }
        if task.office != before.office { changes.append("office = \(task.office)") }
        return changes
    }
}
