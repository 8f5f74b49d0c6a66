import Storage
import WorkingTime

/// The SQL of how columns fare. It reads only what is out.
enum HealthStore {
    /// The columns of a site with the day on which something was last published in each, as of the end of a day.
    static func columns(of site: Int64, warnDays: Int, today: CivilDate, in tx: Transaction) throws
        -> [ColumnHealth]
    {
        let rows = try tx.rows(
            """
            SELECT c.*, (SELECT max(d.live_at) FROM content_document d
                WHERE d.column_id = c.id AND d.live_edition_id IS NOT NULL AND d.live_at <= \(today.endOfDay)) AS last_at
            FROM content_column c WHERE c.site_id = \(site) ORDER BY c.position, c.id LIMIT 200
            """)
        return try rows.map {
            ColumnHealth(
                column: try Column($0), lastOn: try $0.optionalInstant("last_at")?.day, today: today,
                warnDays: warnDays)
        }
    }

    /// When anything was last published in a site.
    static func newest(of site: Int64, in tx: Transaction) throws -> PublishedLine? {
        try PublicStore.newest(ofSite: site, limit: 1, in: tx).first
    }

    /// How much was published in each column of a site within a span.
    static func published(
        in site: Int64, from first: CivilDate, through last: CivilDate, _ tx: Transaction
    ) throws -> [Int64: Int] {
        let rows = try tx.rows(
            """
            SELECT column_id, count(*) AS n FROM content_document
            WHERE live_edition_id IS NOT NULL AND site_id = \(site) AND live_at >= \(first.startOfDay)
                AND live_at <= \(last.endOfDay) GROUP BY column_id LIMIT 200
            """)
        return Dictionary(try rows.map { (try $0.id("column_id"), try $0.int("n")) }) { first, _ in first }
    }
}
