import Cases
import Government
import Journal
import Storage
import WorkingTime

/// The SQL of the watch: how far it has come, and which case is to be looked at when.
enum WatchStore {
    /// A place the watch remembers.
    enum Mark: String {
        /// The place in the journal up to which changes were looked at.
        case journal
        /// The last open case that was looked at on the way through all of them; empty when there is no such way.
        case sweep
        /// The rules and the calendar it went by.
        case rules
        /// The calendar by which the days for appeals were counted, and how far it has come.
        case appeals
        /// The edition of the delivered rules that came in or was offered.
        case delivered
    }

    static func value(_ mark: Mark, in tx: Transaction) throws -> String? {
        try tx.row("SELECT value FROM supervision_mark WHERE name = \(mark.rawValue)")?.text("value")
    }

    static func set(_ mark: Mark, to value: String, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO supervision_mark (name, value) VALUES (\(mark.rawValue), \(value))
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
    }

    /// A case, and when it was to be looked at.
    struct Due: Sendable, Hashable {
        let id: Int64
        let at: Instant
    }

    /// The cases that time has come to, the longest waiting first.
    static func due(at now: Instant, after last: Due?, limit: Int, in tx: Transaction) throws -> [Due] {
        let place: SQL =
            if let last {
                "next_at >= \(last.at) AND (next_at > \(last.at) OR case_id > \(last.id))"
            } else { "1 = 1" }
        return try tx.rows(
            """
            SELECT case_id, next_at FROM supervision_watch WHERE next_at <= \(now) AND \(place)
            ORDER BY next_at, case_id LIMIT \(limit)
            """
        ).map { Due(id: try $0.id("case_id"), at: try $0.instant("next_at")) }
    }

    /// When to look again at each; nil for what waits for a change.
    static func set(_ times: [Int64: Instant?], in tx: Transaction) throws {
        let none = times.filter { $0.value == nil }.keys.sorted()
        if !none.isEmpty { try tx.send("DELETE FROM supervision_watch WHERE case_id IN \(list: none)") }
        let some = times.compactMapValues(\.self).sorted { $0.key < $1.key }
        for start in stride(from: 0, to: some.count, by: rowsAtOnce) {
            try tx.send(
                "INSERT INTO supervision_watch (case_id, next_at) VALUES",
                rows: some[start..<min(start + rowsAtOnce, some.count)].map { "(\($0.key), \($0.value))" },
                "ON CONFLICT (case_id) DO UPDATE SET next_at = excluded.next_at")
        }
    }

    /// A statement of as many rows as the last one is known to the server already.
    private static let rowsAtOnce = 50

    /// The cases, and the matters that are done elsewhere, with what was done to them.
    static func records(_ ids: [Int64], by calendar: WorkingCalendar, in tx: Transaction) throws
        -> [CaseRecord]
    {
        let cases = try SupervisedCase.cases(ids, in: tx)
        let others = Set(ids).subtracting(cases.map(\.id)).sorted()
        var records = cases.map { CaseRecord(subject: $0, acts: []) }
        records += try MatterStore.matters(others, in: tx).map { $0.supervised(by: calendar) }
        let acts = try Journal.acts(on: records.map(\.subject.number), limit: records.count * 200, in: tx)
        for place in records.indices { records[place].acts = acts[records[place].subject.number] ?? [] }
        return records
    }

    /// What these entries of the journal are about.
    static func ids(about subjects: [String], in tx: Transaction) throws -> [Int64] {
        try SupervisedCase.ids(numbered: subjects, in: tx) + MatterStore.ids(numbered: subjects, in: tx)
    }

    /// The next that are not over, wherever they are done, oldest first.
    static func open(after id: Int64, limit: Int, in tx: Transaction) throws -> [Int64] {
        let all =
            try SupervisedCase.open(after: id, limit: limit, in: tx)
            + MatterStore.open(after: id, limit: limit, in: tx)
        return Array(all.sorted().prefix(limit))
    }
}
