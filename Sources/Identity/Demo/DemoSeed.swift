import Government
import Storage
import WorkingTime

extension Identity {
    /// Makes the demo accounts that do not exist yet; may run again. They share one hash: their password is one and
    /// public, and to hash it a hundred times took longer than everything else of a first start.
    ///
    /// Needs the sample district, `Government.seed(into:)`. Never call it where real people sign in: the
    /// password is public.
    /// - Throws: `StorageError`, or a decoding error when the delivered file is damaged.
    public static func seedDemo(into database: Database, at now: Instant = .now) async throws {
        try await seedDemo(into: database, hasher: PasswordHasher(), at: now)
    }

    static func seedDemo(into database: Database, hasher: PasswordHasher, at now: Instant) async throws {
        let demo = try DemoAccounts.delivered()
        let missing = try await database.read { transaction in
            try demo.entries.filter { try !AccountStore.exists($0.account, in: transaction) }
        }
        guard !missing.isEmpty else { return }
        let hash = try await hasher.hash(demo.password)
        try await database.write { transaction in
            try transaction.exclude("demo accounts")
            for entry in missing {
                try entry.insert(passwordHash: hash, at: now, in: transaction)
            }
        }
    }
}

extension DemoAccounts.Entry {
    /// Another process may have made the account since we looked: then there is nothing to do.
    fileprivate func insert(
        passwordHash: String, at now: Instant, in transaction: Transaction
    ) throws {
        guard try !AccountStore.exists(account, in: transaction) else { return }
        let person = try self.person.flatMap { number in
            try Directory.person(identityNumber: number, in: transaction)
        }
        let held = posts ?? []
        let new = NewAccount(
            name: account, displayName: name, personID: person?.id, posts: held, entities: entities ?? [],
            assurance: assurance,
            offices: office.map { office in held.reduce(into: [Post: String]()) { $0[$1] = office } } ?? [:])
        _ = try AccountStore.insert(new, passwordHash: passwordHash, at: now, in: transaction)
    }
}
