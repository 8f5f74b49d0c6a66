/// An item of the library, as far as a hall knows it: who decides it says at which windows it is done.
public struct HallItem: Sendable, Hashable {
    /// Its short name in addresses.
    public let slug: String
    /// Its name.
    public let name: String
    /// The key of the organ in charge.
    public let organ: String

    /// An item.
    public init(slug: String, name: String, organ: String) {
        (self.slug, self.name, self.organ) = (slug, name, organ)
    }
}

extension Sequence<ServiceGroup> {
    /// The first that does an item and takes appointments.
    func first(doing item: HallItem) -> ServiceGroup? {
        first { $0.capacity > 0 && $0.organs.contains(item.organ) }
    }
}
