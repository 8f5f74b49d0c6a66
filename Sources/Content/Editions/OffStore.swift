import Identity
import Refusals
import Storage
import WorkingTime

/// A document that was out and has been taken off.
struct OffLine: Sendable, Hashable {
    let id: Int64
    /// The title it had last.
    let title: String
    let takenOffAt: Instant
    /// Whether somebody is bringing it back.
    let isUnderWay: Bool
}

/// The SQL of what was out and is off.
enum OffStore {
    static let pageSize = 20

    /// What is off in a column, the last one first; the title is known to whoever may see its last edition.
    static func column(_ id: Int64, for viewer: Viewer, after: String?, in tx: Transaction) throws -> Slice<
        OffLine
    > {
        let since = try after.map { try Cursor($0) }
        let (key, last) = (try since?.numericKey ?? .max, since?.id ?? .max)
        let rows = try tx.rows(
            """
            SELECT d.id, d.changed_at, d.draft_edition_id, e.title FROM content_document d
            JOIN content_edition e ON e.document_id = d.id AND e.number = (
                SELECT max(x.number) FROM content_edition x
                WHERE x.document_id = d.id AND x.published_by IS NOT NULL)
            WHERE d.live_edition_id IS NULL AND d.live_at IS NOT NULL AND d.column_id = \(id)
                AND (d.changed_at, d.id) < (\(key), \(last)) AND \(viewer.mayReadEdition)
            ORDER BY d.changed_at DESC, d.id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(OffLine.init), size: pageSize) {
            Cursor(key: $0.takenOffAt.milliseconds, id: $0.id)
        }
    }

    /// The edition that is out, or the last one that was. Throws `notFound`.
    static func last(_ document: Int64, in tx: Transaction) throws -> Edition {
        let row = try tx.row(
            """
            SELECT e.* FROM content_edition e JOIN content_document d ON d.id = e.document_id
            WHERE e.document_id = \(document) AND e.published_by IS NOT NULL
                AND (e.id = d.live_edition_id OR d.live_edition_id IS NULL)
                AND (d.draft_edition_id IS NULL OR e.id <> d.draft_edition_id)
            ORDER BY e.number DESC LIMIT 1
            """)
        guard let row else { throw DocumentStore.missing }
        return try Edition(row)
    }
}

extension OffLine {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), title: try row.text("title"), takenOffAt: try row.instant("changed_at"),
            isUnderWay: try row.optionalID("draft_edition_id") != nil)
    }
}
