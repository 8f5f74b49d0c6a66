import Accountability
import ArgumentParser
import Cases
import Cockpit
import Files
import Foundation
import Government
import Identity
import Jobs
import Journal
import Messaging
import Modules
import Performance
import Ratings
import ServiceRequests
import Storage
import Supervision
import SupervisionOrders
import WorkingTime

/// Fills a district with cases and rules, and lets the watch, the cockpit and performance work on it; prints the figures as
/// JSON.
@main
struct SupervisionBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The watch over so many cases.")
    @Option(help: "A folder for the SQLite database and files.") var folder: String
    @Option(help: "postgres://… in place of SQLite.") var postgres: String?
    @Option(help: "Cases.") var cases = 1_000_000
    @Option(help: "Rules besides the delivered ones.") var rules = 48

    func run() async throws {
        let database =
            if let postgres { try await Database.postgres(postgres) } else {
                try Database.sqlite(at: "\(folder)/minben.sqlite")
            }
        let modules = try Self.modules(database, folder)
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database)
        // Noon of a working day: what time brings comes after it.
        let now = Instant(day: CivilDate(iso: "2026-11-24") ?? .first, hour: 12)
        var figures: [String: Double] = ["cases": Double(cases)]
        let filling = Filling(database: database, now: now)
        figures["fillSeconds"] = try await Self.seconds { try await filling.fill(cases) }
        let measuring = Measuring(database: database, jobs: modules.jobs, now: now)
        try await measuring.installRules()
        try await filling.put(rules: rules)
        figures.merge(try await measuring.run()) { $1 }
        let scoring = Scoring(database: database, jobs: modules.jobs, now: now)
        figures.merge(try await scoring.run()) { $1 }
        try database.close()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        print(String(decoding: try encoder.encode(figures), as: UTF8.self))
    }

    static func seconds(_ work: () async throws -> Void) async throws -> Double {
        let began = ContinuousClock.now
        try await work()
        return began.duration(to: .now) / Duration.seconds(1)
    }

    private static func modules(_ database: Database, _ folder: String) throws -> [Module] {
        let files = try FileStore(root: URL(filePath: folder).appending(path: "files"), database: database)
        let directory = Directory(database)
        let cases = Cases(
            database: database, files: files, processes: ProcessLibrary(), division: "441202", clock: { .now }
        )
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let sources = CockpitSources(
            cards: { tx in
                try Supervision.openCards(in: tx).map {
                    .init(level: $0.level, organ: $0.organ, count: $0.count)
                }
            },
            cardsPath: { SupervisionPath.open($0, organ: $1) },
            streets: { now, tx in
                try ServiceRequests.streets(at: now, in: tx).map {
                    .init(code: $0.division, open: $0.open, overdue: $0.overdue)
                }
            }, streetCases: { _, _, _, _, _ in [] })
        return [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(),
            try .files(files), try .messaging(), try cases.module(),
            try ServiceRequests(
                cases: cases, directory: directory, files: files, outbox: Outbox(), database: database
            ).module(),
            try Supervision(database: database, directory: directory, outbox: Outbox()).module(),
            try SupervisionOrders(
                database: database, cases: cases, directory: directory, outbox: Outbox(), files: files
            ).module(),
            try Ratings(database: database, directory: directory, cases: cases, outbox: Outbox()).module(),
            try Accountability(
                database: database, cases: cases, directory: directory, outbox: Outbox(),
                grounds: InquiryGrounds(
                    signal: { _, _, _ in nil }, order: { _, _, _ in nil }, complaint: { _, _, _ in nil },
                    places: { _, _ in nil })
            ).module(),
            try Performance(
                database: database, files: files, outbox: Outbox(), complaint: "/requests/form"
            ).module(),
            try Cockpit(database: database, directory: directory, outbox: Outbox(), sources: sources)
                .module(),
        ]
    }
}
