import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Jobs
import Journal
import Messaging
import Modules
import NIOCore
import Refusals
import RuleBooks
import Search
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Hotline
@testable import Identity

/// A Friday morning at the hotline.
let morning = Instant(day: CivilDate(iso: "2026-09-18") ?? .first, hour: 9)

/// A clock that is moved by hand.
final class HandClock: Sendable {
    private let instant = Mutex(morning)

    var now: Instant {
        get { instant.withLock { $0 } }
        set { instant.withLock { $0 = newValue } }
    }
}

/// The demo district with its accounts and one telephone exchange at the hotline's office.
struct House: Sendable {
    let database: Database
    let clock = HandClock()
    let hotline: Hotline
    let token: ExchangeToken
    private let routes: [Route]

    init() async throws {
        let database = try await TestDatabase.make()
        self.database = database
        hotline = try Hotline(
            database: database, directory: Directory(database), outbox: Outbox(),
            clock: { [clock] in clock.now })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let module = try hotline.module()
        routes = module.routes
        let modules = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(), try .messaging(), try RuleBooks.module(), module,
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: morning)
        let token = ExchangeToken.random()
        self.token = token
        try await database.write { tx in
            let exchange = Exchange(
                id: tx.ids.next(), organ: "zwfw", name: "12345 呼叫中心", issuedBy: "戴启明", issuedAt: morning,
                revokedAt: nil)
            try ExchangeStore.insert(exchange, token, in: tx)
        }
    }

    func account(_ name: String) async throws -> Account {
        let day = clock.now.day
        return try #require(try await database.read { try Accounts.account(named: name, on: day, in: $0) })
    }

    func actor(_ name: String) async throws -> Actor {
        try await account(name).actor(channel: "page", address: "192.0.2.7")
    }

    /// The exchange tells of a call.
    func tell(_ event: String, _ call: String, at line: String = "8001", from caller: String? = "13800138000")
        async throws -> (status: HTTPResponse.Status, text: String)
    {
        let number = caller.map { "\"\($0)\"" } ?? "null"
        return try await tell(
            "{\"event\":\"\(event)\",\"call\":\"\(call)\",\"extension\":\"\(line)\",\"caller\":\(number)}")
    }

    func tell(_ body: String, with token: String? = nil) async throws -> (
        status: HTTPResponse.Status, text: String
    ) {
        let bearer = token ?? self.token.text
        return try await visit { client in
            try await client.execute(
                uri: "/api/v1/hotline/calls", method: .post,
                headers: [.authorization: "Bearer \(bearer)", .contentType: "application/json"],
                body: ByteBuffer(string: body)
            ) { ($0.status, String(buffer: $0.body)) }
        }
    }

    /// The newest call.
    func call() async throws -> Call {
        try #require(
            try await database.read { tx in
                try tx.row("SELECT * FROM hotline_call ORDER BY id DESC LIMIT 1").map { try Call($0, in: tx) }
            })
    }

    /// What somebody was told, the newest first.
    func told(_ name: String) async throws -> [String] {
        let id = try await account(name).id
        return try await database.read { tx in
            try tx.rows("SELECT * FROM message WHERE account_id = \(id) ORDER BY id DESC LIMIT 20").map {
                Sentence(template: try $0.text("template"), parameters: try $0.json("parameters")).chinese
            }
        }
    }

    /// What a page says to somebody.
    func look(_ path: String, as name: String?) async throws -> TestResponse {
        try await visit(as: name) { try await $0.look(path) }
    }

    /// What happens when somebody sends a form.
    func press(_ path: String, _ form: String = "", as name: String) async throws -> TestResponse {
        try await visit(as: name) { try await $0.press(path, form) }
    }

    /// How often each answer is given when the same is told again and again.
    func flood(_ routes: [Route], _ body: String, times: Int) async throws -> [HTTPResponse.Status: Int] {
        let bearer = token.text
        return try await visit(through: routes) { client in
            var counts: [HTTPResponse.Status: Int] = [:]
            for _ in 0..<times {
                let status = try await client.execute(
                    uri: "/api/v1/hotline/calls", method: .post,
                    headers: [.authorization: "Bearer \(bearer)", .contentType: "application/json"],
                    body: ByteBuffer(string: body)
                ) { $0.status }
                counts[status, default: 0] += 1
            }
            return counts
        }
    }

    private func visit<T: Sendable>(
        as name: String? = nil, through routes: [Route]? = nil,
        _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let hotline = hotline
        var account: Account?
        if let name { account = try await self.account(name) }
        let router = makeRouter(
            routes: routes ?? self.routes, settings: WebSettings(now: { [clock] in clock.now })
        ) {
            [account] request in
            if let exchange = try await hotline.principal(of: request) { return exchange }
            return account.map { SignedIn(account: $0, sessionID: $0.name) }
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}
