import Cases
import Government
import Messaging
import Modules
import Storage
import StreetMaps
import Web
import WorkingTime

/// What leaders decide by (领导决策参考): what is going wrong today, which way it goes, where, and about what. Every number
/// leads to its cases.
public struct Cockpit: Sendable {
    private let database: Database
    private let directory: Directory
    private let outbox: Outbox
    private let sources: CockpitSources

    /// The cockpit of an installation.
    ///
    /// - Parameter sources: what other features count.
    public init(database: Database, directory: Directory, outbox: Outbox, sources: CockpitSources) {
        (self.database, self.directory, self.outbox, self.sources) = (database, directory, outbox, sources)
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let counting = Counting(database: database, sources: sources)
        let briefing = Briefing(database: database, outbox: outbox)
        let map = try StreetMap.delivered()
        return Module(
            name: "cockpit", migrations: try Migration.all(in: .module, module: "cockpit"),
            routes: CockpitPages(database: database, directory: directory, sources: sources, map: map).routes,
            jobs: [
                Job(name: "cockpit.count", intervalSeconds: 60) { try await counting.count(at: $0) },
                Job(name: "cockpit.brief", intervalSeconds: 60) { try await briefing.send(at: $0) },
            ])
    }
}

/// What other features count for the cockpit, and where they list it.
public struct CockpitSources: Sendable {
    /// Cards that stand, of one level, about one organ.
    public struct Cards: Sendable, Hashable {
        let level: String
        let organ: String
        let count: Int

        /// Cards.
        public init(level: String, organ: String, count: Int) {
            (self.level, self.organ, self.count) = (level, organ, count)
        }
    }

    /// What is said about a street and not answered yet.
    public struct Street: Sendable, Hashable {
        let code: String
        let open: Int
        let overdue: Int

        /// The figures of a street.
        public init(code: String, open: Int, overdue: Int) {
            (self.code, self.open, self.overdue) = (code, open, overdue)
        }
    }

    /// Cards by level and organ.
    let cards: @Sendable (Transaction) throws -> [Cards]
    /// Where cards of a level are listed, of all organs or one.
    let cardsPath: @Sendable (_ level: String, _ organ: String?) -> String
    /// By street.
    let streets: @Sendable (Instant, Transaction) throws -> [Street]
    /// The next cases about a street, overdue at a time or all, after an id.
    let streetCases: @Sendable (_ code: String, Instant?, Int64, Int, Transaction) throws -> [Int64]

    /// The sources of an installation.
    public init(
        cards: @escaping @Sendable (Transaction) throws -> [Cards],
        cardsPath: @escaping @Sendable (String, String?) -> String,
        streets: @escaping @Sendable (Instant, Transaction) throws -> [Street],
        streetCases: @escaping @Sendable (String, Instant?, Int64, Int, Transaction) throws -> [Int64]
    ) {
        (self.cards, self.cardsPath, self.streets, self.streetCases) = (
            cards, cardsPath, streets, streetCases
        )
    }
}

/// Where the pages stand.
public enum CockpitPath {
    /// The figures.
    public static let cockpit = "/desk/cockpit"
    static let cases = "/desk/cockpit/cases"
    static let brief = "/desk/cockpit/brief"
}

extension Power {
    static let readCockpit = Power("cockpit.read", "查看领导决策参考", .matters, isSight: true)
}
