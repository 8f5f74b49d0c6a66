import Cases
import Content
import Government
import Portal
import Storage
import Web
import WorkingTime

extension Installation {
    /// Publishes the sample articles under a clock of their own; once.
    func liveContent(until today: CivilDate) async throws {
        let clock = DemoClock()
        try await content(under: clock).liveDemo(until: today) { clock.set($0) }
    }

    /// Adds synthetic articles to the sample sites.
    ///
    /// - Throws: `DomainError` before there are sites.
    public func loadArticles(_ count: Int) async throws {
        try await content(under: DemoClock()).loadArticles(count, until: cases.now)
    }

    private func content(under clock: DemoClock) throws -> Content {
        let past = Cases(
            database: database, files: files, processes: cases.processes, division: Self.division,
            clock: { clock.now })
        return try Content(
            database: database, cases: past, files: files, directory: Directory(database), cache: pages,
            hosts: web.hosts, moved: web.moved, board: web.board,
            library: library, translations: web.translations, publicAddress: configuration.publicAddress,
            identifier: Self.siteIdentifier)
    }
}

extension NewsSource {
    /// The first columns of the district portal, a few lines of each.
    static func newest(in database: Database) -> NewsSource {
        NewsSource(topic: Newest.topic) {
            let parts = try await database.read { try Newest.parts(2, lines: 5, in: $0) }
            return parts.map { part in
                NewsPart(
                    name: part.name, path: part.path,
                    items: part.lines.map { NewsItem(title: $0.title, path: $0.path, date: $0.day) })
            }
        }
    }
}
