/// One page of a list, as every list of the API answers: `{"items": […], "next": "cursor" or null}`. The schema is
/// ``Schema/page(of:)``.
public struct ListDocument<Item: Encodable & Sendable>: Encodable, Sendable {
    private let items: [Item]
    private let next: String?

    private enum CodingKeys: CodingKey { case items, next }

    /// A page, and where the next one begins; nil on the last one.
    public init(_ items: [Item], next: String? = nil) {
        (self.items, self.next) = (items, next)
    }

    /// The last page says so: `next` is there, and null.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
        try container.encode(next, forKey: .next)
    }
}
