public import Storage
public import Web

extension ListDocument {
    /// A slice of rows as programs read it, each as its document.
    public init<Row>(_ slice: Slice<Row>, _ document: (Row) throws -> Item) rethrows {
        self.init(try slice.items.map(document), next: slice.next)
    }
}
