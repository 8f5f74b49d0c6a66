import Storage

/// One page of a list, as every list of the API answers: `{"items": […], "next": "cursor" or null}`.
struct ListDocument<Item: Encodable & Sendable>: Encodable, Sendable {
    let items: [Item]
    @OrNull var next: String?

    init<Other>(_ slice: Slice<Other>, _ document: (Other) throws -> Item) rethrows {
        items = try slice.items.map(document)
        _next = OrNull(wrappedValue: slice.next)
    }
}
