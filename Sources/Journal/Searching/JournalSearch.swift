import Refusals
import Storage
import WorkingTime

/// What is looked for in the journal; what is nil or empty says nothing.
///
/// One condition leads, along an index of its own: the subject, else who acted, the action, the organ, or the time. The
/// others are asked of at most ``windowRows`` entries a page, so that no search walks the journal from end to end: a
/// page may be short, or empty, and the next one goes on behind it.
public struct JournalSearch: Codable, Sendable, Hashable {
    /// How many subjects or accounts one search may name.
    public static let mostNames = 8
    /// How many entries one page looks at, for each subject or account.
    public static let windowRows = 5_000

    /// The accounts that acted.
    public var actors: [Int64] = []
    /// What was acted upon.
    public var subjects: [String] = []
    /// The organ for which was acted.
    public var organ: String?
    /// What was done.
    public var action: String?
    /// Not before.
    public var from: Instant?
    /// Not after.
    public var until: Instant?

    /// A search for everything.
    public init() {}
}

/// One page of what was found.
public struct JournalFindings: Sendable {
    /// The entries, the newest first.
    public let entries: [StoredEntry]
    /// Where to go on; nil when everything has been looked at.
    public let next: String?
    /// How far back it was looked when the page is not full; nil when it is, or when that was all.
    public let lookedBackTo: Instant?
}

extension JournalSearch {
    /// One page of what there is.
    ///
    /// - Parameter after: the text of the page before's cursor.
    /// - Throws: `malformed` for a broken cursor, ``StorageError``.
    public func page(after text: String?, limit: Int, in tx: Transaction) throws -> JournalFindings {
        try page(after: text, limit: limit, window: Self.windowRows, in: tx)
    }

    /// - Parameter window: how many entries are looked at, for each name.
    func page(after text: String?, limit: Int, window: Int, in tx: Transaction) throws -> JournalFindings {
        let start = try start(after: text)
        let ends = try leads.compactMap { try isNarrowed ? end(of: $0, from: start, window, in: tx) : nil }
        let edge = ends.max()
        let found = try leads.flatMap { try rows($0, from: start, to: edge, limit: limit + 1, in: tx) }
            .sorted { position($0) > position($1) }
        let page = Array(found.prefix(limit))
        if found.count > limit, let last = page.last {
            return JournalFindings(entries: page, next: position(last).text, lookedBackTo: nil)
        }
        return JournalFindings(
            entries: page, next: edge?.text,
            lookedBackTo: edge.map { Instant(milliseconds: $0.milliseconds) })
    }

    private func end(of lead: SQL, from start: Position, _ window: Int, in tx: Transaction) throws
        -> Position?
    {
        try tx.row(
            """
            SELECT at, id FROM journal_entry WHERE \(lead) AND \(before(start))
            ORDER BY \(order) LIMIT 1 OFFSET \(window - 1)
            """
        ).map { Position(milliseconds: try $0.id("at"), id: try $0.id("id"), isByTime: isByTime) }
    }

    private func rows(
        _ lead: SQL, from start: Position, to end: Position?, limit: Int, in tx: Transaction
    ) throws -> [StoredEntry] {
        let since: SQL =
            end.map { isByTime ? "(at, id) >= (\($0.milliseconds), \($0.id))" : "id >= \($0.id)" } ?? "1 = 1"
        return try tx.rows(
            """
            SELECT * FROM journal_entry WHERE \(lead) AND \(before(start)) AND \(since)\(narrowing)
            ORDER BY \(order) LIMIT \(limit)
            """
        ).map(StoredEntry.init)
    }
}
