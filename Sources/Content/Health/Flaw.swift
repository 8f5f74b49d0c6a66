import Storage
import WorkingTime

/// What is wrong in a document that is out, as far as a program can see it.
struct Flaw: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        /// A link to a page that is not there.
        case deadLink = "dead_link"
        /// A link to another site, which nobody has asked.
        case uncheckedLink = "unchecked_link"
        /// A word that should not be used.
        case wrongWord = "wrong_word"
    }

    let kind: Kind
    /// The address, or the word.
    let detail: String
    /// What to do about it.
    let hint: String
}

/// The SQL of flaws.
enum FlawStore {
    private static let most = 200

    /// Puts what was found in a document in the place of what was found before.
    static func replace(
        _ flaws: [Flaw], of document: Int64, site: Int64, at now: Instant, in tx: Transaction
    ) throws {
        try tx.execute("DELETE FROM content_flaw WHERE document_id = \(document)")
        for flaw in Set(flaws).sorted(by: { ($0.kind.rawValue, $0.detail) < ($1.kind.rawValue, $1.detail) })
            .prefix(most)
        {
            try tx.execute(
                """
                INSERT INTO content_flaw (document_id, kind, detail, hint, site_id, found_at)
                VALUES (\(document), \(flaw.kind), \(flaw.detail), \(flaw.hint), \(site), \(now))
                ON CONFLICT (document_id, kind, detail) DO NOTHING
                """)
        }
    }

    /// The flaws of a kind in documents of a site that are still out.
    static func measurement(of kind: Flaw.Kind, in site: Int64, _ tx: Transaction) throws -> Measurement {
        let count = try tx.count(
            """
            SELECT count(*) FROM content_flaw f JOIN content_document d ON d.id = f.document_id
            WHERE f.site_id = \(site) AND f.kind = \(kind) AND d.live_edition_id IS NOT NULL
            """)
        let rows = try tx.rows(
            """
            SELECT f.detail, f.hint, e.title, d.id, c.code AS column_code, s.code AS site_code
            FROM content_flaw f JOIN content_document d ON d.id = f.document_id
            JOIN content_edition e ON e.id = d.live_edition_id
            JOIN content_column c ON c.id = d.column_id JOIN content_site s ON s.id = d.site_id
            WHERE f.site_id = \(site) AND f.kind = \(kind)
            ORDER BY f.document_id DESC, f.detail LIMIT \(Measurement.shown)
            """)
        return Measurement(
            count: count,
            evidence: try rows.map {
                Evidence(
                    words: "《\(try $0.text("title"))》：\(try $0.text("detail"))，\(try $0.text("hint"))",
                    path: ContentPath.document(
                        try $0.text("site_code"), try $0.text("column_code"), String(try $0.id("id"))))
            })
    }
}
