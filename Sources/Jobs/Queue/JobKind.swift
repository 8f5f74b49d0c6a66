/// A kind of job, as the table and as people know it.
public struct JobKind: Sendable, Hashable {
    /// The name in the table, for example `cases.calendar`; it never changes.
    public let name: String
    /// What is done, in Chinese, for the page.
    public let title: String
    /// What its progress counts: 件, 行.
    public let unit: String

    /// A kind.
    public init(_ name: String, title: String, unit: String = "件") {
        self.name = name
        self.title = title
        self.unit = unit
    }
}
