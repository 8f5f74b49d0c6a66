import WorkingTime

/// A line of public information on the home page.
public struct NewsItem: Sendable {
    let title: String
    let path: String
    let date: CivilDate

    /// A line: its words, where they lead, and the day it was published.
    public init(title: String, path: String, date: CivilDate) {
        self.title = title
        self.path = path
        self.date = date
    }
}

/// The newest of one column on the home page.
public struct NewsPart: Sendable {
    let name: String
    let path: String
    let items: [NewsItem]

    /// A column with its newest lines.
    public init(name: String, path: String, items: [NewsItem]) {
        self.name = name
        self.path = path
        self.items = items
    }
}

/// Where the home page takes the newest from; composed by the house, because features do not know each other.
public struct NewsSource: Sendable {
    /// The name under which pages that show it are dropped.
    let topic: String
    let parts: @Sendable () async throws -> [NewsPart]

    /// A source.
    public init(topic: String, parts: @escaping @Sendable () async throws -> [NewsPart]) {
        self.topic = topic
        self.parts = parts
    }
}
