import Foundation
import Government
import Identity
import Jobs
import Modules
import Storage
import Web
import WorkingTime

/// One sign-in for the whole site group: programs of the district and beyond let their visitors sign in here (OpenID
/// Connect), and learn what the visitors agree to.
public struct OpenID: Sendable {
    private let database: Database
    private let directory: Directory
    private let settings: OpenIDSettings
    private let keys: KeyShelf
    private let identity: Identity
    private let clock: @Sendable () -> Instant

    /// Where people see which programs they let know about them.
    public static let permissionsPath = OpenIDPath.permissions

    /// The provider of an installation.
    public init(
        database: Database, directory: Directory, settings: OpenIDSettings, identity: Identity,
        clock: @escaping @Sendable () -> Instant
    ) {
        (self.database, self.directory, self.settings) = (database, directory, settings)
        (keys, self.identity, self.clock) = (KeyShelf(database: database), identity, clock)
    }

    /// The tables of the provider that keep columns sealed.
    public static let sealedTables = [SigningKeyStore.sealed]

    /// Tells programs that somebody has signed out.
    public var jobHandlers: [any JobHandler] {
        [BackChannel(settings: settings, keys: keys, post: LogoutPost(), clock: clock)]
    }

    /// What it contributes.
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        Module(
            name: "openid", migrations: try Migration.all(in: .module, module: "openid"),
            routes: visitorRoutes + programRoutes + deskRoutes, jobs: [logouts, purge])
    }

    /// The program that sends a request with a token of ours; nil for any other.
    /// - Throws: `StorageError` when the database cannot be read.
    public func principal(of request: WebRequest) async throws -> (any Principal)? {
        guard request.channel == .standard, let bearer = request.bearer else { return nil }
        let now = request.now
        return try await database.read { try TokenHolder.find(bearer, at: now, in: $0) }
    }

    private var visitorRoutes: [Route] {
        let limit = RateLimit(burst: 120, perMinute: 120)
        return AuthorizationPages(
            authorization: Authorization(database: database, settings: settings, keys: keys), limit: limit
        ).routes
            + LogoutPages(
                database: database, settings: settings, keys: keys, identity: identity, limit: limit
            ).routes
            + PermissionPages(database: database).routes
    }

    private var programRoutes: [Route] {
        let authentication = ClientAuthentication(
            database: database, failures: RateLimit(burst: 20, perMinute: 10))
        return TokenEndpoint(
            database: database, settings: settings, keys: keys, authentication: authentication,
            // All visitors of one program come from its one address.
            limit: RateLimit(burst: 600, perMinute: 1_200)
        ).routes
            + UserInfo(database: database).routes + Discovery(settings: settings, keys: keys).routes
    }

    private var deskRoutes: [Route] {
        let pages = ClientPages(clients: Clients(database: database), directory: directory, keys: keys)
        return pages.routes + ClientDecisionPages(pages: pages).routes
    }

    /// Sessions end in many ways; programs hear of all of them.
    private var logouts: Job {
        Job(name: "openid.logouts", intervalSeconds: 15) { [database] now in
            try await database.write { tx in
                try BackChannel.end(LoginStore.left(at: now, in: tx), at: now, in: tx)
            }
        }
    }

    private var purge: Job {
        Job(name: "openid.purge", intervalSeconds: 3_600) { [database] now in
            try await database.write { tx in
                try GrantStore.purge(at: now, in: tx)
                try LoginStore.purge(at: now, in: tx)
                try SigningKeyStore.purge(at: now, in: tx)
            }
        }
    }
}
