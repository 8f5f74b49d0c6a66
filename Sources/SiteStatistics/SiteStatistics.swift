import Modules
import Storage
import Web
import WorkingTime

/// How often public pages are read, searched and downloaded from, and how far, without knowing by whom (docs/adr/0042).
public struct SiteStatistics: Sendable {
    private let tally: Tally
    private let database: Database

    /// The statistics of an installation.
    ///
    /// - Throws: a decoding error when the delivered rules are damaged.
    public init(database: Database) throws {
        self.database = database
        tally = Tally(try CountingRules.delivered())
    }

    /// Counts a visit, for ``WebSettings/seen``.
    public var counter: @Sendable (Visit) -> Void { { [tally] in tally.add($0) } }

    /// What it contributes.
    ///
    /// - Parameter places: what addresses mean.
    /// - Throws: `StorageError` when its migrations are missing.
    public func module(places: Places) throws -> Module {
        Module(
            name: "site-statistics", migrations: try Migration.all(in: .module, module: "site-statistics"),
            routes: [ReadingPage(tally: tally).route]
                + StatisticsPages(database: database, places: places).routes,
            jobs: [writing(places), forgetting])
    }

    /// Each node writes down what was read from it.
    private func writing(_ places: Places) -> Job {
        Job(name: "site-statistics.write", intervalSeconds: 60, isForEveryNode: true) { [self] _ in
            try await write(at: places)
        }
    }

    /// Writes down what was counted; what cannot be written is kept for the next time.
    func write(at places: Places) async throws {
        var taken = tally.take()
        let keys = taken.keys.sorted()
        for start in stride(from: 0, to: keys.count, by: CountStore.most) {
            let part = keys[start..<min(start + CountStore.most, keys.count)]
            let lines = part.map { (key: $0, counts: taken[$0] ?? Counts()) }
            do { try await database.write { try CountStore.add(lines, at: places, in: $0) } } catch {
                tally.giveBack(taken)
                throw error
            }
            for key in part { taken[key] = nil }
        }
    }

    private var forgetting: Job {
        Job(name: "site-statistics.forget", intervalSeconds: 86_400) { [database] now in
            try await database.write { try CountStore.forget(before: now, in: $0) }
        }
    }
}

/// Where the pages of the statistics stand, written once.
public enum StatisticsPath {
    /// The desk of the statistics.
    public static let desk = "/desk/statistics"
    /// Its tables as a file.
    static let file = "/desk/statistics.csv"
    /// One page by days.
    static let page = "/desk/statistics/page"
    /// Where a page tells how far it was read.
    static let reading = "/reading"
}
