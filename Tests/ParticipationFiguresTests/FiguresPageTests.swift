import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Messaging
import Modules
import RuleBooks
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import ParticipationFigures

@Suite("The figures on the desk")
struct FiguresPageTests {
    @Test(
        "before they are made the page says so; then it shows them, and who is on duty is told once in a week"
    )
    func made() async throws {
        let database = try await TestDatabase.make()
        let source = SpokenSource(name: "requests", isReadAnew: false) { after, limit in
            let all = (1...8).map { spoken("<b>堵路", topic: "停车", daysAgo: $0 % 6, key: Int64($0)) }
            return Array(all.filter { $0.key > after }.prefix(limit))
        }
        let anew = SpokenSource(name: "forum", isReadAnew: true) { _, _ in [spoken(topic: "论坛", daysAgo: 2)] }
        let figures = try ParticipationFigures(
            database: database, outbox: Outbox(), sources: [source, anew])
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false),
            unread: { _, _ in 0 })
        let module = try figures.module()
        let modules = [
            try .storage(database), try .journal(), try .government(), try identity.module(),
            try .messaging(forgettingIn: database), try RuleBooks.module(), module,
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
        func visit(_ name: String, _ path: String) async throws -> (HTTPResponse.Status, String) {
            let account = try #require(
                try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
            let router = makeRouter(routes: module.routes, settings: WebSettings(now: { noon })) { _ in
                SignedIn(account: account, sessionID: name, provedAt: noon)
            }
            return try await Application(router: router).test(.router) { client in
                let answer = try await client.look(path)
                return (answer.status, answer.text)
            }
        }
        #expect(try await visit("officer-cgj", FiguresPath.figures).0 == .forbidden)
        #expect(try await visit("leader", FiguresPath.figures).1.contains("数字还没有算好"))
        let job = try #require(module.jobs.first)
        try await job.run(noon)
        try await job.run(noon.adding(seconds: 3_600))
        let page = try await visit("leader", FiguresPath.figures).1
        #expect(page.contains("停车") && page.contains("城东街道") && page.contains("&lt;b&gt;堵路"))
        #expect(!page.contains("<b>堵路"))
        #expect(try await visit("supervisor", FiguresPath.file).1.contains("\"按类别\",\"停车\",\"8\""))
        let told = try await database.read { try $0.count("SELECT count(*) FROM message /* all */") }
        let kept = try await database.read { try ToldRise.newest(in: $0) }
        #expect(told == 1 && kept.map(\.topic) == ["停车"] && kept.first?.count == 8)
    }
}
