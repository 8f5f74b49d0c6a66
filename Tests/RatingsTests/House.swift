import Cases
import Codes
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
import Synchronization
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import Ratings

/// A Saturday is five days away.
let noon = Instant(milliseconds: 1_795_233_600_000)

/// The demo district with its accounts and the ratings.
struct House: Sendable {
    let database: Database
    let ratings: Ratings
    let cases: Cases
    /// Who was served last at window 3.
    let served = AtWindow()
    /// The limits that supervision has heard of.
    let watched = WatchedLimits()
    let reviews: Reviews
    private let routes: [Route]

    init() async throws {
        database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "ratings-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let processes = ProcessLibrary()
        cases = Cases(
            database: database, files: files, processes: processes, division: "441202",
            followers: [Ratings.follower, Ratings.inviter(outbox: Outbox())], clock: { noon })
        ratings = try Ratings(
            database: database, directory: Directory(database), cases: cases, outbox: Outbox(),
            kiosks: ["192.0.2.7": "3 号窗口"], watch: watched.watch
        ) { [served] window, _ in
            guard window == 3 else { throw DomainError.notFound("没有这个窗口。") }
            return served.visit
        }
        reviews = Reviews(
            database: database, outbox: Outbox(), rules: try RatingRules.delivered(), watch: watched.watch)
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let module = try ratings.module()
        routes = module.routes
        let modules = [
            try .storage(database), try .journal(), try Jobs.tables(), try .files(files), try .messaging(),
            try .government(), try identity.module(), try cases.module(),
            try .services(ServiceLibrary(database)), module,
        ]
        try await database.migrate(modules.migrations)
        try await processes.install(ItemFiles.processFiles(), in: database, at: noon)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
    }

    /// Opens the pages; nobody is signed in without a login.
    func visit<T: Sendable>(
        as login: String? = nil, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        var account: Account?
        if let login {
            account = try await database.read { try Accounts.account(named: login, on: noon.day, in: $0) }
            try #require(account != nil)
        }
        let router = makeRouter(routes: routes, settings: WebSettings(now: { noon })) { [account] _ in
            account.map { SignedIn(account: $0, sessionID: $0.name, provedAt: noon) }
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }

    /// Rates a visit as a stranger does: on the page that shows the form.
    func rate(_ path: String, _ form: String) async throws -> TestResponse {
        try await visit { client in
            let shown = try await client.look("/rate")
            let cookie = shown.headers[.setCookie]?.split(separator: ";").first.map(String.init)
            var headers: HTTPFields = [:]
            headers[.cookie] = cookie
            let page = try await client.execute(uri: path, method: .get, headers: headers, body: nil)
            let token = page.text.firstMatch(of: /name="_csrf" value="([^"]+)"/)?.output.1 ?? ""
            headers[.contentType] = "application/x-www-form-urlencoded"
            return try await client.execute(
                uri: path, method: .post, headers: headers, body: ByteBuffer(string: "_csrf=\(token)&\(form)")
            )
        }
    }

    /// A code that a clerk gives somebody.
    func code() async throws -> String {
        let page = try await visit(as: "clerk") {
            try await $0.press("/desk/visit-codes", "source=counter&place=3&item=x").text
        }
        return String(try #require(page.firstMatch(of: /评价码 ([A-Z2-9]{10})/)?.output.1))
    }

    /// A bad rating of an organ, with its review.
    func bad(_ organ: String = "scjg", id: Int64 = 77) async throws {
        try await database.write { tx in
            try RatingStore.insert(
                ServiceRating(
                    id: id, subject: "S\(id)", source: .hotline, organ: organ, item: "食品经营许可", place: "",
                    grade: 1,
                    reasons: ["slow"], words: "等了很久", channel: "code", ratedAt: noon), in: tx)
        }
        try await reviews.open(at: noon)
    }
}

/// Who stands at the window, as the hall would say.
final class AtWindow: Sendable {
    private let last = Mutex<ServedVisit?>(nil)

    var visit: ServedVisit? { last.withLock { $0 } }

    func serve(_ id: String?) {
        last.withLock {
            $0 = id.map {
                ServedVisit(id: $0, label: "A0\($0)", organ: "zwfw", place: "政务大厅3 号窗口", business: "个人事务")
            }
        }
    }
}

/// What supervision was told, the latest of each limit.
final class WatchedLimits: Sendable {
    private let all = Mutex<[RatingLimit.Step: RatingLimit]>([:])

    subscript(step: RatingLimit.Step) -> RatingLimit? { all.withLock { $0[step] } }

    var watch: RatingWatch {
        { [self] limits, _, _, _ in
            all.withLock { known in for limit in limits { known[limit.step] = limit } }
        }
    }
}
