import ArgumentParser
import Foundation
import Government
import Modules
import Search
import Services
import SiteSearch
import Storage
import WorkingTime

/// Fills the search of the portal and asks it; prints milliseconds as one line of JSON.
@main
struct SearchBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The search over so many documents.")
    @Option(help: "A folder for the SQLite database.") var folder: String
    @Option(help: "postgres://… in place of SQLite.") var postgres: String?
    @Option(help: "Documents.") var documents = 200_000
    @Option(help: "Rounds through all questions.") var rounds = 50
    @Option(help: "How many ask at a time.") var askers = 2

    func run() async throws {
        let database =
            if let postgres { try await Database.postgres(postgres) } else {
                try Database.sqlite(at: "\(folder)/search.sqlite")
            }
        let library = ServiceLibrary(database)
        let search = try SiteSearch(
            library: library, directory: Directory(database), sources: [], database: database)
        let modules = [try Module.government(), try .services(library), try search.module()]
        try await database.migrate(StorageMigrations.all() + modules.migrations)
        try await Government.seed(into: database)
        try await library.seed(at: .now)
        let filled = try await Filling(database: database).fill(documents)
        var figures = try await ask(search)
        figures["documents"] = Double(documents)
        figures["fillSeconds"] = filled
        try database.close()
        print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
    }

    private func ask(_ search: SiteSearch) async throws -> [String: Double] {
        var latencies: [String: [Double]] = [:]
        for _ in 0..<rounds {
            for (kind, words) in Question.all {
                for milliseconds in try await ask(search, words) {
                    latencies[kind, default: []].append(milliseconds)
                }
            }
        }
        latencies["all"] = latencies.values.flatMap(\.self)
        var figures: [String: Double] = [:]
        for (kind, list) in latencies {
            let sorted = list.sorted()
            figures["\(kind)P50"] = sorted[sorted.count / 2]
            figures["\(kind)P99"] = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
        }
        return figures
    }

    private func ask(_ search: SiteSearch, _ words: String) async throws -> [Double] {
        try await withThrowingTaskGroup(of: Double.self) { group in
            for _ in 0..<askers {
                group.addTask {
                    let began = ContinuousClock.now
                    _ = try await search.addresses(for: words)
                    return began.duration(to: .now) / Duration.milliseconds(1)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
