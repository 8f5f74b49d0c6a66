/// A kind of job, as the table and as people know it.
public struct JobKind: Sendable, Hashable {
    /// The name in the table, for example `cases.calendar`; it never changes.
    public let name: String
    /// What is done, in Chinese, for the page.
    public let title: String
    /// What its progress counts: 件, 行.
    public let unit: String
    /// Which of them it is, with `{}` for the key as far as its first `@`; nil where the key says nothing.
    private let template: String?

    /// A kind.
    public init(_ name: String, title: String, unit: String = "件", which template: String? = nil) {
        self.name = name
        self.title = title
        self.unit = unit
        self.template = template
    }

    /// Which of its kind a job is, in words: `办件 441202…`.
    public func words(for key: String) -> String? {
        template?.replacing("{}", with: key.prefix { $0 != "@" })
    }
}
