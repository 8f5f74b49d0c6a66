import Refusals
import Storage
import Web
import WorkingTime

/// A published document as a list shows it.
struct PublishedLine: Sendable, Hashable {
    let id: Int64
    let columnCode: String
    let columnName: String
    let siteCode: String
    let manuscript: Manuscript
    let liveAt: Instant
    let changedAt: Instant
}

/// A published document with what its page shows.
struct PublishedDocument: Sendable {
    let line: PublishedLine
    let column: Column
    let site: ContentSite
    let columns: [Column]
    /// What it says of others, and others of it.
    let links: [PublishedLink]
    /// What goes with it.
    let files: [Enclosure]
    /// What its page shows that is written elsewhere.
    let surroundings: Surroundings
}

/// What one published document says of another, seen from one of the two.
struct PublishedLink: Sendable {
    let relation: DocumentLink.Relation
    /// Whether the document at hand is the one that says it.
    let isOwn: Bool
    let other: PublishedLine
}

/// The SQL of what is out: nothing here can reach an edition that everybody does not read already.
enum PublicStore {
    /// How many stand on a page of a list.
    static let pageSize = 20

    private static let columns: SQL =
        """
        d.id, d.live_at, d.changed_at, e.manuscript, c.code AS column_code, c.name AS column_name, s.code AS site_code
        """
    private static let places: SQL =
        """
        FROM content_document d JOIN content_edition e ON e.id = d.live_edition_id
        JOIN content_column c ON c.id = d.column_id JOIN content_site s ON s.id = d.site_id
        """
    static let lines: SQL = "SELECT \(columns) \(places)"
    static let linked: SQL = "SELECT \(columns), l.relation \(places)"

    /// What is out in a column, the newest first.
    static func column(_ id: Int64, after: String?, in tx: Transaction) throws -> Slice<PublishedLine> {
        let since = try after.map { try Cursor($0) }
        let (key, last) = (try since?.numericKey ?? .max, since?.id ?? .max)
        let rows = try tx.rows(
            """
            \(lines) WHERE d.live_edition_id IS NOT NULL AND d.column_id = \(id)
                AND (d.live_at, d.id) < (\(key), \(last))
            ORDER BY d.live_at DESC, d.id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(PublishedLine.init), size: pageSize) {
            Cursor(key: $0.liveAt.milliseconds, id: $0.id)
        }
    }

    /// The newest of a site, whatever their column.
    static func newest(ofSite id: Int64, limit: Int, in tx: Transaction) throws -> [PublishedLine] {
        try tx.rows(
            """
            \(lines) WHERE d.live_edition_id IS NOT NULL AND d.site_id = \(id)
            ORDER BY d.live_at DESC, d.id DESC LIMIT \(limit)
            """
        ).map(PublishedLine.init)
    }

    /// The newest of a column.
    static func newest(ofColumn id: Int64, limit: Int, in tx: Transaction) throws -> [PublishedLine] {
        try tx.rows(
            """
            \(lines) WHERE d.live_edition_id IS NOT NULL AND d.column_id = \(id)
            ORDER BY d.live_at DESC, d.id DESC LIMIT \(limit)
            """
        ).map(PublishedLine.init)
    }

    /// A published document under its address. Throws `notFound`, also where the address names another place.
    static func document(_ id: Int64, site: String, column: String, in tx: Transaction) throws
        -> PublishedDocument
    {
        let (said, heard) = linked(with: id)
        // They go together: on PostgreSQL one after another cost a millisecond of a page that takes two.
        let found = try tx.rows(
            of: "\(lines) WHERE d.live_edition_id IS NOT NULL AND d.id = \(id)", SiteStore.place(site),
            SiteStore.columns(of: site), said, heard, EnclosureStore.published(of: id))
        guard let line = try found[0].first.map(PublishedLine.init), line.siteCode == site,
            let place = try found[1].first.map(ContentSite.init)
        else { throw DocumentStore.missing }
        let columns = try found[2].map(Column.init)
        guard let own = columns.first(where: { $0.code == column }), line.columnCode == column else {
            throw DocumentStore.missing
        }
        return PublishedDocument(
            line: line, column: own, site: place, columns: columns,
            links: try links(said: found[3], heard: found[4]),
            files: try found[5].map(Enclosure.init),
            surroundings: try Surroundings.read(of: line.manuscript, in: tx))
    }

    /// The edition everybody reads. Throws `notFound`.
    static func live(_ document: Int64, in tx: Transaction) throws -> Edition {
        let row = try tx.row(
            """
            SELECT e.* FROM content_document d JOIN content_edition e ON e.id = d.live_edition_id
            WHERE d.id = \(document)
            """)
        guard let row else { throw DocumentStore.missing }
        return try Edition(row)
    }
}

extension PublishedLine {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), columnCode: try row.text("column_code"),
            columnName: try row.text("column_name"),
            siteCode: try row.text("site_code"), manuscript: try row.json("manuscript"),
            liveAt: try row.instant("live_at"), changedAt: try row.instant("changed_at"))
    }

    /// Its summary, or the beginning of its text.
    var summary: String {
        manuscript.summary.isEmpty
            ? String(ContentText(String(manuscript.body.prefix(600))).plain.prefix(120)) : manuscript.summary
    }

    /// The same as a page in a language shows it.
    func summary(in language: Language) -> String {
        guard language == .english, let english = manuscript.english else { return summary }
        return english.summary.isEmpty
            ? String(ContentText(String(english.body.prefix(600))).plain.prefix(240)) : english.summary
    }

    /// Its address in the house.
    var path: String { ContentPath.document(siteCode, columnCode, String(id)) }
}
