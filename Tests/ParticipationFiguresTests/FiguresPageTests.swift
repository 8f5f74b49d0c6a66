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
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
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

    @Test("a season of which too little is known, or behind which nothing is, is not compared with")
    func unknownSeason() async throws {
        let database = try await TestDatabase.make()
        let figures = try ParticipationFigures(database: database, outbox: Outbox(), sources: [])
        let modules = [try .storage(database), try RuleBooks.module(), try figures.module()]
        try await database.migrate(modules.migrations)
        let days = Season(before: noon, days: 90)
        func insert(_ all: [Spoken], from source: String) async throws {
            try await database.write { try SpokenStore.insert(all, from: source, in: $0) }
        }
        func known() async throws -> Int? { try await database.read { try days.spoken(in: $0)?.count } }
        try await insert((1...12).map { spoken(daysAgo: 366 + $0, key: Int64($0)) }, from: "a")
        #expect(try await known() == nil, "nothing is older")
        try await insert([spoken(daysAgo: 600, key: 1)], from: "b")
        #expect(try await known() == 12)
        let other = Season(before: noon.adding(seconds: 120 * 86_400), days: 90)
        #expect(try await database.read { try other.spoken(in: $0)?.count } == nil, "too few")
    }

    @Test("months, topics and weeks are counted over all, however few titles are looked at")
    func countedOverAll() async throws {
        let database = try await TestDatabase.make()
        let figures = try ParticipationFigures(database: database, outbox: Outbox(), sources: [])
        let modules = [try .storage(database), try RuleBooks.module(), try figures.module()]
        try await database.migrate(modules.migrations)
        let all = (0..<40).map { spoken(daysAgo: $0 / 4, key: Int64($0 + 1)) }
        let year = spoken(topic: "停车", place: "", daysAgo: 365, key: 100)
        let old = spoken(daysAgo: 500, key: 101)
        try await database.write { try SpokenStore.insert(all + [year, old], from: "a", in: $0) }
        let material = try await database.read { tx in
            let rules = try RuleBook<FigureRules>().current(in: tx)
            return try FigureMaterial.read(rules, at: noon, most: 5, in: tx)
        }
        let tallies = material.tallies
        #expect(material.recent.count == 5 && material.before.count == 2 && material.season == nil)
        #expect(tallies.months.count == 13 && tallies.months.first?.count == 1)
        #expect(tallies.months.reduce(0) { $0 + $1.count } == 41)
        #expect(tallies.months.last?.name == "\(noon.day.year)年\(noon.day.month)月")
        #expect(tallies.topics == [.init(name: "道路", count: 40)])
        #expect(tallies.places == [.init(name: "城东街道", count: 40)])
        #expect(tallies.weeks["道路"] == [28, 12, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test("those who join count when they join, for the warning too; words are compared without them")
    func joined() async throws {
        let database = try await TestDatabase.make()
        let figures = try ParticipationFigures(database: database, outbox: Outbox(), sources: [])
        let modules = [try .storage(database), try RuleBooks.module(), try figures.module()]
        try await database.migrate(modules.migrations)
        let said = spoken(daysAgo: 20, key: 1)
        let joined = (2...13).map { spoken(daysAgo: $0 % 6, key: Int64($0), isJoined: true) }
        let earlier = spoken(daysAgo: 100, key: 14, isJoined: true)
        try await database.write { try SpokenStore.insert([said, earlier] + joined, from: "a", in: $0) }
        let (rules, material) = try await database.read { tx in
            let rules = try RuleBook<FigureRules>().current(in: tx)
            return (rules, try FigureMaterial.read(rules, at: noon, in: tx))
        }
        #expect(material.tallies.weeks["道路"]?.prefix(3) == [12, 0, 1])
        #expect(material.tallies.places == [.init(name: "城东街道", count: 13)])
        #expect(material.tallies.months.reduce(0) { $0 + $1.count } == 14)
        #expect(material.before.isEmpty)
        #expect(Figures(material, rules).rises.map(\.count) == [12])
    }

    @Test("a district that said nothing has thirteen empty months")
    func nothingSaid() async throws {
        let database = try await TestDatabase.make()
        let figures = try ParticipationFigures(database: database, outbox: Outbox(), sources: [])
        let modules = [try .storage(database), try RuleBooks.module(), try figures.module()]
        try await database.migrate(modules.migrations)
        let tallies = try await database.read { tx in
            try Tallies(try RuleBook<FigureRules>().current(in: tx), at: noon, in: tx)
        }
        #expect(tallies.months.count == 13 && tallies.months.allSatisfy { $0.count == 0 })
        #expect(tallies.topics.isEmpty && tallies.places.isEmpty && tallies.weeks.isEmpty)
    }
}
