import Storage
import WorkingTime

/// What the maps of a site are made of: its documents by year, so that no map holds more than the protocol allows.
enum YearStore {
    /// The most addresses of one map (sitemaps.org protocol 0.9).
    static let mostAddresses = 50_000

    /// The years in which something was published that is still out, the newest first.
    static func years(of site: Int64, in tx: Transaction) throws -> [Int] {
        let first = try end("ASC", of: site, in: tx)
        let last = try end("DESC", of: site, in: tx)
        guard let first, let last else { return [] }
        return Array((first.day.year...last.day.year).reversed())
    }

    private static func end(_ order: SQL, of site: Int64, in tx: Transaction) throws -> Instant? {
        try tx.row(
            """
            SELECT live_at FROM content_document WHERE live_edition_id IS NOT NULL AND site_id = \(site)
            ORDER BY live_at \(order), id \(order) LIMIT 1
            """
        )?.instant("live_at")
    }

    /// The documents of a year: id, column and day of the last change.
    static func documents(
        of site: Int64, from start: Instant, before end: Instant, in tx: Transaction
    ) throws -> [(id: Int64, column: String, changedAt: Instant)] {
        try tx.rows(
            """
            SELECT d.id, c.code, d.changed_at FROM content_document d JOIN content_column c ON c.id = d.column_id
            WHERE d.live_edition_id IS NOT NULL AND d.site_id = \(site) AND d.live_at >= \(start) AND d.live_at < \(end)
            ORDER BY d.live_at DESC, d.id DESC LIMIT \(mostAddresses)
            """
        ).map { (try $0.id("id"), try $0.text("code"), try $0.instant("changed_at")) }
    }
}
