import Cases
import Codes
import Crypto
import Files
import Foundation
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
import Services
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import ProgressAnywhere

/// Saturday 2026-11-21, noon in China.
let noon = Instant(day: saturday, hour: 12)
private let saturday = CivilDate(iso: "2026-11-21") ?? .first

/// The demo district with its accounts, and progress anywhere.
struct House: Sendable {
    static let secret = "gateway-secret"

    let database: Database
    let cases: Cases
    let follows: Follows
    let calendars: Calendars
    private let routes: [Route]

    init() async throws {
        database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "anywhere-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let processes = ProcessLibrary()
        cases = Cases(
            database: database, files: files, processes: processes, division: "441202",
            followers: [ProgressAnywhere.follower(outbox: Outbox())],
            clock: { noon })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let module = try ProgressAnywhere(
            database: database, cases: cases, outbox: Outbox(), secrets: ["sms-1": Self.secret],
            publicAddress: "https://zwfw.example.gov.cn"
        ) { code, grade, _ in
            guard code == "ABCDEFGH23" else { throw DomainError.notFound("没有这个评价码。") }
            guard (1...5).contains(grade) else { throw DomainError.invalid("grade", "请选择一项。") }
        }.module()
        routes = module.routes
        follows = Follows(database: database, cases: cases, outbox: Outbox())
        calendars = Calendars(
            database: database, cases: cases, publicAddress: "https://zwfw.example.gov.cn")
        let modules = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(), try .files(files), try .messaging(), try cases.module(),
            try .services(ServiceLibrary(database)), module,
        ]
        try await database.migrate(modules.migrations)
        try await processes.install(ItemFiles.processFiles(), in: database, at: noon)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
    }

    func account(_ name: String) async throws -> Account {
        try #require(try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
    }

    func actor(_ name: String) async throws -> Actor {
        try await account(name).actor(channel: "page", address: "192.0.2.1")
    }

    /// Files a case of somebody's own, or of an enterprise they act for.
    func file(
        by name: String, for enterprise: String? = nil, under pseudonym: Pseudonym? = nil
    ) async throws -> Case {
        let person = try await account(name)
        let plan = CasePlan(
            code: "11441202007000000X4420131007000", name: "食品经营许可", version: 1, organ: "scjg",
            organName: "肇庆市端州区市场监督管理局", organCode: "11441202MB2C22222X", hall: "zwfw",
            process: "single-organ", legalLimit: TimeLimit(value: 20, unit: .workingDay),
            promisedLimit: TimeLimit(value: 5, unit: .workingDay),
            remedies: RemedyBodies(reviewBody: "肇庆市端州区人民政府", court: "肇庆市端州区人民法院"))
        let applicant = Applicant(
            kind: enterprise == nil ? .person : .entity,
            name: pseudonym?.rawValue ?? enterprise ?? person.displayName,
            code: enterprise ?? "441299198511152041",
            personID: enterprise == nil && pseudonym == nil ? person.personID : nil,
            accountID: person.id)
        let filing = Filing(plan: plan, applicant: applicant, channel: "page", form: [:], materials: [])
        return try await cases.file(filing, by: actor(name)).root
    }

    /// One lets another follow, and the other agrees.
    func follow(_ form: String = "", of owner: String = "chenjing") async throws -> Int64 {
        let entry = FollowForm(try House.form(form))
        try await follows.invite(entry, by: account(owner), actor(owner), at: noon)
        let zhangWei = try await account("zhangwei")
        let id = try #require(
            try await database.read { try FollowStore.received(by: zhangWei.id, in: $0).first?.id })
        try await follows.accept(id, by: zhangWei, actor("zhangwei"), at: noon)
        return id
    }

    /// 陈静 asks 张伟, unless said otherwise.
    static func form(_ changes: String = "") throws -> FormData {
        var values = [
            "name": "张伟", "identity": "441299199003071231", "relation": "relative", "scope": "everything",
            "number": "", "until": "2027-03-31",
        ]
        for pair in changes.split(separator: "&") {
            let parts = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            values[parts[0]] = parts[1]
        }
        return FormData(values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    /// Opens the pages; nobody is signed in without a login.
    func visit<T: Sendable>(
        as login: String? = nil, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        var account: Account?
        if let login { account = try await self.account(login) }
        let router = makeRouter(routes: routes, settings: WebSettings(now: { noon })) { [account] _ in
            account.map { SignedIn(account: $0, sessionID: $0.name, provedAt: noon) }
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }

    /// A message as the gateway passes it on.
    func text(
        _ text: String, from telephone: String = "13800001111", secret: String = House.secret,
        carrier: String = "sms-1", at instant: Instant = noon
    ) async throws -> TestResponse {
        let body = try JSONEncoder().encode(["from": telephone, "text": text])
        let timestamp = String(instant.milliseconds / 1_000)
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("\(timestamp).".utf8) + body, using: SymmetricKey(data: Data(secret.utf8)))
        let digits = code.map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
        var headers: HTTPFields = [.contentType: "application/json"]
        if let name = HTTPField.Name("X-Minben-Signature") { headers[name] = "sha256=\(digits)" }
        if let name = HTTPField.Name("X-Minben-Timestamp") { headers[name] = timestamp }
        return try await visit { [headers] in
            try await $0.execute(
                uri: "/v2/inbound/\(carrier)", method: .post, headers: headers, body: ByteBuffer(bytes: body))
        }
    }

    func actions() async throws -> [String] {
        try await database.read {
            try $0.rows("SELECT action FROM journal_entry ORDER BY id /* all */").map {
                try $0.text("action")
            }
        }
    }
}
