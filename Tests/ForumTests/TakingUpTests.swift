import HTTPTypes
import HummingbirdTesting
import Refusals
import RequestDoors
import Search
import Storage
import Synchronization
import TestSupport
import Testing
import WorkingTime

@testable import Forum
@testable import Identity

@Suite("Posts that become requests")
struct TakingUpTests {
    private static let roads = TakingUp.Choice(category: "roads", kind: "help", division: "", isOffice: false)

    @Test("its author is asked first, and only they answer")
    func consent() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let own = try await house.open("路灯不亮，请修", as: "zhangwei")
        let (taking, hotline) = (TakingUp(office: house.office), try await house.actor("hotline"))
        await #expect(throws: DomainError.invalid("category", "请选择是哪方面的事。")) {
            _ = try await taking.take(
                own.post, .init(category: "none", kind: "help", division: "", isOffice: false), by: hotline,
                at: noon)
        }
        #expect(try await taking.take(own.post, Self.roads, by: hotline, at: noon) == nil)
        #expect(house.requests.filed.withLock { $0.isEmpty })
        let other = try await house.account("zhouting")
        await #expect(throws: DomainError.notFound(PostStore.missing)) {
            _ = try await taking.answer(
                own.post, agrees: true, as: other, by: other.actor(channel: "page", address: ""), at: noon)
        }
        let account = try await house.account("zhangwei")
        let actor = account.actor(channel: "page", address: "")
        let number = try await taking.answer(own.post, agrees: true, as: account, by: actor, at: noon)
        #expect(house.requests.filed.withLock { $0.map(\.author?.id) } == [account.id])
        await #expect(throws: DomainError.conflict("您已经答复过，不用再选。")) {
            _ = try await taking.answer(own.post, agrees: false, as: account, by: actor, at: noon)
        }
        await #expect(throws: DomainError.conflict("这条帖子已经转为诉求。")) {
            _ = try await taking.take(own.post, Self.roads, by: hotline, at: noon)
        }
        let page = try await house.visit { try await $0.look(ForumPath.topic(String(own.topic))).text }
        #expect(
            page.contains("已转为诉求") && page.contains("REQUEST-\(own.post)") && number == "REQUEST-\(own.post)")
    }

    @Test("a post that was hidden or changed meanwhile becomes no request, and nothing of it is kept")
    func meanwhile() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let own = try await house.open("路灯不亮，请修", as: "zhangwei")
        let (taking, hotline) = (TakingUp(office: house.office), try await house.actor("hotline"))
        let office = TakingUp.Choice(category: "roads", kind: "help", division: "", isOffice: true)
        try await Moderating(office: house.office).hide(own.post, because: "rumour", by: hotline, at: noon)
        await #expect(throws: DomainError.conflict("只有公开的、由个人发的帖子可以转为诉求。")) {
            _ = try await taking.take(own.post, office, by: hotline, at: noon)
        }
        try await Moderating(office: house.office).unhide(own.post, by: hotline, at: noon)
        let changing = TakingUp(
            office: house.office.changing { tx in
                try tx.execute("UPDATE forum_post SET words = '别的话' WHERE id = \(own.post)")
            })
        await #expect(throws: DomainError.conflict("这条帖子刚刚改过，请看过以后再转。")) {
            _ = try await changing.take(own.post, office, by: hotline, at: noon)
        }
        #expect(try await house.database.read { try UptakeStore.uptake(own.post, in: $0) } == nil)
        #expect(house.requests.filed.withLock { $0.isEmpty })
        #expect(try await house.told("zhangwei").allSatisfy { !$0.contains("已转为诉求") })
    }

    @Test("with the post goes the question: what its author deleted becomes no empty request")
    func deleted() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let own = try await house.open("路灯不亮，请修", as: "zhangwei")
        let taking = TakingUp(office: house.office)
        _ = try await taking.take(own.post, Self.roads, by: try await house.actor("hotline"), at: noon)
        let asked = try await house.visit(as: "zhangwei") { try await $0.look(ForumPath.mine).text }
        #expect(asked.contains(ForumPath.consent(String(own.post))))
        try await house.delete(own.post, as: "zhangwei")
        try await house.visit(as: "zhangwei") { client async throws in
            let consent = ForumPath.consent(String(own.post))
            #expect(!(try await client.look(ForumPath.mine).text.contains(consent)))
            let agreed = try await client.press(consent, "agrees=yes")
            #expect(agreed.status == .conflict && agreed.text.contains("不能转为诉求"))
        }
        #expect(house.requests.filed.withLock { $0.isEmpty })
    }

    @Test("an office takes it up in its own name, and the published answer comes back once")
    func answered() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let own = try await house.open("路灯不亮，请修", as: "zhangwei")
        let number = try #require(
            try await TakingUp(office: house.office).take(
                own.post, .init(category: "roads", kind: "help", division: "", isOffice: true),
                by: try await house.actor("hotline"), at: noon))
        #expect(house.requests.filed.withLock { $0.count == 1 && $0.first?.author == nil })
        let back = AnswersBack(office: house.office)
        house.requests.standings.withLock {
            $0[number] = .init(organ: "cgj", hasEnded: false, answer: nil, address: nil)
        }
        try await back.bring(at: noon)
        house.requests.standings.withLock {
            $0[number] = .init(organ: "cgj", hasEnded: true, answer: "路灯已修复。", address: "/requests/1")
        }
        try await back.bring(at: noon)
        try await back.bring(at: noon)
        let head = try await house.database.read { try PostStore.head(of: own.topic, in: $0) }
        #expect(head.count == 2 && head.last?.post.organ == "cgj")
        #expect(head.last?.post.words.contains("路灯已修复。") == true)
    }

    @Test("the search finds what everybody reads, and forgets what is hidden")
    func search() async throws {
        let house = try await ForumHouse()
        try await house.trust("zhangwei")
        let own = try await house.open("江滨路的台阶看不清", as: "zhangwei")
        let search = ForumSearch(database: house.database)
        func known() async throws -> Int {
            try await search.follow(at: noon)
            return try await house.database.read {
                try $0.count("SELECT count(*) FROM search_document WHERE source = 'forum' /* all */")
            }
        }
        #expect(try await known() == 1)
        let (moderating, hotline) = (Moderating(office: house.office), try await house.actor("hotline"))
        try await moderating.hide(own.post, because: "rumour", by: hotline, at: noon)
        #expect(try await known() == 0)
        try await moderating.unhide(own.post, by: hotline, at: noon)
        #expect(try await known() == 1)
        try await Blocking(office: house.office).block(
            own.post, for: 1, because: "insult", by: hotline, at: noon)
        #expect(try await known() == 0)
    }
}

extension ForumOffice {
    /// The same office, where somebody else is quicker by a moment.
    fileprivate func changing(_ change: @escaping @Sendable (Transaction) throws -> Void) -> ForumOffice {
        let door = RequestDoor(
            choices: door.choices,
            file: { [database] entry, _, keeping in
                try await database.write { tx in
                    try change(tx)
                    try keeping("REQUEST-\(entry.id)", tx)
                }
                return "REQUEST-\(entry.id)"
            }, standings: door.standings, page: door.page)
        return ForumOffice(
            database: database, directory: directory, outbox: outbox, book: book, door: door)
    }
}
