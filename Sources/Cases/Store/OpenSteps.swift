import Storage
import WorkingTime

/// A step of a case that waits for somebody, as a feature lists it beside what is its own.
public struct OpenStep: Sendable, Hashable {
    /// The task.
    public let task: Int64
    /// The id of its BPMN element.
    public let element: String
    /// Since when it waits.
    public let openedAt: Instant
}

extension Cases {
    /// The steps that wait in these cases, by the number of the case. A feature asks for cases of its own, which it has
    /// already narrowed to what the viewer may see.
    public static func openSteps(of numbers: [String], in tx: Transaction) throws -> [String: [OpenStep]] {
        guard !numbers.isEmpty else { return [:] }
        let rows = try tx.rows(
            """
            SELECT c.number, t.id, t.element, t.opened_at FROM service_case c JOIN case_task t ON t.case_id = c.id
            WHERE c.number IN \(list: numbers) AND t.state = 'open' ORDER BY t.id
            """)
        return try rows.reduce(into: [:]) { steps, row in
            steps[try row.text("number"), default: []].append(
                OpenStep(
                    task: try row.id("id"), element: try row.text("element"),
                    openedAt: try row.instant("opened_at")))
        }
    }

    /// What was found in the finished steps of a case, the newest first: who, what, with which reasons.
    public static func findings(of number: String, in tx: Transaction) throws -> [CaseTask] {
        try tx.rows(
            """
            SELECT t.* FROM service_case c JOIN case_task t ON t.case_id = c.id
            WHERE c.number = \(number) AND t.state = 'completed' ORDER BY t.completed_at DESC, t.id DESC LIMIT 50
            """
        ).map(CaseTask.init)
    }
}
