import Refusals
import Storage
import Web
import WorkingTime

/// The SQL of what documents that are out are found under. Rows stand only for them: what is not out has none.
enum FacetStore {
    /// Has a document found under what its live edition names, or under nothing when it is not out.
    static func refresh(_ document: Int64, in tx: Transaction) throws {
        try tx.execute("DELETE FROM content_facet WHERE document_id = \(document)")
        let row = try tx.row(
            """
            SELECT d.kind, d.column_id, d.live_at, e.manuscript FROM content_document d
            JOIN content_edition e ON e.id = d.live_edition_id WHERE d.id = \(document)
            """)
        guard let row else { return }
        let (kind, column) = (try row.value("kind", as: DocumentKind.self), try row.id("column_id"))
        let (manuscript, liveAt) = (
            try row.json("manuscript", as: Manuscript.self), try row.instant("live_at")
        )
        for facet in Set(manuscript.facets(kind)).sorted() {
            try tx.execute(
                """
                INSERT INTO content_facet (document_id, facet, kind, column_id, live_at)
                VALUES (\(document), \(facet), \(kind), \(column), \(liveAt))
                """)
        }
    }

    /// A page of what stands under a facet and is of a kind, the newest first.
    static func documents(
        under facet: String, _ kind: DocumentKind, after: String?, limit: Int, in tx: Transaction
    ) throws -> Slice<PublishedLine> {
        let since = try after.map { try Cursor($0) }
        let (key, last) = (try since?.numericKey ?? .max, since?.id ?? .max)
        let ids = try tx.rows(
            """
            SELECT document_id FROM content_facet
            WHERE facet = \(facet) AND kind = \(kind) AND (live_at, document_id) < (\(key), \(last))
            ORDER BY live_at DESC, document_id DESC LIMIT \(limit + 1)
            """
        ).map { try $0.id("document_id") }
        return Slice(fetched: try PublicStore.published(ids, in: tx), size: limit) {
            Cursor(key: $0.liveAt.milliseconds, id: $0.id)
        }
    }

    /// A page of what stands in a column under all of these facets, the newest first.
    static func documents(
        inColumn column: Int64, under facets: [String], after: String?, in tx: Transaction
    ) throws -> Slice<PublishedLine> {
        guard let first = facets.first else { return try PublicStore.column(column, after: after, in: tx) }
        let since = try after.map { try Cursor($0) }
        let (key, last) = (try since?.numericKey ?? .max, since?.id ?? .max)
        let others = facets.dropFirst().map { facet -> SQL in
            """
            AND EXISTS (SELECT 1 FROM content_facet o WHERE o.document_id = f.document_id AND o.facet = \(facet))
            """
        }
        let ids = try tx.rows(
            """
            SELECT f.document_id FROM content_facet f
            WHERE f.column_id = \(column) AND f.facet = \(first) AND (f.live_at, f.document_id) < (\(key), \(last))
            \(SQL.joined(others, " ")) ORDER BY f.live_at DESC, f.document_id DESC LIMIT \(PublicStore.pageSize + 1)
            """
        ).map { try $0.id("document_id") }
        return Slice(fetched: try PublicStore.published(ids, in: tx), size: PublicStore.pageSize) {
            Cursor(key: $0.liveAt.milliseconds, id: $0.id)
        }
    }
}

extension Manuscript {
    /// What a document of this kind that says this is found under.
    func facets(_ kind: DocumentKind) -> [String] {
        let events = (lifeEvents ?? []).map { Theme.facet(.lifeEvent, $0) }
        let groups = (audiences ?? []).map { Theme.facet(.audience, $0) }
        let chosen = kind.facts.filter { $0.kind == .choice }.compactMap { field in
            facts?[field.name].map { field.facet($0) }
        }
        return events + groups + chosen
    }
}
