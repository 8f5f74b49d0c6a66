import Foundation
import Modules
import Storage
import WorkingTime

/// The queue of work as a part of an installation: its table, and what does the work on this node.
public struct Jobs: Sendable {
    /// How long what was done is kept, in days.
    static let keptDays = 90

    /// Does the work.
    public let runner: QueueRunner
    private let database: Database

    /// The queue of an installation.
    public init(database: Database, runner: QueueRunner) {
        self.database = database
        self.runner = runner
    }

    /// What it contributes: its table, and the job that forgets what was done long ago.
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let forget = Job(name: "jobs.forget", intervalSeconds: 3_600) { [database] now in
            try await database.write { tx in
                try JobOutput.forget(
                    endedBefore: now.adding(seconds: -JobOutput.keptDays * 86_400), in: tx)
                _ = try JobQueue.forget(doneBefore: now.adding(seconds: -Self.keptDays * 86_400), in: tx)
            }
        }
        return try Jobs.tables(jobs: [forget])
    }

    /// The table alone, for what only puts jobs into it.
    /// - Throws: `StorageError` when its migrations are missing.
    public static func tables(jobs: [Job] = []) throws -> Module {
        Module(name: "jobs", migrations: try Migration.all(in: .module, module: "jobs"), jobs: jobs)
    }
}
