import Foundation
import Modules
import Storage
import WorkingTime

extension Module {
    /// The tables of messages. Throws ``StorageError/io(_:)`` when the resources are missing.
    public static func messaging() throws -> Module {
        Module(name: "messaging", migrations: try Migration.all(in: Bundle.module, module: "messaging"))
    }

    /// The tables, and the job that forgets what was delivered long ago.
    ///
    /// Throws ``StorageError/io(_:)`` when the resources are missing.
    public static func messaging(forgettingIn database: Database) throws -> Module {
        let forget = Job(name: "messaging.forget", intervalSeconds: 3_600) { now in
            try await database.write { tx in
                let cutoff = now.adding(seconds: -Deliveries.keptDays * 86_400)
                _ = try Deliveries.forget(finishedBefore: cutoff, in: tx)
            }
        }
        return Module(
            name: "messaging", migrations: try Migration.all(in: Bundle.module, module: "messaging"),
            jobs: [forget])
    }
}
