import Storage
import WorkingTime

/// A version of an item in its history.
public struct ServiceVersion: Sendable, Hashable, Identifiable {
    /// The version.
    public let service: PublicService
    /// Whether it is offered now.
    public let isCurrent: Bool
    /// The last day on which it is offered; nil while nobody ends it.
    public let endsOn: CivilDate?
    /// When the item was taken off; nil while it was followed by another version, or is offered.
    public let endedAt: Instant?

    /// The id of the version's row.
    public var id: Int64 { service.id }
}

extension ServiceLibrary {
    /// The versions of an item, also under codes it had before, the newest first; at most the last hundred.
    ///
    /// - Throws: `StorageError`.
    public static func versions(of slug: String, in transaction: Transaction) throws -> [ServiceVersion] {
        let own = try DistrictNames(in: transaction)
        return try transaction.rows(
            """
            SELECT id, code, version, body, published_at, is_current, ends_on, ended_at FROM public_service
            WHERE slug = \(slug) ORDER BY id DESC LIMIT 100
            """
        ).map { try ServiceVersion($0, own) }
    }
}

extension ServiceVersion {
    init(_ row: Row, _ own: DistrictNames) throws {
        self.init(
            service: try PublicService(row: row).offering(own), isCurrent: try row.bool("is_current"),
            endsOn: try row.optionalDay("ends_on"), endedAt: try row.optionalInstant("ended_at"))
    }
}
