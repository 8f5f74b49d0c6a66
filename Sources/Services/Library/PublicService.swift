import WorkingTime

/// An item as it was published: its content at one version, under the code of the organ that offers it.
public struct PublicService: Sendable, Hashable, Identifiable {
    /// The id of the version's row.
    public let id: Int64
    /// The 31-character item code, or a joint service's own code.
    public let code: String
    /// The version, from 1; a case keeps the version it was started with.
    public let version: Int
    /// When this version was published.
    public let publishedAt: Instant
    /// The content, with the district's divisions to pick from.
    public let item: ServiceItem

    /// A published version as it stands in the database.
    public init(id: Int64, code: String, version: Int, publishedAt: Instant, item: ServiceItem) {
        self.id = id
        self.code = code
        self.version = version
        self.publishedAt = publishedAt
        self.item = item
    }
}
