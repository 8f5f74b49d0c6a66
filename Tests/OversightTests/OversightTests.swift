import Foundation
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Jobs
import Journal
import Messaging
import Modules
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Identity
@testable import Oversight

/// Tuesday 2026-11-24, noon in China.
private let noon = Instant(day: CivilDate(iso: "2026-11-24") ?? .first, hour: 12)

/// The demo district with its accounts; whatever is proposed with the title 已经立项 became an order.
private struct OversightHouse: Sendable {
    let database: Database
    private let routes: [Route]

    /// An order that supervision took off the list before it was done.
    private static let struck = OversightSources.Progress(
        lead: "cgj", stage: "已销号", isOpen: false, dueAt: nil, closedAt: noon, reports: 0, circular: nil,
        isUnfinished: true, struckReason: "路段已经移交<b>市里</b>管理。")

    init() async throws {
        database = try await TestDatabase.make()
        let sources = OversightSources(
            standings: { _ in
                ("2026年10月", [.init(name: "市场监督管理局", points: 9_620, ended: 1_000, kept: 973)])
            },
            cards: { _, _ in
                [.init(organ: "zjj", level: "红牌", name: "超过法定时限", raisedOn: noon.day.adding(days: -30))]
            },
            progress: { reference, tx in
                let titles = try tx.rows("SELECT title FROM deputy_proposal WHERE reference = \(reference)")
                let title = try titles.first?.text("title")
                if title == "已经销号" { return Self.struck }
                guard title == "已经立项" else { return nil }
                return .init(
                    lead: "cgj", stage: "办理中", isOpen: true, dueAt: noon.adding(seconds: 86_400),
                    closedAt: nil,
                    reports: 2, circular: nil)
            },
            bulletins: { _ in [.init(title: "十月通报", path: "/supervision/bulletins/2026-10")] },
            order: { [("reference", $0.reference), ("title", $0.title)] })
        let module = try Oversight(
            database: database, directory: Directory(database), outbox: Outbox(), sources: sources,
            orders: "/desk/orders-new"
        ).module()
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        routes = module.routes
        let modules: [Module] = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(), try .messaging(), module,
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await Identity.seedDemo(into: database, hasher: try PasswordHasher(cost: .least), at: noon)
    }

    func newest() async throws -> DeputyProposal {
        try #require(
            try await database.read { try ProposalStore.list(of: nil, after: nil, in: $0).items.first })
    }

    /// What a proposal says, to somebody with a post.
    func proposal(_ reference: String, as name: String) async throws -> DeputyProposalSummary? {
        let account = try #require(
            try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
        let officer = try #require(
            OfficerContext(SignedIn(account: account, sessionID: name, provedAt: noon)))
        return try await database.read { try Oversight.proposal(reference, for: officer, in: $0) }
    }

    /// What somebody was told, the newest first, with where it leads.
    func told(_ name: String) async throws -> [(about: String, words: String)] {
        try await database.read { tx in
            let account = try #require(try Accounts.account(named: name, on: noon.day, in: tx))
            return try Inbox(of: account.id).messages(after: nil, in: tx).items.map {
                ($0.subject, $0.sentence.chinese)
            }
        }
    }

    /// Somebody gets a second post.
    func give(_ name: String, _ organ: String) async throws {
        try await database.write { tx in
            let account = try #require(try Accounts.account(named: name, on: noon.day, in: tx)).id
            try tx.execute(
                "INSERT INTO account_post (account_id, organ, role) VALUES (\(account), \(organ), 'officer')")
        }
    }

    func take(_ reference: String) async throws {
        try await database.write {
            try Oversight.take(reference, lead: "城市管理局", outbox: Outbox(), at: noon, in: $0)
        }
    }

    /// The pages, as somebody.
    func visit<T: Sendable>(
        as name: String, _ story: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let account = try #require(
            try await database.read { try Accounts.account(named: name, on: noon.day, in: $0) })
        let router = makeRouter(routes: routes, settings: WebSettings(now: { noon })) { _ in
            SignedIn(account: account, sessionID: account.name, provedAt: noon)
        }
        return try await Application(router: router).test(.router) { try await story($0) }
    }
}

@Suite("Deputies look over how organs work")
struct OversightTests {
    private static let words = "words=建设路路灯连续三周不亮，希望督办修复。&organ=cgj"

    @Test("the rate of an organ is rounded as the public page rounds it")
    func rounded() {
        let one = OversightSources.Standing(name: "消防救援大队", points: 9_000, ended: 64, kept: 59)
        #expect(one.rateText == "92.2%")
        #expect(OversightSources.Standing(name: "无", points: nil, ended: 0, kept: 0).rateText == "—")
    }

    @Test("a proposal without what is needed, and one with a number of a person, is refused at its fields")
    func incomplete() throws {
        func fields(_ title: String, _ words: String, _ organ: String) -> [String] {
            do {
                _ = try DeputyProposal.raise(title, words, organ: organ, of: ["cgj"], id: 1, by: 5, at: noon)
                return []
            } catch DomainError.invalid(let errors) { return errors.map(\.field) } catch { return ["?"] }
        }
        #expect(fields("", "", "nobody") == ["title", "words", "organ"])
        #expect(fields("路灯", "请联系居民 13800001234 核实情况。", "cgj") == ["words"])
        #expect(fields("路灯", "建设路路灯连续三周不亮，希望督办修复。", "cgj").isEmpty)
    }

