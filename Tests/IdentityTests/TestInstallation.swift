import Codes
import Government
import Hummingbird
import HummingbirdTesting
import Journal
import Modules
import Storage
import TestSupport
import Web
import WebAuthn
import WorkingTime

@testable import Identity

/// An installation in memory: the sample district, the demo accounts, and routes that need a policy.
struct TestInstallation {
    static let password = "minben-demo-2026"

    let clock = TestClock()
    let database: Database
    let hasher: PasswordHasher
    let settings: IdentitySettings
    let identity: Identity
    let told = ToldNotices()

    /// - Parameters:
    ///   - isDemo: outside a demonstration staff need a second factor, and idle sessions end sooner.
    ///   - decide: what else this installation decides.
    init(
        isDemo: Bool = false, isHTTPS: Bool = false, decide: (inout IdentitySettings) -> Void = { _ in }
    ) async throws {
        database = try await TestDatabase.make()
        hasher = try PasswordHasher(cost: .least)
        var settings = IdentitySettings(isDemo: isDemo, isHTTPS: isHTTPS)
        settings.relyingParty = RelyingParty(
            id: "minben.example", name: "端州区政务服务网", origins: ["https://minben.example"])
        settings.kiosks = ["local": "政务大厅一号终端"]
        decide(&settings)
        self.settings = settings
        identity = Identity(
            database: database, settings: settings, hasher: hasher,
            notice: { [told] account, sentence, _, _ in told.add(account, sentence) })
        let modules = try [Module.journal(), Module.government(), identity.module()]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: hasher, at: clock.now)
    }

    var signIn: SignIn {
        SignIn(
            database: database, hasher: hasher,
            entrance: Entrance(
                settings: settings,
                notice: { [told] account, sentence, _, _ in told.add(account, sentence) }))
    }

    func attempt(
        _ account: String, _ password: String = TestInstallation.password, code: String? = nil,
        kind: Session.Kind = .page, device: DeviceMark? = nil
    ) throws -> SignInAttempt {
        try SignInAttempt(
            account: account, password: password, code: code,
            arrival: Arrival(kind: kind, address: "192.0.2.1", device: device, now: clock.now))
    }

    /// The actions that the journal holds, in order.
    func actions() async throws -> [String] {
        try await database.read { tx in
            try tx.rows("SELECT action FROM journal_entry ORDER BY id /* all */").map {
                try $0.text("action")
            }
        }
    }

    /// Everything that the journal holds, as text.
    func journalText() async throws -> String {
        try await database.read { tx in "\(try tx.rows("SELECT * FROM journal_entry /* all */"))" }
    }

    /// Adds an account that the sample does not have.
    func add(_ account: NewAccount) async throws {
        let hash = try await hasher.hash(TestInstallation.password)
        let now = clock.now
        try await database.write { transaction in
            _ = try AccountStore.insert(account, passwordHash: hash, at: now, in: transaction)
        }
    }

    /// Runs a story against the routes of `Identity` and a few that only show who was let in.
    func browse(_ story: @escaping @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        let web = WebSettings(isHTTPS: settings.isHTTPS, now: { [clock] in clock.now })
        let routes = try identity.module().routes + TestInstallation.guarded
        let router = makeRouter(routes: routes, settings: web) { [authenticator = identity.authenticator] in
            try await authenticator.principal(of: $0)
        }
        try await Application(router: router).test(.router, story)
    }

    private static let guarded: [Route] = [
        .get("/mine", .signedIn, "我的") { _, caller in .text(caller.displayName) },
        .get("/desk", .staff, "工作台") { _, officer in .text(officer.organs.sorted().joined(separator: ",")) },
        .get("/api/v1/mine", .signedIn, "我的") { _, caller in .text(caller.displayName) },
        .get("/counter", .may(.fileAtCounter), "窗口代办") { _, officer in .text(officer.account.displayName) },
        .get("/api/v1/decisions", .may(.decide), "决定") { _, officer in
            .text(officer.account.displayName)
        },
    ]
}

extension Power {
    /// What officers and heads have as delivered.
    static let decide = Power("person_request.answer", "决定", .matters)
}
