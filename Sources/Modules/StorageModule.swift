import Storage
import WorkingTime

extension Module {
    /// The seam's own tables. Answers to requests sent twice are kept for a day: nobody repeats one later.
    ///
    /// Throws ``StorageError/io(_:)`` when the resources are missing.
    public static func storage(_ database: Database) throws -> Module {
        let dayInSeconds = 86_400
        let forget = Job(name: "storage.forgetAnswers", intervalSeconds: 3_600) { now in
            try await database.write { transaction in
                _ = try Idempotency.forget(before: now.adding(seconds: -dayInSeconds), in: transaction)
            }
        }
        return Module(name: "storage", migrations: try StorageMigrations.all(), jobs: [forget])
    }
}

extension NodeLease {
    /// The renewal of this node's lease. `living` hears each time how many nodes live.
    public func module(_ living: @escaping @Sendable (Int) -> Void) -> Module {
        let renewal = Job(
            name: "storage.renewLease", intervalSeconds: Self.renewalSeconds, isForEveryNode: true
        ) { now in
            try await self.renew(at: now)
            living(self.liveCount)
        }
        return Module(name: "node", jobs: [renewal])
    }
}