    @Test("nobody refuses their own, what became an order, or without saying why")
    func refusals() throws {
        var one = try DeputyProposal.raise(
            "路灯", "建设路路灯连续三周不亮，希望督办修复。", organ: "cgj", of: ["cgj"], id: 1, by: 5, at: noon)
        #expect(throws: DomainError.forbidden("建议是您提出的，要由另一人处理。")) {
            try one.refuse("已经修好。", isOrdered: false, isOwn: false, by: 5, at: noon)
        }
        #expect(throws: DomainError.conflict("这条建议已经立项督办。")) {
            try one.refuse("已经修好。", isOrdered: true, isOwn: false, by: 6, at: noon)
        }
        #expect(throws: DomainError.forbidden("这条建议涉及您自己的部门，要由其他监察人员处理。")) {
            try one.refuse("已经修好。", isOrdered: false, isOwn: true, by: 6, at: noon)
        }
        #expect(throws: DomainError.self) {
            try one.refuse("无", isOrdered: false, isOwn: false, by: 6, at: noon)
        }
        try one.refuse("已经修好。", isOrdered: false, isOwn: false, by: 6, at: noon)
        #expect(throws: DomainError.conflict("这条建议已经答复。")) {
            try one.refuse("再答复。", isOrdered: false, isOwn: false, by: 6, at: noon)
        }
    }

    @Test("others do not look where deputies look, and deputies do not decide")
    func doors() async throws {
        let house = try await OversightHouse()
        for name in ["officer-scjg", "zhangwei", "supervisor", "sysadmin"] {
            try await house.visit(as: name) { client async throws in
                #expect(try await client.look(OversightPath.home).status == .forbidden)
                #expect(
                    try await client.press(OversightPath.proposals, "title=路灯&\(Self.words)").status
                        == .forbidden)
            }
        }
        try await house.visit(as: "deputy") { client async throws in
            #expect(try await client.look(OversightPath.desk).status == .forbidden)
            #expect(try await client.look(OversightPath.proposal("1")).status == .notFound)
        }
    }

    @Test("scores, on-time rates, confirmed cards and bulletins stand together, and nobody's name")
    func seen() async throws {
        let house = try await OversightHouse()
        try await house.visit(as: "deputy") { client async throws in
            let page = try await client.look(OversightPath.home).text
            for words in ["96.20", "97.3%", "住房和城乡建设局", "超过法定时限", "十月通报", "您还没有提出建议"] {
                #expect(page.contains(words), "\(words)")
            }
        }
    }

    @Test("a proposal is raised, begun as an order or refused, and its deputy sees what became of it")
    func story() async throws {
        let house = try await OversightHouse()
        try await house.visit(as: "deputy") { client async throws in
            #expect(
                try await client.press(OversightPath.proposals, "title=&words=&organ=").status
                    == .unprocessableContent)
            #expect(
                try await client.press(OversightPath.proposals, "title=修路灯&\(Self.words)").status == .seeOther
            )
        }
        let one = try await house.newest()
        let (own, handled) = (OversightPath.proposal(String(one.id)), OversightPath.handled(String(one.id)))
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.look(OversightPath.desk).text.contains("修路灯"))
            #expect(try await client.look(handled).text.contains("/desk/orders-new?reference=%E4%BB%A3"))
            #expect(try await client.press("\(handled)/refusal", "reason=").status == .unprocessableContent)
            #expect(try await client.press("\(handled)/refusal", "reason=上周已经修复。").status == .seeOther)
            #expect(try await client.press("\(handled)/refusal", "reason=再答一次。").status == .conflict)
            #expect(!(try await client.look(handled).text.contains("立项督办</a>")))
        }
        try await house.visit(as: "deputy") { client async throws in
            #expect(try await client.look(own).text.contains("上周已经修复。"))
            #expect(
                try await client.press(OversightPath.proposals, "title=已经立项&\(Self.words)").status
                    == .seeOther)
            #expect(try await client.look(OversightPath.home).text.contains("已立项：办理中"))
        }
        let ordered = OversightPath.handled(String(try await house.newest().id))
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.press("\(ordered)/refusal", "reason=不必督办。").status == .conflict)
        }
    }

    @Test(
        "supervisors are told of a proposal and its deputy of the answer; what was refused becomes no order")
    func told() async throws {
        let house = try await OversightHouse()
        try await house.visit(as: "deputy") { client async throws in
            _ = try await client.press(OversightPath.proposals, "title=修路灯&\(Self.words)")
            _ = try await client.press(OversightPath.proposals, "title=修井盖&\(Self.words)")
        }
        let one = try await house.newest()
        let asked = try await house.told("supervisor")
        #expect(asked.count == 2 && asked[0].about == OversightPath.handled(String(one.id)))
        #expect(asked[0].words.contains("「修井盖」"))
        #expect(try await house.told("deputy").isEmpty)
        // An order from elsewhere is nobody's proposal.
        try await house.take("区政府常务会议第 12 次")
        try await house.take(one.reference)
        let ordered = try await house.told("deputy")
        #expect(ordered.map(\.words) == ["您的督办建议「修井盖」已立项督办，由城市管理局主办。"])
        #expect(ordered[0].about == OversightPath.proposal(String(one.id)))
        try await house.visit(as: "supervisor") { client async throws in
            let refusal = "\(OversightPath.handled(String(one.id)))/refusal"
            #expect(try await client.press(refusal, "reason=上周已经修复。").status == .seeOther)
        }
        #expect(try await house.told("deputy").first?.words == "您的督办建议「修井盖」不立项。理由：上周已经修复。")
        await #expect(throws: DomainError.conflict("这条建议已经答复不立项，不能再立项督办。")) {
            try await house.take(one.reference)
        }
        #expect(try await house.told("deputy").count == 2)
    }

    @Test("what was struck off undone is not said to be done: its deputy reads the reason, and is told of it")
    func struck() async throws {
        let house = try await OversightHouse()
        try await house.visit(as: "deputy") { client async throws in
            _ = try await client.press(OversightPath.proposals, "title=已经销号&\(Self.words)")
        }
        let one = try await house.newest()
        let own = OversightPath.proposal(String(one.id))
        try await house.visit(as: "deputy") { client async throws in
            let page = try await client.look(own).text
            #expect(page.contains("没有办完就销号") && page.contains("移交&lt;b&gt;市里"), "\(page)")
            #expect(!page.contains("<dt>办结"), "\(page)")
            #expect(try await client.look(OversightPath.home).text.contains("没有办完就销号"))
        }
        try await house.database.write {
            for reference in ["区政府常务会议第 12 次", one.reference] {
                try Oversight.tellUnfinished(
                    reference, because: "路段已经移交。", outbox: Outbox(), at: noon, in: $0)
            }
        }
        let told = try await house.told("deputy")
        #expect(told.map(\.words) == ["您的督办建议「已经销号」没有办完就销号。理由：路段已经移交。"])
        #expect(told.map(\.about) == [own])
    }

    @Test("whoever makes an order of a proposal has its words, until it was refused")
    func words() async throws {
        let house = try await OversightHouse()
        try await house.visit(as: "deputy") { client async throws in
            _ = try await client.press(OversightPath.proposals, "title=修路灯&\(Self.words)")
        }
        let one = try await house.newest()
        func found(as name: String, _ reference: String) async throws -> DeputyProposalSummary? {
            try await house.proposal(reference, as: name)
        }
        #expect(try await found(as: "supervisor", "代表建议 0") == nil)
        #expect(try await found(as: "officer-scjg", one.reference) == nil)
        let summary = try await found(as: "supervisor", one.reference)
        #expect(summary?.words == one.words && summary?.title == "修路灯" && summary?.organ == "cgj")
        try await house.visit(as: "supervisor") { client async throws in
            _ = try await client.press(
                "\(OversightPath.handled(String(one.id)))/refusal", "reason=上周已经修复。")
        }
        #expect(try await found(as: "supervisor", one.reference) == nil)
    }

    @Test(
        "nobody disposes of what is about their own organ, or about one whose work that took up",
        arguments: ["cgj", "wsjk"])
    func ownOrgan(organ: String) async throws {
        let house = try await OversightHouse()
        try await house.visit(as: "deputy") { client async throws in
            _ = try await client.press(OversightPath.proposals, "title=修路灯&\(Self.words)")
        }
        if organ != "cgj" {
            try await house.database.write { tx in
                try Directory.end("cgj", successor: organ, from: noon.day.adding(days: -1), in: tx)
            }
        }
        try await house.give("supervisor", organ)
        let handled = OversightPath.handled(String(try await house.newest().id))
        try await house.visit(as: "supervisor") { client async throws in
            let page = try await client.look(handled).text
            #expect(page.contains("不能由您处理") && !page.contains("立项督办</a>"))
            #expect(!page.contains("\(handled)/refusal"))
            let refused = try await client.press("\(handled)/refusal", "reason=上周已经修复。")
            #expect(refused.status == .forbidden && refused.text.contains("涉及您自己的部门"), "\(refused.text)")
        }
        #expect(try await house.newest().refusal == nil)
        try await house.visit(as: "supervisor-2") { client async throws in
            #expect(try await client.press("\(handled)/refusal", "reason=上周已经修复。").status == .seeOther)
        }
    }

    @Test("more than ten in a day are for tomorrow")
    func tooMany() async throws {
        let house = try await OversightHouse()
        try await house.visit(as: "deputy") { client async throws in
            for number in 1...10 {
                #expect(
                    try await client.press(OversightPath.proposals, "title=建议\(number)&\(Self.words)").status
                        == .seeOther)
            }
            #expect(
                try await client.press(OversightPath.proposals, "title=第十一条&\(Self.words)").status
                    == .conflict)
        }
    }
}
