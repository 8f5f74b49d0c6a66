import Identity
import Storage

/// How many open steps wait for one post, for cases of one item.
public struct Workload: Sendable, Hashable {
    /// The key of the organ.
    public let organ: String
    /// The role.
    public let role: String
    /// The item's code.
    public let item: String
    /// How many.
    public let count: Int

    /// A workload.
    public init(organ: String, role: String, item: String, count: Int) {
        (self.organ, self.role, self.item, self.count) = (organ, role, item, count)
    }
}

/// An open step of one of these organs.
public struct TouchedTask: Sendable, Hashable {
    /// Ours, time-ordered.
    public let id: Int64
    /// The name of the step.
    public let name: String
    /// The key of its organ.
    public let organ: String
    /// The role it waits for.
    public let role: String
    /// The number of its case.
    public let number: String
    /// The item's code.
    public let item: String
}

extension Cases {
    /// The open steps of these organs, by id.
    /// - Throws: `malformed` for a cursor that was cut; `StorageError`.
    public static func openTasks(
        of organs: Set<String>, after: String?, in tx: Transaction
    ) throws -> Slice<TouchedTask> {
        let last = try after.map { try Cursor($0).id } ?? 0
        let found = try tx.rows(
            """
            SELECT t.id, t.name, t.organ, t.role, c.number, c.subject_code
            FROM case_task t JOIN service_case c ON c.id = t.case_id
            WHERE t.state = 'open' AND t.organ IN \(list: organs.sorted()) AND t.id > \(last)
            ORDER BY t.id LIMIT \(touchedSize + 1)
            """
        ).map(TouchedTask.init)
        return Slice(fetched: found, size: touchedSize) { Cursor(key: "", id: $0.id) }
    }

    /// What waits in these organs, by post and item.
    /// - Throws: `StorageError`.
    public static func workload(of organs: Set<String>, in tx: Transaction) throws -> [Workload] {
        try tx.rows(
            """
            SELECT t.organ, t.role, c.subject_code, count(*) AS n
            FROM case_task t JOIN service_case c ON c.id = t.case_id
            WHERE t.state = 'open' AND t.organ IN \(list: organs.sorted())
            GROUP BY t.organ, t.role, c.subject_code ORDER BY t.organ, t.role, c.subject_code
            """
        ).map { row in
            Workload(
                organ: try row.text("organ"), role: try row.text("role"),
                item: try row.text("subject_code"), count: try row.int("n"))
        }
    }
}

extension TouchedTask {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), name: try row.text("name"), organ: try row.text("organ"),
            role: try row.text("role"), number: try row.text("number"), item: try row.text("subject_code"))
    }
}
