import BusinessProcess
import Identity
import Storage
import WorkingTime

/// A case under way that names an organ: in charge, asked for its opinion, or in a drawing.
public struct TouchedCase: Sendable, Hashable {
    /// Ours, time-ordered.
    public let id: Int64
    /// Its number.
    public let number: String
    /// The root of its matter.
    let root: Int64
    /// The item.
    public let name: String
    /// The item's code.
    public let item: String
    /// The key of the organ in charge.
    public let organ: String
}

extension Cases {
    /// How many lines a page of a preview has.
    public static let touchedSize = 50

    /// The cases under way that name one of these organs, by id.
    ///
    /// It walks the open cases of the district, however many are finished.
    /// - Throws: `malformed` for a cursor that was cut; `StorageError`.
    public func touched(
        by organs: Set<String>, after: String?, in tx: Transaction
    ) throws -> Slice<TouchedCase> {
        let last = try after.map { try Cursor($0).id } ?? 0
        let found = try touched(by: organs, after: last, limit: Self.touchedSize + 1, in: tx)
        return Slice(fetched: found, size: Self.touchedSize) { Cursor(key: "", id: $0.id) }
    }

    /// How many of them there are.
    /// - Throws: `StorageError`.
    public func touchedCount(by organs: Set<String>, in tx: Transaction) throws -> Int {
        try tx.count("SELECT count(*) FROM service_case c WHERE closed_at IS NULL AND \(names(organs))")
    }

    func touched(
        by organs: Set<String>, after last: Int64, limit: Int, in tx: Transaction
    ) throws -> [TouchedCase] {
        try tx.rows(
            """
            SELECT id, number, coalesce(parent_id, id) AS root_id, subject_name, subject_code, organ
            FROM service_case c WHERE closed_at IS NULL AND id > \(last) AND \(names(organs))
            ORDER BY id LIMIT \(limit)
            """
        ).map(TouchedCase.init)
    }

    /// Keys stand in quotes in both texts; what is found too much is looked at and left as it is.
    private func names(_ organs: Set<String>) -> SQL {
        let drawn = Set(processes.all.values.filter { !$0.organs.isDisjoint(with: organs) }.map(\.id))
        let words = organs.sorted().flatMap { organ -> [SQL] in
            let key = "%\"\(organ)\"%"
            return ["c.parts LIKE \(key)", "c.plan LIKE \(key)"]
        }
        let processes = drawn.sorted().map { id -> SQL in
            let name = "%\"process\":\"\(id)\"%"
            return "c.plan LIKE \(name)"
        }
        let steps: SQL = """
            EXISTS (SELECT 1 FROM case_task t
                WHERE t.case_id = c.id AND t.state = 'open' AND t.organ IN \(list: organs.sorted()))
            """
        return "(\(SQL.joined(words + processes + [steps], " OR ")))"
    }

    /// The open cases with these numbers.
    /// - Throws: `StorageError`.
    public static func open(_ numbers: [String], in tx: Transaction) throws -> [TouchedCase] {
        try tx.rows(
            """
            SELECT id, number, coalesce(parent_id, id) AS root_id, subject_name, subject_code, organ
            FROM service_case WHERE number IN \(list: numbers) AND closed_at IS NULL ORDER BY number
            """
        ).map(TouchedCase.init)
    }
}

extension TouchedCase {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), number: try row.text("number"), root: try row.id("root_id"),
            name: try row.text("subject_name"), item: try row.text("subject_code"),
            organ: try row.text("organ"))
    }
}
