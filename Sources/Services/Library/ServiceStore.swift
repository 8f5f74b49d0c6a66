import Government
import Search
import Storage
import WorkingTime

/// The rows of the item library.
enum ServiceStore {
    /// The current version of everything that is published.
    static func current(in transaction: Transaction) throws -> [PublicService] {
        try transaction.rows(
            """
            SELECT id, code, version, body, published_at FROM public_service WHERE is_current = 1
            """
        ).map(PublicService.init(row:))
    }

    /// So many current items after a slug, in the order of slugs.
    static func current(after slug: String, limit: Int, in transaction: Transaction) throws -> [PublicService]
    {
        try transaction.rows(
            """
            SELECT id, code, version, body, published_at FROM public_service
            WHERE is_current = 1 AND slug > \(slug) ORDER BY slug LIMIT \(limit)
            """
        ).map(PublicService.init(row:))
    }

    /// One version of a service, current or not: the one a running case was started with.
    static func version(_ version: Int, ofCode code: String, in transaction: Transaction) throws
        -> PublicService?
    {
        try transaction.row(
            """
            SELECT id, code, version, body, published_at FROM public_service
            WHERE code = \(code) AND version = \(version)
            """
        ).map(PublicService.init(row:))
    }

    /// Whether a delivered item has had its time: it names an organ that is gone, an earlier
    /// version said the same, or the district has taken it into its own hands.
    static func isPast(
        _ item: ServiceItem, code: String, _ organs: [Organ], in transaction: Transaction
    ) throws -> Bool {
        if try ItemDraftStore.isTaken(item.slug, in: transaction) { return true }
        let gone = Set(organs.filter { !$0.isLiving }.map(\.key))
        let isPublished =
            try transaction.row(
                "SELECT 1 AS n FROM public_service WHERE is_current = 1 AND slug = \(item.slug)") != nil
        guard isPublished else { return false }
        guard gone.isDisjoint(with: [item.organ] + item.coOrgans) else { return true }
        let body = try encodeJSON(item.offering(streets: [], districts: []))
        return try transaction.row(
            "SELECT 1 AS n FROM public_service WHERE code = \(code) AND body = \(body) LIMIT 1") != nil
    }

    /// Publishes the item as the next version, unless its content is what is published already.
    ///
    /// - Returns: whether a version was added.
    static func publish(
        _ item: ServiceItem, code: String, at now: Instant, in transaction: Transaction
    ) throws -> Bool {
        // The divisions to pick from are the district's and change without the item.
        let body = try encodeJSON(item.offering(streets: [], districts: []))
        let latest = try transaction.row(
            """
            SELECT version, body, is_current FROM public_service WHERE code = \(code)
            ORDER BY version DESC LIMIT 1
            """)
        if let latest, try latest.text("body") == body && latest.bool("is_current") { return false }
        let version = try (latest?.int("version") ?? 0) + 1
        // Also by slug: an item whose organ or basic code changed lives on under its new code.
        let before = try transaction.rows(
            """
            UPDATE public_service SET is_current = 0
            WHERE is_current = 1 AND (code = \(code) OR slug = \(item.slug)) RETURNING slug, ends_on
            """
        ).map { (slug: try $0.text("slug"), endsOn: try $0.optionalDay("ends_on")) }
        // Another organ's item is still the item that was to end on a day.
        let endsOn = before.first { $0.slug == item.slug }?.endsOn
        _ = try transaction.execute(
            """
            INSERT INTO public_service
                (id, code, version, slug, name, organ, body, published_at, is_current, ends_on)
            VALUES (\(transaction.ids.next()), \(code), \(version), \(item.slug), \(item.name),
                \(item.organ), \(body), \(now), 1, \(endsOn))
            """)
        for earlier in before where earlier.slug != item.slug {
            try SearchIndex.remove(earlier.slug, of: ServiceLibrary.searchSource.name, in: transaction)
        }
        try SearchIndex.put(item.searchDocument(on: now.day), in: transaction)
        return true
    }
}

extension PublicService {
    init(row: Row) throws {
        try self.init(
            id: row.id("id"), code: row.text("code"), version: row.int("version"),
            publishedAt: row.instant("published_at"), item: row.json("body"))
    }
}
