import Web

/// What is asked for on the desk beside what a task says itself.
extension Power {
    static let retryCases = Power("case.retry", "重试本部门办件的系统步骤", .matters)
    static let retryIncidents = Power("incident.retry", "查看和重试系统没有办成的步骤", .system)
}
