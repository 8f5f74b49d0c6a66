import HTTPTypes
import HummingbirdTesting
import RequestDoors
import Search
import Storage
import Synchronization
import TestSupport
import Testing
import WorkingTime

@testable import Forum
@testable import Identity

@Suite("The answer of a request that is taken down")
struct WithdrawnAnswerTests {
    private static let words = "路灯已修复，编号 LD-308。"

    /// 张伟's topic, taken up by an office, with the published answer of its request ready to come back.
    private func taken(_ house: ForumHouse) async throws -> (topic: Int64, number: String) {
        try await house.trust("zhangwei")
        let own = try await house.open("路灯不亮，请修", as: "zhangwei")
        let number = try #require(
            try await TakingUp(office: house.office).take(
                own.post, .init(category: "roads", kind: "help", division: "", isOffice: true),
                by: try await house.actor("hotline"), at: noon))
        house.requests.standings.withLock {
            $0[number] = .init(organ: "cgj", hasEnded: true, answer: Self.words, address: "/requests/1")
        }
        return (own.topic, number)
    }

    @Test("goes from the topic, its API and the search at once, and the place says so")
    func takenDown() async throws {
        let house = try await ForumHouse()
        let (topic, number) = try await taken(house)
        try await AnswersBack(office: house.office).bring(at: noon)
        try await ForumSearch(database: house.database).follow(at: noon)
        let (page, api) = (ForumPath.topic(String(topic)), "\(ForumPath.api)/\(topic)")
        let before = try await house.visit { try await $0.look(page).text }
        #expect(before.contains("LD-308"))
        try await house.database.write { tx in
            try Forum.withdrawAnswer(of: "REQUEST-elsewhere", at: noon, in: tx)
            try Forum.withdrawAnswer(of: number, at: noon, in: tx)
        }
        let after = try await house.visit { try await $0.look(page).text }
        #expect(!after.contains("LD-308") && after.contains("答复已撤下，不再公开。"))
        #expect(!after.contains("答复在本页上方"))
        let json = try await house.visit { try await $0.look(api).text }
        #expect(!json.contains("LD-308") && json.contains("答复已撤下"))
        let (document, untold) = try await house.database.read { tx in
            (
                try ForumSearch.document(topic, at: noon, in: tx),
                try tx.count("SELECT count(*) FROM forum_topic WHERE is_told = 0 /* all */")
            )
        }
        #expect(document?.text.contains("LD-308") == false && untold == 0)
    }

    @Test("is found as it was brought back also after its organ corrected it, and only once")
    func corrected() async throws {
        let house = try await ForumHouse()
        let (topic, number) = try await taken(house)
        try await AnswersBack(office: house.office).bring(at: noon)
        let copy = try #require(try await house.database.read { try PostStore.head(of: topic, in: $0) }.last)
        try await house.visit(as: "officer-cgj") { client async throws in
            let desk = ForumPath.post(String(copy.post.id))
            let done = try await client.press("\(desk)/correction", "words=路灯 LD-309 已修复。")
            #expect(done.status == .seeOther)
        }
        for _ in 1...2 {
            try await house.database.write { try Forum.withdrawAnswer(of: number, at: noon, in: $0) }
        }
        let page = try await house.visit { try await $0.look(ForumPath.topic(String(topic))).text }
        #expect(!page.contains("LD-30") && page.contains("答复已撤下"))
        let last = try await house.database.read { try PostStore.head(of: topic, in: $0) }.last
        #expect(last?.revisions.count == 2 && last?.post.isEmptied == true)
    }

    @Test("does not come back by a job that was about to bring it")
    func meanwhile() async throws {
        let house = try await ForumHouse()
        let (topic, number) = try await taken(house)
        try await house.database.write { try Forum.withdrawAnswer(of: number, at: noon, in: $0) }
        try await AnswersBack(office: house.office).bring(at: noon)
        let head = try await house.database.read { try PostStore.head(of: topic, in: $0) }
        #expect(head.count == 1)
    }
}
