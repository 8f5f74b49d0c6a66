import Foundation
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

@testable import DirectorySync
@testable import Identity

let noon = Instant(milliseconds: 1_795_000_000_000)

/// The demo district with its accounts, and a directory that two administrators let in.
struct House: Sendable {
    let database: Database
    let sync: DirectorySync
    let source: DirectorySource
    let token = SourceToken.random()

    init() async throws {
        database = try await TestDatabase.make()
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        sync = DirectorySync(
            database: database, directory: Directory(database), publicAddress: "https://minben.example")
        let modules = [try .journal(), try .government(), try identity.module(), try sync.module()]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
        source = try await Self.approved("人社局人事系统", token, in: database)
    }

    /// A directory that is let in, with a token.
    static func approved(
        _ name: String, _ token: SourceToken, in database: Database
    ) async throws -> DirectorySource {
        try await database.write { tx in
            var source = try DirectorySource.draft(
                name, purpose: "同步全区工作人员账号", lifeDays: 30, id: tx.ids.next(), by: .sysadmin, at: noon)
            try SourceStore.insert(source, in: tx)
            try source.approve(by: .secadmin, at: noon)
            try source.issueToken(hash: token.hash, by: .sysadmin, at: noon)
            try SourceStore.update(source, in: tx)
            return source
        }
    }

    func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
    }

    /// The actions in the journal, in order, those of seeds aside.
    func actions() async throws -> [String] {
        try await database.read { tx in
            try tx.rows("SELECT action FROM journal_entry ORDER BY id /* all */").map {
                try $0.text("action")
            }
        }
    }

    /// The changes of posts that were asked for somebody.
    func changes(of id: Int64) async throws -> [PostChange] {
        try await Posts(database: database).holder(id).changes
    }

    /// Opens the doors to whoever has a token.
    func visit<T: Sendable>(
        at now: Instant = noon, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let router = makeRouter(routes: try sync.module().routes, settings: WebSettings(now: { now })) {
            [sync] in try await sync.principal(of: $0)
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }

    /// One request of the directory.
    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ body: ScimValue? = nil,
        headers: [String: String] = [:], token: SourceToken? = nil, at now: Instant = noon
    ) async throws -> (status: HTTPResponse.Status, message: ScimValue, headers: HTTPFields) {
        var fields: HTTPFields = [
            .authorization: "Bearer \((token ?? self.token).text)", .contentType: "application/scim+json",
        ]
        for (name, value) in headers { fields[HTTPField.Name(name) ?? .accept] = value }
        let sent = try body.map { ByteBuffer(bytes: try JSONEncoder().encode($0)) }
        return try await visit(at: now) { [fields] client in
            let answer = try await client.execute(
                uri: "/scim/v2\(path)", method: method, headers: fields, body: sent)
            let data = Data(answer.body.readableBytesView)
            let message = data.isEmpty ? .null : try JSONDecoder().decode(ScimValue.self, from: data)
            return (answer.status, message, answer.headers)
        }
    }

    /// Makes a user and returns the resource.
    func make(_ name: String, _ more: [String: ScimValue] = [:]) async throws -> ScimValue {
        let user = ScimValue.object(["userName": .text(name), "active": true].merging(more) { $1 })
        let answer = try await ask(.post, "/Users", user)
        #expect(answer.status == .created)
        return answer.message
    }
}

extension Actor {
    static let sysadmin = Actor(
        accountID: 901, name: "戴启明", organ: "zwfw", roles: ["sysadmin"], channel: "page", address: "192.0.2.1"
    )
    static let secadmin = Actor(
        accountID: 902, name: "苏晓岚", organ: "zwfw", roles: ["secadmin"], channel: "page", address: "192.0.2.2"
    )
}

extension ScimValue {
    subscript(_ name: String) -> ScimValue { object?[name] ?? .null }
    /// The id of a resource.
    var id: String { self["id"].text ?? "" }
    /// The login names of the resources of a list.
    var names: [String] { self["Resources"].list?.compactMap { $0["userName"].text } ?? [] }
}
