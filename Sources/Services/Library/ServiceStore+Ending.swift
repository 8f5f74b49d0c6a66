import Search
import Storage
import WorkingTime

extension ServiceStore {
    /// The current version of the item with this slug.
    static func current(named slug: String, in transaction: Transaction) throws -> PublicService? {
        try transaction.row(
            """
            SELECT id, code, version, body, published_at FROM public_service
            WHERE is_current = 1 AND slug = \(slug)
            """
        ).map(PublicService.init(row:))
    }

    /// Sets the last day on which an item is offered.
    static func setEnd(_ day: CivilDate?, of slug: String, in transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE public_service SET ends_on = \(day) WHERE is_current = 1 AND slug = \(slug)")
    }

    /// Takes off what has had its last day.
    ///
    /// - Returns: the items.
    static func endDue(before today: CivilDate, at now: Instant, in transaction: Transaction) throws
        -> [(slug: String, name: String)]
    {
        let ended = try transaction.rows(
            """
            UPDATE public_service SET is_current = 0, ended_at = \(now)
            WHERE is_current = 1 AND ends_on IS NOT NULL AND ends_on < \(today) RETURNING slug, name
            """
        ).map { (slug: try $0.text("slug"), name: try $0.text("name")) }
        for item in ended {
            try SearchIndex.remove(item.slug, of: ServiceLibrary.searchSource.name, in: transaction)
        }
        return ended
    }
}
