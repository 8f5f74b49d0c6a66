import Cases
import DecisionModel
import Refusals
import Storage
import WorkingTime

/// Which matters a list shows.
struct MatterFilter: Sendable, Hashable {
    /// The organs one may see; nil for all.
    var organs: Set<String>?

    func shows(_ matter: SupervisedMatter) -> Bool {
        organs.map { $0.contains(matter.particulars.organ) } ?? true
    }
}

/// The SQL of matters that are done elsewhere.
enum MatterStore {
    static let page = 30

    /// Those with these ids, in whatever order.
    static func matters(_ ids: [Int64], in tx: Transaction) throws -> [SupervisedMatter] {
        guard !ids.isEmpty else { return [] }
        return try tx.rows("SELECT * FROM supervised_matter WHERE id IN \(list: ids)").map(
            SupervisedMatter.init)
    }

    static func ids(numbered numbers: [String], in tx: Transaction) throws -> [Int64] {
        let numbers = numbers.filter { $0.contains(":") }
        guard !numbers.isEmpty else { return [] }
        return try tx.rows("SELECT id FROM supervised_matter WHERE number IN \(list: numbers)").map {
            try $0.id("id")
        }
    }

    /// The next that are not over, oldest first.
    static func open(after id: Int64, limit: Int, in tx: Transaction) throws -> [Int64] {
        try tx.rows(
            "SELECT id FROM supervised_matter WHERE ends_at IS NULL AND id > \(id) ORDER BY id LIMIT \(limit)"
        ).map { try $0.id("id") }
    }

    /// The newest that were heard of since a moment.
    static func reported(since start: Instant, until end: Instant, limit: Int, in tx: Transaction) throws
        -> [Int64]
    {
        try tx.rows(
            """
            SELECT id FROM supervised_matter WHERE received_at >= \(start) AND received_at < \(end)
            ORDER BY received_at DESC LIMIT \(limit)
            """
        ).map { try $0.id("id") }
    }

    /// The newest of a kind.
    static func newest(_ kind: String, _ filter: MatterFilter, after cursor: String?, in tx: Transaction)
        throws
        -> Slice<SupervisedMatter>
    {
        let start: SQL = if let cursor { "id < \(try Cursor(cursor).id)" } else { "1 = 1" }
        let scope: SQL =
            if let organs = filter.organs { "organ IN \(list: organs.sorted())" } else { "1 = 1" }
        let rows = try tx.rows(
            """
            SELECT * FROM supervised_matter WHERE kind_key = \(kind) AND \(scope) AND \(start)
            ORDER BY id DESC LIMIT \(page + 1)
            """)
        return Slice(fetched: try rows.map(SupervisedMatter.init), size: page) {
            Cursor(key: $0.id, id: $0.id)
        }
    }

    /// A matter with its kind. Throws `notFound`, also for what one may not see.
    ///
    /// - Parameters:
    ///   - day: on which it is looked at: who reports the kind then may be another organ than when it was written.
    ///   - filter: what one may see of the kind.
    static func matter(
        _ id: Int64, on day: CivilDate, in tx: Transaction, _ filter: (SupervisedKind) -> MatterFilter
    ) throws -> (SupervisedMatter, SupervisedKind) {
        let row = try tx.row("SELECT * FROM supervised_matter WHERE id = \(id)")
        guard let matter = try row.map(SupervisedMatter.init) else { throw noMatter }
        let kind = try KindStore.kind(matter.kindKey, on: day, in: tx).kind
        guard filter(kind).shows(matter) else { throw noMatter }
        return (matter, kind)
    }

    private static var noMatter: DomainError { .notFound(SupervisionOffice.noMatter) }

    static func known(_ kind: String, _ keys: [String], in tx: Transaction) throws -> [String:
        SupervisedMatter]
    {
        guard !keys.isEmpty else { return [:] }
        let rows = try tx.rows(
            "SELECT * FROM supervised_matter WHERE kind_key = \(kind) AND external_key IN \(list: keys)")
        return try Dictionary(rows.map(SupervisedMatter.init).map { ($0.particulars.externalKey, $0) }) { $1 }
    }

    static func insert(_ matter: SupervisedMatter, due: Instant?, in tx: Transaction) throws {
        let what = matter.particulars
        try tx.execute(
            """
            INSERT INTO supervised_matter (id, kind_key, kind_version, external_key, number, name, organ, state,
                begins_at, due_at, limit_text, ends_at, fields, received_at, changed_at, revision, is_promise)
            VALUES (\(matter.id), \(matter.kindKey), \(matter.kindVersion), \(what.externalKey), \(matter.number),
                \(what.name), \(what.organ), \(what.state), \(what.begins), \(due), \(matter.limit?.text),
                \(what.ends), \(encodeJSON(what.fields)), \(matter.receivedAt), \(matter.changedAt),
                \(matter.revision), \(matter.isPromise))
            """)
    }

    static func update(_ matter: SupervisedMatter, due: Instant?, in tx: Transaction) throws {
        let what = matter.particulars
        try tx.execute(
            """
            UPDATE supervised_matter SET kind_version = \(matter.kindVersion), name = \(what.name),
                organ = \(what.organ), state = \(what.state), begins_at = \(what.begins), due_at = \(due),
                limit_text = \(matter.limit?.text), ends_at = \(what.ends), fields = \(encodeJSON(what.fields)),
                changed_at = \(matter.changedAt), revision = \(matter.revision), is_promise = \(matter.isPromise)
            WHERE id = \(matter.id)
            """)
    }
}

extension SupervisedMatter {
    init(_ row: Row) throws {
        let limit = try row.optionalText("limit_text").flatMap(TimeLimit.init(text:))
        let particulars = Particulars(
            externalKey: try row.text("external_key"), name: try row.text("name"),
            organ: try row.text("organ"),
            state: try row.text("state"), begins: try row.instant("begins_at"),
            // Where there is a limit, it is reckoned anew by the calendar of the day.
            due: limit == nil ? try row.optionalInstant("due_at") : nil,
            ends: try row.optionalInstant("ends_at"), fields: try row.json("fields"))
        self.init(
            id: try row.id("id"), kindKey: try row.text("kind_key"), kindVersion: try row.int("kind_version"),
            particulars: particulars, limit: limit, isPromise: try row.int("is_promise") == 1,
            receivedAt: try row.instant("received_at"),
            changedAt: try row.instant("changed_at"), revision: try row.int("revision"))
    }
}
