import Codes
import Storage
import WorkingTime

/// The place of an entry in the order of an answer.
struct Position: Comparable {
    let milliseconds: Int64
    let id: Int64
    /// Entries about one subject stand in the order in which they were written, all others by their time.
    let isByTime: Bool

    var text: String { Cursor(key: milliseconds, id: id).text }

    static func < (left: Position, right: Position) -> Bool {
        left.isByTime ? (left.milliseconds, left.id) < (right.milliseconds, right.id) : left.id < right.id
    }
}

extension JournalSearch {
    var isByTime: Bool { subjects.isEmpty }

    var order: SQL { isByTime ? "at DESC, id DESC" : "id DESC" }

    /// What leads, once for each name.
    var leads: [SQL] {
        if !subjects.isEmpty { return subjects.prefix(Self.mostNames).map { "subject = \($0)" } }
        if !actors.isEmpty {
            return actors.prefix(Self.mostNames).map { "actor_id = \($0) AND \(Self.named)" }
        }
        if let action { return ["action = \(action)"] }
        if let organ { return ["actor_organ = \(organ)"] }
        return ["1 = 1"]
    }

    /// Whether anything but what leads is asked for.
    var isNarrowed: Bool { !narrowed.isEmpty }

    /// Spelled so that no index answers it: else the planner may take the wrong one to lead.
    var narrowing: SQL {
        narrowed.isEmpty ? "" : " AND \(SQL.joined(narrowed, " AND "))"
    }

    private var narrowed: [SQL] {
        var conditions: [SQL] = []
        if !subjects.isEmpty {
            if !actors.isEmpty { conditions.append("actor_id + 0 IN \(list: actors) AND \(Self.named)") }
            if let from { conditions.append("at + 0 >= \(from)") }
            if let until { conditions.append("at + 0 <= \(until)") }
        }
        let isActionLeading = subjects.isEmpty && actors.isEmpty
        if let action, !isActionLeading { conditions.append("action || '' = \(action)") }
        if let organ, !isActionLeading || action != nil { conditions.append("actor_organ || '' = \(organ)") }
        return conditions
    }

    /// Who acted is not asked of entries that keep a name to themselves: those from before have the account still.
    private static var named: SQL { "actor_name NOT IN \(list: Pseudonym.allCases)" }

    func start(after text: String?) throws -> Position {
        guard let text else {
            let last = until.map { $0.milliseconds + 1 } ?? .max
            return Position(milliseconds: last, id: isByTime && until != nil ? 0 : .max, isByTime: isByTime)
        }
        let cursor = try Cursor(text)
        return Position(milliseconds: try cursor.numericKey, id: cursor.id, isByTime: isByTime)
    }

    func before(_ start: Position) -> SQL {
        guard isByTime else { return "id < \(start.id)" }
        let since: SQL = from.map { " AND at >= \($0)" } ?? ""
        return "(at, id) < (\(start.milliseconds), \(start.id))\(since)"
    }

    func position(_ stored: StoredEntry) -> Position {
        Position(milliseconds: stored.entry.at.milliseconds, id: stored.id, isByTime: isByTime)
    }
}

extension Journal {
    /// One entry, or nil when there is none. The caller has checked that the reader may see it.
    public static func entry(_ id: Int64, in tx: Transaction) throws -> StoredEntry? {
        try tx.row("SELECT * FROM journal_entry WHERE id = \(id)").map(StoredEntry.init)
    }
}
