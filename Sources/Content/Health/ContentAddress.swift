import Storage

/// What the address of a page of content says: its site, its column, its document.
struct ContentAddress: Sendable, Hashable {
    let site: String
    let column: String?
    let document: Int64?

    /// Nil for an address of something else.
    init?(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (3...5).contains(parts.count), parts[0].isEmpty, parts[1] == "sites",
            parts.dropFirst(2).allSatisfy({ !$0.isEmpty })
        else { return nil }
        site = parts[2]
        column = parts.count > 3 ? parts[3] : nil
        document = parts.count > 4 ? Int64(parts[4]) : nil
        if parts.count > 4, document == nil { return nil }
    }
}

extension Content {
    /// The site and the column an address is in, the column empty for the site's own page; nil where it is in none.
    public static func place(of path: String) -> (site: String, column: String)? {
        ContentAddress(path: path).map { ($0.site, $0.column ?? "") }
    }

    /// What stands under addresses, for whoever counts how often they are read.
    ///
    /// - Throws: `StorageError`.
    public func names(of paths: [String]) async throws -> [String: String] {
        let places = paths.compactMap { path in ContentAddress(path: path).map { (path: path, address: $0) } }
        guard !places.isEmpty else { return [:] }
        return try await editions.database.read { tx in
            let titles = try DocumentTitles.titles(of: places.compactMap(\.address.document), in: tx)
            let columns = try DocumentTitles.columns(of: Set(places.map(\.address.site)), in: tx)
            var names: [String: String] = [:]
            for (path, address) in places {
                if let document = address.document {
                    names[path] = titles[document]
                } else {
                    names[path] = columns["\(address.site)/\(address.column ?? "")"]
                }
            }
            return names
        }
    }
}

/// What documents and columns are called.
enum DocumentTitles {
    private static let most = 500

    /// The titles of what is out.
    static func titles(of documents: [Int64], in tx: Transaction) throws -> [Int64: String] {
        guard !documents.isEmpty else { return [:] }
        let rows = try tx.rows(
            """
            SELECT d.id, e.title FROM content_document d JOIN content_edition e ON e.id = d.live_edition_id
            WHERE d.id IN \(list: Array(documents.sorted().prefix(most))) LIMIT \(most)
            """)
        return Dictionary(try rows.map { (try $0.id("id"), try $0.text("title")) }) { first, _ in first }
    }

    /// Sites and their columns by `site/` and `site/column`.
    static func columns(of sites: Set<String>, in tx: Transaction) throws -> [String: String] {
        var names: [String: String] = [:]
        for site in try SiteStore.sites(in: tx) where sites.contains(site.code) {
            names["\(site.code)/"] = site.name
            for column in try SiteStore.columns(of: site.id, in: tx) {
                names["\(site.code)/\(column.code)"] = "\(site.name) · \(column.name)"
            }
        }
        return names
    }
}
