/// One page of a list, and where the next one begins.
public struct Slice<Item> {
    /// The items of this page.
    public let items: [Item]
    /// The text of the ``Cursor`` of the next page; nil on the last one.
    public let next: String?

    /// A page that is known already.
    public init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }

    /// Cuts a page out of what was fetched with `LIMIT size + 1`: the extra row only tells that there is more.
    public init(fetched: [Item], size: Int, cursor: (Item) -> Cursor) {
        let page = Array(fetched.prefix(size))
        self.init(items: page, next: fetched.count > size ? page.last.map { cursor($0).text } : nil)
    }

    /// The same page with each item changed.
    public func map<Other>(_ change: (Item) throws -> Other) rethrows -> Slice<Other> {
        Slice<Other>(items: try items.map(change), next: next)
    }
}

extension Slice: Sendable where Item: Sendable {}
extension Slice: Equatable where Item: Equatable {}
extension Slice: Encodable where Item: Encodable {}
