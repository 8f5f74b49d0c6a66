import ArgumentParser
import Cases
import Foundation
import Storage
import Synchronization

/// Where the instances are saved.
struct Place: ParsableArguments {
    @Option(help: "A folder for files, and for the SQLite database.") var folder: String
    @Option(help: "postgres://… in place of SQLite.") var postgres: String?

    /// The database, as durable as the server's.
    func open() async throws -> Database {
        guard let postgres else { return try Database.sqlite(at: "\(folder)/processes.sqlite") }
        return try await Database.postgres(postgres)
    }
}

/// Everything saved: each start and each completion is a transaction of its own, with plan, tasks, clocks, history,
/// journal and notices, and is on the disk before the next one begins.
struct Saved: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Everything saved.")
    @OptionGroup var place: Place
    @Option(help: "Parallel branches.") var width = 5
    @Option(help: "How long to measure.") var seconds = 5.0
    @Option(help: "How many work at the same time, each on an instance of their own.") var writers = 64
    @Flag(help: "Complete all branches of an instance at the same moment.") var atOnce = false

    private struct Figures: Encodable {
        let width: Int
        let instances: Int
        let seconds: Double
        let cpuSeconds: Double
    }

    func run() async throws {
        let database = try await place.open()
        let office = try await Office(database, folder: URL(filePath: place.folder), width: width)
        // What is read once, statements and plans, is read before.
        try await work(through: office)
        let (measured, instances) = try await Measured.of { try await repeated(office) }
        try database.close()
        try report(
            Figures(
                width: width, instances: instances, seconds: measured.seconds,
                cpuSeconds: measured.cpuSeconds))
    }

    private func repeated(_ office: Office) async throws -> Int {
        let until = ContinuousClock.now + .seconds(seconds)
        return try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<writers {
                group.addTask {
                    var instances = 0
                    while ContinuousClock.now < until {
                        try await work(through: office)
                        instances += 1
                    }
                    return instances
                }
            }
            return try await group.reduce(0, +)
        }
    }

    private func work(through office: Office) async throws {
        let matter = try await office.file()
        let tasks = matter.root.openTasks
        if atOnce {
            try await withThrowingTaskGroup { group in
                for task in tasks { group.addTask { _ = try await office.complete(task) } }
                try await group.waitForAll()
            }
        } else {
            for task in tasks { try await office.complete(task) }
        }
    }
}

/// One transaction of one instance for each line that comes in, so that somebody can look at the rows between.
struct Steps: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "One transaction for each line that comes in.")
    @OptionGroup var place: Place
    @Option(help: "Parallel branches.") var width = 5

    func run() async throws {
        let database = try await place.open()
        let office = try await Office(database, folder: URL(filePath: place.folder), width: width)
        var waiting: [CaseTask] = []
        say("ready")
        while readLine() != nil {
            if waiting.isEmpty {
                waiting = try await office.file().root.openTasks
            } else {
                try await office.complete(waiting.removeFirst())
            }
            say("\(waiting.count)")
        }
        try database.close()
    }

    /// At once, though it goes into a pipe.
    private func say(_ word: String) {
        FileHandle.standardOutput.write(Data("\(word)\n".utf8))
    }
}
