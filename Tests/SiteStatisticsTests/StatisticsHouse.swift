import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Modules
import NIOCore
import Refusals
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import SiteStatistics

enum Sample {
    static let noon = Instant(day: CivilDate(iso: "2026-11-27") ?? .first, hour: 12)
    static let browser =
        "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"
    static let article = "/sites/duanzhou/dynamics/17"

    static func visit(
        _ uri: String, route: String = "/sites/*/*/*", agent: String? = browser, isFile: Bool = false,
        at: Instant = noon
    ) -> Visit {
        Visit(uri: uri, route: route, agent: agent, isFile: isFile, at: at)
    }
}

/// The demo district with its statistics, and a few pages that are public.
struct StatisticsHouse: Sendable {
    let database: Database
    let statistics: SiteStatistics
    let places: Places
    let module: Module
    let settings: WebSettings

    init(isHandedOn: Bool = true) async throws {
        database = try await TestDatabase.make(isHandedOn: isHandedOn)
        statistics = try SiteStatistics(database: database)
        places = Places(place: { path in
            let parts = path.split(separator: "/").map(String.init)
            guard parts.count > 1, parts[0] == "sites" else { return nil }
            return (parts[1], parts.count > 2 ? parts[2] : "")
        }) { paths in paths.contains(Sample.article) ? [Sample.article: "=长者饭堂开餐"] : [:] }
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        module = try statistics.module(places: places)
        var settings = WebSettings(now: { Sample.noon })
        settings.seen = statistics.counter
        self.settings = settings
        let modules = [
            try .storage(database), try .journal(), try .government(), try identity.module(), module,
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: Sample.noon)
    }

    func count(_ visits: Visit...) async throws {
        visits.forEach(statistics.counter)
        try await statistics.write(at: places)
    }

    func days() async throws -> [FigureStore.Day] {
        let day = Sample.noon.day
        return try await database.read {
            try FigureStore.days(from: day.adding(days: -1), through: day, in: $0)
        }
    }

    func pages() async throws -> [String: Counts] {
        let pages = try await database.read { try FigureStore.pages(of: "2026-11", in: $0) }
        return Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.counts) })
    }

    func open<T: Sendable>(
        as name: String? = nil, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        var found: Account?
        if let name {
            found = try await database.read { try Accounts.account(named: name, on: Sample.noon.day, in: $0) }
        }
        let pages: [Route] = [
            .get("/sites/{site}/{column}/{id}", .anyone, "内容") { _, _ in .page(Page("文", body: "<h1>文</h1>"))
            },
            .get("/progress/{number}", .anyone, "进度") { _, _ in .page(Page("进度", body: "<h1>进度</h1>")) },
            .get("/openness/file", .anyone, "表格") { _, _ in
                .file([1], name: "a.csv", contentType: "text/csv")
            },
            .get("/desk/x", .anyone, "工作台") { _, _ in .page(Page("工作台", body: "<h1>工作台</h1>")) },
        ]
        let router = makeRouter(routes: pages + module.routes, settings: settings) { [found] _ in
            found.map { SignedIn(account: $0, sessionID: $0.name) }
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}

extension TestClientProtocol {
    func look(_ path: String, agent: String? = Sample.browser, method: HTTPRequest.Method = .get) async throws
        -> TestResponse
    {
        var headers: HTTPFields = [:]
        headers[.userAgent] = agent
        return try await execute(uri: path, method: method, headers: headers, body: nil)
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
}
