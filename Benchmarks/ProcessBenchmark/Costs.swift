import ArgumentParser
import Cases
import Foundation
import Storage

/// What one filing, one claim and one completion cost, one after another with nobody beside them.
struct Costs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The cost of each kind of transaction.")
    @OptionGroup var place: Place
    @Option(help: "How many of each kind.") var count = 1_000

    private struct Figures: Encodable {
        let fileCPUMilliseconds: Double
        let claimCPUMilliseconds: Double
        let completeCPUMilliseconds: Double
    }

    func run() async throws {
        let database = try await place.open()
        let office = try await Office(database, folder: URL(filePath: place.folder), width: 5)
        let (filing, tasks) = try await Measured.of {
            var tasks: [CaseTask] = []
            for _ in 0..<count { tasks.append(try await office.file().root.openTasks[0]) }
            return tasks
        }
        let (claiming, _) = try await Measured.of { for task in tasks { try await office.claim(task) } }
        let (completing, _) = try await Measured.of {
            for task in tasks { try await office.complete(task) }
        }
        try database.close()
        let each = { (measured: Measured) in measured.cpuSeconds / Double(count) * 1000 }
        try report(
            Figures(
                fileCPUMilliseconds: each(filing), claimCPUMilliseconds: each(claiming),
                completeCPUMilliseconds: each(completing)))
    }
}
