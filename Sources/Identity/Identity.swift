import Foundation
import Government
import Modules
import Storage
import Web

/// Who is asking, and what they may do: accounts, sessions, posts and the policies of routes.
public struct Identity: Sendable {
    /// Finds out who sends a request; `makeRouter` takes its `principal(of:)`.
    public let authenticator: Authenticator
    private let signIn: SignIn

    /// Identity over an installation's database.
    ///
    /// - Parameter unread: how many messages an account has not read yet, counted in the read that looks up
    ///   the session.
    /// - Throws: when the machine has no memory for one password hash.
    public init(
        database: Database, settings: IdentitySettings,
        unread: @escaping @Sendable (Int64, Transaction) throws -> Int = { _, _ in 0 }
    ) throws {
        try self.init(database: database, settings: settings, hasher: PasswordHasher(), unread: unread)
    }

    init(
        database: Database, settings: IdentitySettings, hasher: PasswordHasher,
        unread: @escaping @Sendable (Int64, Transaction) throws -> Int = { _, _ in 0 }
    ) {
        signIn = SignIn(database: database, hasher: hasher, settings: settings)
        authenticator = Authenticator(database: database, settings: settings, unread: unread)
    }

    /// What this target contributes to an installation.
    /// - Throws: `StorageError.io` or a decoding error when the delivered files are incomplete.
    public func module() throws -> Module {
        Module(
            name: "identity", migrations: try Migration.all(in: .module, module: "identity"),
            routes: try routes(), jobs: [purge])
    }

    private func routes() throws -> [Route] {
        let door = SignInDoor(signIn)
        let demo = try signIn.settings.isDemo ? DemoAccounts.delivered() : nil
        let pages = SignInPages(door: door, directory: Directory(signIn.database), demo: demo)
        return pages.routes + SessionAPI(door: door).routes
    }

    /// Forgets ended sessions and old failures; they count for nothing, but nobody needs them either.
    private var purge: Job {
        Job(name: "identity.purge", intervalSeconds: 3_600) { [database = signIn.database] now in
            try await database.write { transaction in
                try SessionStore.purge(at: now, in: transaction)
                try FailedAttempts.purge(at: now, in: transaction)
            }
        }
    }
}
