import Codes
import Government
import Storage
import WorkingTime

extension ServiceLibrary {
    /// Offers the items of organs that hand on what they did under those that take it up, as new versions under new codes.
    ///
    /// Cases that are under way keep the version they were started with.
    /// - Returns: how many items.
    /// - Throws: `StorageError`.
    public static func follow(
        _ succession: OrganSuccession, at now: Instant, in transaction: Transaction
    ) throws -> Int {
        let organs = try Directory.everyOrgan(in: transaction)
        let codes = Dictionary(organs.map { ($0.key, $0.code.text) }) { first, _ in first }
        let moved = try ServiceStore.current(in: transaction).compactMap { service in
            service.following(succession)
        }
        for item in moved {
            _ = try ServiceStore.publish(
                item, code: item.code(organCode: codes[item.organ] ?? ""), at: now, in: transaction)
        }
        // Names stand on the pages of items, whether or not one has moved.
        try transaction.announce(topic)
        return moved.count
    }

    /// Every code that items have or had: a case keeps the one it began with when its item moves to another organ.
    /// - Throws: `StorageError`.
    public static func everyCode(of slugs: [String], in transaction: Transaction) throws -> [String] {
        try transaction.rows(
            "SELECT DISTINCT code FROM public_service WHERE slug IN \(list: slugs) ORDER BY code"
        ).map { try $0.text("code") }
    }

    /// Every item that is offered now, as it stands in the tables.
    /// - Throws: `StorageError`.
    public static func current(in transaction: Transaction) throws -> [PublicService] {
        try ServiceStore.current(in: transaction).sorted { $0.item.position < $1.item.position }
    }
}

extension PublicService {
    /// The item under its new organs; `nil` where they are the same.
    fileprivate func following(_ succession: OrganSuccession) -> ServiceItem? {
        var moved = item
        moved.organ = succession.heir(of: item.organ, item: code)
        var seen: Set<String> = []
        moved.coOrgans = item.coOrgans.map { succession.heir(of: $0, item: code) }
            .filter { seen.insert($0).inserted }
        return moved.organ == item.organ && moved.coOrgans == item.coOrgans ? nil : moved
    }
}

extension ServiceCatalogue {
    /// The items that run on a process, by what they are for good.
    public func slugs(runningOn process: String) -> [String] {
        services.filter { $0.item.process == process }.map(\.item.slug)
    }
}
