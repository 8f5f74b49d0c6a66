import Search
import Storage

/// The rows of what was found.
enum HitStore {
    /// The documents with these ids, in their order.
    static func hits(_ ids: [Int64], in tx: Transaction) throws -> [Hit] {
        guard !ids.isEmpty else { return [] }
        let rows = try tx.rows(
            """
            SELECT id, source, key, kind, organ, site, title, summary, address, date FROM search_document
            WHERE id IN \(list: ids.padded)
            """)
        let hits = Dictionary(try rows.map(Hit.init).map { ($0.id, $0) }) { first, _ in first }
        return ids.compactMap { hits[$0] }
    }

    /// How many of these documents have which value.
    static func facets(_ ids: [Int64], in tx: Transaction) throws -> Facets {
        guard !ids.isEmpty else { return Facets() }
        let rows = try tx.rows(
            """
            SELECT kind, organ, substr(date, 1, 4) AS year, site, count(*) AS n FROM search_document
            WHERE id IN \(list: ids.padded) GROUP BY kind, organ, substr(date, 1, 4), site
            """)
        var counts: [SearchDocument.Facet: [String: Int]] = [:]
        for row in rows {
            for facet in SearchDocument.Facet.allCases {
                counts[facet, default: [:]][try row.text(column(of: facet)), default: 0] += try row.int("n")
            }
        }
        return Facets(values: counts.mapValues(ranked), counted: ids.count)
    }

    private static func column(of facet: SearchDocument.Facet) -> String {
        switch facet {
        case .kind: "kind"
        case .organ: "organ"
        case .year: "year"
        case .site: "site"
        }
    }

    private static func ranked(_ counts: [String: Int]) -> [Facets.Value] {
        counts.map { Facets.Value(value: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }
}

extension Hit {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), source: try row.text("source"), key: try row.text("key"),
            kind: try row.value("kind"), organ: try row.text("organ"), site: try row.text("site"),
            title: try row.text("title"), summary: try row.text("summary"),
            address: try row.text("address"), date: try row.day("date"))
    }
}
