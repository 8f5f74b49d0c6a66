import Foundation
import Government
import Journal
import Modules
import Storage
import Web
import WorkingTime

/// Who is asking, and what they may do: accounts, sessions, posts and the policies of routes.
public struct Identity: Sendable {
    /// Finds out who sends a request; `makeRouter` takes its `principal(of:)`.
    public let authenticator: Authenticator
    /// What roles may do, as this node remembers it.
    public let grants = GrantBook()
    let signIn: SignIn
    private let messagesPath: String?
    private let mandatesPath: String?
    private let programsPath: String?

    /// Identity over an installation's database.
    ///
    /// - Parameters:
    ///   - unread: counts the messages that an account has not read yet, beside what its session is asked for.
    ///   - notice: tells an account that its keys have changed or a new device signed in.
    ///   - messagesPath: where these notices are read; nil where there is no such page.
    ///   - mandatesPath: where one authorises others to act for one's enterprise; nil where there is no such page.
    ///   - programsPath: where one sees which other systems one has signed in to; nil where there is no such page.
    /// - Throws: when the machine has no memory for one password hash.
    public init(
        database: Database, settings: IdentitySettings,
        unread: @escaping UnreadQuery = { _ in "SELECT 0 AS unread" },
        notice: @escaping SecurityNotice = { _, _, _, _ in }, messagesPath: String? = nil,
        mandatesPath: String? = nil, programsPath: String? = nil
    ) throws {
        try self.init(
            database: database, settings: settings, hasher: PasswordHasher(), unread: unread, notice: notice,
            messagesPath: messagesPath, mandatesPath: mandatesPath, programsPath: programsPath)
    }

    init(
        database: Database, settings: IdentitySettings, hasher: PasswordHasher,
        unread: @escaping UnreadQuery = { _ in "SELECT 0 AS unread" },
        notice: @escaping SecurityNotice = { _, _, _, _ in }, messagesPath: String? = nil,
        mandatesPath: String? = nil, programsPath: String? = nil
    ) {
        signIn = SignIn(
            database: database, hasher: hasher, entrance: Entrance(settings: settings, notice: notice))
        authenticator = Authenticator(database: database, settings: settings, book: grants, unread: unread)
        self.messagesPath = messagesPath
        self.mandatesPath = mandatesPath
        self.programsPath = programsPath
    }

    /// What the registered machines in public halls are called, by their network address.
    public var kiosks: [String: String] { signIn.settings.kiosks }

    /// How a clerk confirms who somebody is.
    public var assuring: Assuring {
        Assuring(database: signIn.database, notice: signIn.entrance.notice)
    }

    /// How people who were taken over from an older system get their first password.
    public var firstPasswords: FirstPasswords { FirstPasswords(signIn: signIn) }

    /// How what roles may do is changed.
    public var grantChanges: GrantChanges { GrantChanges(database: signIn.database, book: grants) }

    /// Who may apply in an enterprise's name.
    public var mandates: Mandates {
        Mandates(database: signIn.database, notice: signIn.entrance.notice)
    }

    /// What this target contributes to an installation.
    /// - Throws: `StorageError.io` or a decoding error when the delivered files are incomplete,
    ///   `BreachedPasswords.Unreadable` when the installation's list of passwords is none.
    public func module() throws -> Module {
        _ = try DeliveredGrants.read()
        return Module(
            name: "identity", migrations: try Migration.all(in: .module, module: "identity"),
            routes: try routes(), jobs: [purge])
    }

    /// Makes a one-time password on the server itself, also for an administrator who has lost theirs.
    /// - Throws: `DomainError.notFound` for a name that is no account's.
    public func resetPassword(
        of account: String, removingFactors removesFactors: Bool, at now: Instant
    ) async throws -> String {
        let entry = PasswordReset.Entry(
            account: LoginName(account), reason: "在服务器上重置", removesFactors: removesFactors)
        return try await PasswordReset(signIn: signIn).perform(
            entry, by: .system, isOnServer: true, at: now)
    }

    private func routes() throws -> [Route] {
        let door = SignInDoor(signIn)
        let settings = signIn.settings
        let security = AccountSecurity(
            signIn: signIn, passwords: try PasswordCheck(settings),
            challenges: Challenges(secret: settings.secret))
        let demo = try settings.isDemo ? DemoAccounts.delivered() : nil
        let pages = SignInPages(
            door: door, security: security, directory: Directory(signIn.database), demo: demo)
        return pages.routes + SessionAPI(door: door).routes + accountRoutes(security) + kioskRoutes(security)
    }

    private func accountRoutes(_ security: AccountSecurity) -> [Route] {
        let certificates = security.settings.certificates.map {
            CertificatePages(security: security, gateways: $0).routes
        }
        return SecurityOverview(
            security: security, messagesPath: messagesPath, mandatesPath: mandatesPath,
            programsPath: programsPath
        ).routes
            + PasswordPages(security: security).routes + OneTimeCodePages(security: security).routes
            + RecoveryCodePages(security: security).routes + PasskeyPages(security: security).routes
            + SessionPages(security: security).routes + SessionListAPI(security: security).routes
            + ConfirmationPages(security: security, limit: RateLimit(burst: 20, perMinute: 10)).routes
            + PasswordResetPages(security: security).routes + (certificates ?? [])
    }

    private func kioskRoutes(_ security: AccountSecurity) -> [Route] {
        let limit = RateLimit(burst: 30, perMinute: 20)
        return KioskHomePages(security: security).routes
            + KioskPages(security: security, limit: limit).routes
            + KioskConfirmationPages(security: security, limit: limit).routes
    }

    /// Forgets what has ended and what was failed long ago; it counts for nothing, but nobody needs it either.
    private var purge: Job {
        Job(name: "identity.purge", intervalSeconds: 3_600) { [database = signIn.database] now in
            try await database.write { transaction in
                try SessionStore.purge(at: now, in: transaction)
                try FailedAttempts.purge(at: now, in: transaction)
                try Challenges.purge(at: now, in: transaction)
                try DeviceStore.purge(at: now, in: transaction)
                try KioskStore.purge(at: now, in: transaction)
            }
        }
    }
}
