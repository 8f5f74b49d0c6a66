import Search
import Storage
import WorkingTime

/// What is out, as the search of the whole portal finds it.
enum Findable {
    static let source = "content"

    /// The portal is one site, whatever module its pages come from.
    static func searchCode(_ code: String, isPortal: Bool) -> String { isPortal ? "portal" : code }

    private static let lines: SQL =
        """
        SELECT d.id, d.live_edition_id, d.kind, d.changed_at, d.live_at, e.manuscript, c.code AS column_code,
            c.name AS column_name, s.code AS site_code, s.organ, s.is_portal
        FROM content_document d JOIN content_edition e ON e.id = d.live_edition_id
        JOIN content_column c ON c.id = d.column_id JOIN content_site s ON s.id = d.site_id
        """

    /// The public documents after a key.
    static func documents(after key: String, limit: Int, in tx: Transaction) throws -> [SearchDocument] {
        try tx.rows("\(lines) WHERE d.id > \(Int64(key) ?? 0) ORDER BY d.id LIMIT \(limit)").map {
            try document($0, in: tx)
        }
    }

    /// Has the search know a document as it is now: what it says, or that it is not out.
    static func refresh(_ id: Int64, in tx: Transaction) throws {
        guard let row = try tx.row("\(lines) WHERE d.id = \(id)") else {
            return try SearchIndex.remove(SearchDocument.key(id), of: source, in: tx)
        }
        try SearchIndex.put(try document(row, in: tx), in: tx)
    }

    private static func document(_ row: Row, in tx: Transaction) throws -> SearchDocument {
        let line = try PublishedLine(row)
        let kind: DocumentKind = try row.value("kind")
        let policy = line.manuscript.policy
        let attached = try EnclosureStore.words(of: try row.id("live_edition_id"), in: tx)
        let words = attached.map { "\($0.name) \($0.words ?? "")" }
        return SearchDocument(
            source: source, key: SearchDocument.key(line.id),
            site: searchCode(line.siteCode, isPortal: try row.bool("is_portal")), kind: kind.searchKind,
            organ: try row.text("organ"), title: line.manuscript.title, summary: line.summary,
            address: line.path, date: policy?.issuedOn ?? line.liveAt.day,
            keywords: [policy?.documentNumber, policy?.indexNumber].compactMap(\.self).filter { !$0.isEmpty },
            text: ([ContentText(line.manuscript.body).plain] + line.manuscript.spoken(as: kind) + words)
                .joined(separator: "\n"))
    }
}

extension Content {
    /// What the sites are called, by the code their documents carry in the search.
    ///
    /// - Throws: `StorageError`.
    public static func siteNames(in tx: Transaction) throws -> [String: String] {
        let sites = try SiteStore.sites(in: tx).map {
            (Findable.searchCode($0.code, isPortal: $0.isPortal), $0.name)
        }
        return Dictionary(sites) { first, _ in first }
    }

    /// The published documents, for the search of the portal.
    public static let searchSource = SearchSource(name: Findable.source, version: 3) { key, limit, tx in
        try Findable.documents(after: key, limit: limit, in: tx)
    }
}

extension DocumentKind {
    fileprivate var searchKind: SearchKind {
        switch self {
        case .article: .article
        case .notice: .notice
        case .policy: .policy
        case .faq: .answer
        case .leader, .organ, .project, .topic, .gallery: .article
        }
    }
}
