import Refusals
import Storage
import WorkingTime

/// Walks through all documents that are out, some at a time, and again from the beginning after some hours; what was just
/// changed comes first.
struct CheckRound: Sendable {
    let database: Database
    let links: LinkBook

    /// So many documents at a time.
    static let size = 300
    /// A link that led somewhere may no longer do so: so long after the end of a walk the next one begins.
    static let restSeconds = 6 * 3_600

    private struct Place: Sendable {
        var afterID: Int64 = 0
        var changedAt = Instant(milliseconds: 0)
        var changedID: Int64 = 0
        var endedAt: Instant?
    }

    private struct Document: Sendable {
        let id: Int64
        let siteID: Int64
        let changedAt: Instant
        let manuscript: Manuscript
    }

    /// Goes on from where it stands.
    func run(at now: Instant) async throws {
        var place = try await database.read { try Self.place(in: $0) }
        let changed = try await database.read { [place] in try Self.changed(after: place, in: $0) }
        try await look(at: changed, now)
        if let last = changed.last { (place.changedAt, place.changedID) = (last.changedAt, last.id) }
        if place.endedAt.map({ now - $0 >= Self.restSeconds }) ?? true {
            let next = try await database.read { [place] in try Self.documents(after: place.afterID, in: $0) }
            try await look(at: next, now)
            let isOver = next.count < Self.size
            (place.afterID, place.endedAt) = isOver ? (0, now) : (next.last?.id ?? 0, nil)
        }
        try await database.write { [place] in try Self.keep(place, in: $0) }
    }

    private func look(at documents: [Document], _ now: Instant) async throws {
        guard !documents.isEmpty else { return }
        let addresses = documents.reduce(into: Set<String>()) { all, document in
            all.formUnion(DocumentCheck.links(of: document.manuscript))
        }
        let answers = try await links.answers(to: addresses)
        try await database.write { tx in
            try tx.exclude("content.check")
            for document in documents {
                try FlawStore.replace(
                    links.check.flaws(in: document.manuscript, answers), of: document.id,
                    site: document.siteID,
                    at: now, in: tx)
            }
        }
    }
}

extension CheckRound {
    private static let name = "links"

    private static func place(in tx: Transaction) throws -> Place {
        guard let row = try tx.row("SELECT * FROM content_check WHERE name = \(name)") else { return Place() }
        return Place(
            afterID: try row.id("after_id"), changedAt: try row.instant("changed_at"),
            changedID: try row.id("changed_id"), endedAt: try row.optionalInstant("ended_at"))
    }

    private static func keep(_ place: Place, in tx: Transaction) throws {
        try tx.execute(
            """
            INSERT INTO content_check (name, after_id, changed_at, changed_id, ended_at)
            VALUES (\(name), \(place.afterID), \(place.changedAt), \(place.changedID), \(place.endedAt))
            ON CONFLICT (name) DO UPDATE SET after_id = excluded.after_id, changed_at = excluded.changed_at,
                changed_id = excluded.changed_id, ended_at = excluded.ended_at
            """)
    }

    private static let lines: SQL =
        """
        SELECT d.id, d.site_id, d.changed_at, e.manuscript FROM content_document d
        JOIN content_edition e ON e.id = d.live_edition_id
        """

    private static func changed(after place: Place, in tx: Transaction) throws -> [Document] {
        try tx.rows(
            """
            \(lines) WHERE d.live_edition_id IS NOT NULL
                AND (d.changed_at, d.id) > (\(place.changedAt), \(place.changedID))
            ORDER BY d.changed_at, d.id LIMIT \(size)
            """
        ).map(document)
    }

    private static func documents(after id: Int64, in tx: Transaction) throws -> [Document] {
        try tx.rows(
            "\(lines) WHERE d.live_edition_id IS NOT NULL AND d.id > \(id) ORDER BY d.id LIMIT \(size)"
        ).map(document)
    }

    private static func document(_ row: Row) throws -> Document {
        Document(
            id: try row.id("id"), siteID: try row.id("site_id"), changedAt: try row.instant("changed_at"),
            manuscript: try row.json("manuscript"))
    }
}
