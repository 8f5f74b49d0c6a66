import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Modules
import NIOCore
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import Rights

/// The pages of rights over the sample district, with one page of another module whose power may be granted.
struct GrantOffice: Sendable {
    let database: Database
    let identity: Identity
    let now = Instant(milliseconds: 1_795_752_000_000)

    init() async throws {
        database = try await TestDatabase.make(connections: 4)
        identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let modules = [try Module.journal(), try .government(), try identity.module()]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: now)
    }

    private static let counter = Route.get("/counter", .may(.fileAtCounter), "窗口代办") { _, officer in
        .text(officer.account.displayName)
    }

    var routes: [Route] {
        [Self.counter]
            + Rights(
                database: database, directory: Directory(database), grants: identity.grantChanges,
                routes: [Self.counter]
            ).module.routes
    }

    /// Opens the doors to one of the demonstration's accounts, who has just proved who they are. Like a session, it is
    /// looked up with every request, with the grants this node remembers.
    func visit(
        as name: String, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let settings = WebSettings(now: { [now] in now })
        let router = makeRouter(routes: routes, settings: settings) { [database, identity, now] _ in
            let id = try await database.read {
                try $0.row("SELECT id FROM account WHERE name = \(name)")?.id("id") ?? 0
            }
            let answers = try await database.read {
                try $0.rows(of: AccountStore.queries("\(id)", on: now.day))
            }
            return try AccountStore.account(answers, identity.grants.grants(on: now.day)).map {
                SignedIn(account: $0, sessionID: name, provedAt: now)
            }
        }
        try await Application(router: router).test(.router) { try await story($0) }
    }
}

extension TestClientProtocol {
    func status(_ path: String) async throws -> HTTPResponse.Status {
        try await execute(uri: path, method: .get, headers: [:], body: nil).status
    }

    /// The words of a page.
    func text(_ path: String) async throws -> String {
        String(buffer: try await execute(uri: path, method: .get, headers: [:], body: nil).body)
    }

    /// Sends a form with the token of a page that was shown before.
    func send(_ path: String, _ form: String = "", from page: String = "/desk/rights") async throws
        -> TestResponse
    {
        let shown = try await execute(uri: page, method: .get, headers: [:], body: nil)
        let token = String(buffer: shown.body).firstMatch(of: /name="_csrf" value="([^"]+)"/)
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        headers[.cookie] = shown.headers[.setCookie]?.split(separator: ";").first.map(String.init)
        return try await execute(
            uri: path, method: .post, headers: headers,
            body: ByteBuffer(string: "_csrf=\(token?.output.1 ?? "")&\(form)"))
    }
}
