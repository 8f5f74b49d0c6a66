import Foundation
import Modules
import Storage
import WorkingTime

extension Module {
    /// The table of files, and the hourly removal of uploads that nobody attached within two days, and on
    /// every node what a crash left of uploads on their way in.
    ///
    /// Throws ``StorageError/io(_:)`` when the resources are missing.
    public static func files(_ store: FileStore) throws -> Module {
        let twoDaysInSeconds = 2 * 86_400
        let removal = Job(name: "files.removeOrphans", intervalSeconds: 3_600) { now in
            try await store.removeOrphans(olderThan: now.adding(seconds: -twoDaysInSeconds), at: now)
        }
        let tidying = Job(name: "files.removeAbandoned", intervalSeconds: 3_600, isForEveryNode: true) {
            now in
            try store.removeAbandoned(before: now.adding(seconds: -twoDaysInSeconds))
        }
        return Module(
            name: "files", migrations: try Migration.all(in: Bundle.module, module: "files"),
            jobs: [removal, tidying])
    }
}
