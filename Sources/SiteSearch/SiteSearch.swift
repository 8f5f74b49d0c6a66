import Foundation
import Government
import Modules
import Search
import Services
import Storage
import Web
import WorkingTime

/// One search over everything that is public (docs/adr/0038), and the desk on which its words are kept.
public struct SiteSearch: Sendable {
    private let database: Database
    private let library: ServiceLibrary
    private let directory: Directory
    private let sources: [SearchSource]
    private let sites: @Sendable (Transaction) throws -> [String: String]
    private let initials: PinyinInitials
    private let misses = Misses()

    /// The search of an installation.
    ///
    /// - Parameters:
    ///   - sources: what is found besides, one for each module that contributes documents.
    ///   - sites: what the sites are called, by the code their documents carry.
    /// - Throws: a decoding error when the delivered table of initials is damaged.
    public init(
        library: ServiceLibrary, directory: Directory, sources: [SearchSource],
        sites: @escaping @Sendable (Transaction) throws -> [String: String] = { _ in [:] },
        database: Database
    ) throws {
        (self.library, self.directory, self.database) = (library, directory, database)
        self.sites = sites
        self.sources = [ServiceLibrary.searchSource] + sources
        initials = try PinyinInitials.delivered()
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        Module(
            name: "site-search", migrations: try Migration.all(in: .module, module: "site-search"),
            routes: SearchPages(finding: finding, database: database, sites: sites, misses: misses).routes
                + SearchAPI(finding: finding, directory: directory).routes
                + SearchDeskPages(database: database).routes,
            jobs: [reading, counting, forgetting])
    }

    /// The addresses of one page of what everybody finds, documents only.
    ///
    /// - Parameter after: where the page before ended.
    /// - Returns: the addresses, and where the next page begins.
    /// - Throws: `malformed` for a cursor that was cut, or `StorageError`.
    public func addresses(for words: String, after: String? = nil) async throws -> ([String], next: String?) {
        let answer = try await finding.answer(Inquiry { $0 == "q" ? words : nil }, after: after)
        return (answer.hits.map(\.address), answer.next)
    }

    var finding: Finding { Finding(database: database, library: library, initials: initials) }

    private var reading: Job {
        Job(name: "site-search.sources", intervalSeconds: 60) { [sources, database] now in
            for source in sources { try await source.readIfNeeded(at: now, in: database) }
        }
    }

    /// Each node writes down what was asked in vain of it.
    private var counting: Job {
        Job(name: "site-search.misses", intervalSeconds: 60, isForEveryNode: true) { [misses, database] _ in
            try await misses.write(to: database)
        }
    }

    private var forgetting: Job {
        Job(name: "site-search.forget", intervalSeconds: 86_400) { [database] now in
            try await database.write { try MissStore.forget(before: now, in: $0) }
        }
    }
}

/// Where the pages of the search stand, written once.
public enum SearchPath {
    /// The search.
    public static let search = "/search"
    /// The same for programs.
    static let api = "/api/v1/search"
    /// The desk of its words.
    public static let desk = "/desk/search"
    /// Where a group of synonyms is added.
    static let synonyms = "/desk/search/synonyms"
    /// Where a best bet is added.
    static let bets = "/desk/search/best-bets"
    /// Where all sources are asked to be read again.
    static let reading = "/desk/search/reading"

    /// Where a group of synonyms is taken away.
    static func synonymsRemoval(_ id: String) -> String { "\(synonyms)/\(id)/removal" }

    /// Where a best bet is taken away.
    static func betRemoval(_ id: String) -> String { "\(bets)/\(id)/removal" }
}
