import Refusals
import Search
import Services
import Storage
import Testing
import WorkingTime

@testable import SiteSearch

@Suite("What the search answers")
struct AnswerTests {
    @Test("nothing typed finds nothing and is no miss worth help", arguments: ["", "  ", "——！", "%_'\"*"])
    func nothing(words: String) async throws {
        let house = try await SearchHouse()
        let answer = try await house.answer(words)
        #expect(answer.hits.isEmpty && answer.services.isEmpty && answer.suggestions.isEmpty)
    }

    @Test(
        "a cursor that was cut, or is of another list, is refused",
        arguments: ["x", Cursor(key: "a", id: 1).text])
    func cursors(after: String) async throws {
        let house = try await SearchHouse()
        await #expect(throws: DomainError.self) { try await house.answer("许可", after: after) }
    }

    @Test(
        "operators of an engine are words or nothing",
        arguments: [
            "\" OR title:*", "a') | 'b", "NOT 许可", "NEAR(许可 证, 2)", "许可*", "ǀ许可",
            String(repeating: "许可", count: 500),
        ])
    func operators(words: String) async throws {
        let house = try await SearchHouse()
        _ = try await house.answer(words)
    }

    @Test("services come first, also by the initials of their names")
    func services() async throws {
        let house = try await SearchHouse()
        for words in ["食品经营许可", "spjyxk", "SPJYXK"] {
            let answer = try await house.answer(words)
            #expect(answer.services.contains { $0.item.slug == "food-business-licence" }, "\(words)")
            #expect(!answer.hits.contains { $0.key == "food-business-licence" })
        }
    }

    @Test(
        "titles come before texts, each the newest first, page by page without gaps, whether all of it is known or not",
        arguments: [30, 150])
    func tiers(count: Int) async throws {
        let house = try await SearchHouse()
        for turn in 0..<count {
            try await house.put("第\(turn)号荔枝节通知", day: "2025-11-\(turn % 28 + 1)".padded)
            try await house.put("第\(turn)号活动", day: "2026-10-\(turn % 28 + 1)".padded, text: "荔枝节")
        }
        var (found, after, pages) = ([Hit](), String?.none, 0)
        repeat {
            let answer = try await house.answer("荔枝节", after: after)
            #expect(answer.facets.counted == 2 * count)
            found += answer.hits
            after = answer.next
            pages += 1
        } while after != nil && pages < 20
        #expect(pages == count / 10 && found.count == 2 * count && Set(found.map(\.id)).count == 2 * count)
        #expect(found.prefix(count).allSatisfy { $0.title.contains("荔枝节") })
        for part in [found.prefix(count), found.suffix(count)] {
            #expect(part.map(\.id) == part.map(\.id).sorted(by: >))
        }
    }

    @Test("facets count what was found, and narrow it")
    func facets() async throws {
        let house = try await SearchHouse()
        try await house.put("龙舟赛通知", day: "2025-06-01")
        try await house.put("龙舟赛办法", kind: .policy)
        let answer = try await house.answer("龙舟赛")
        #expect(answer.facets.counted == 2 && !answer.facets.isPartial)
        #expect(answer.facets.values[.kind]?.map(\.count) == [1, 1])
        let narrowed = Inquiry { ["q": "龙舟赛", "kind": "policy", "year": "2026", "organ": "scjg"][$0] }
        let policies = try await house.finding.answer(narrowed, after: nil)
        #expect(policies.hits.map(\.title) == ["龙舟赛办法"])
        let none = Inquiry { ["q": "龙舟赛", "site": "talent"][$0] }
        #expect(try await house.finding.answer(none, after: nil).hits == [])
    }

    @Test("a slip is answered with what may be meant, and with what has some of the words")
    func misses() async throws {
        let house = try await SearchHouse()
        let isThere = try await house.answer("居主证").suggestions.contains("居住证")
        #expect(isThere)
        try await house.put("端砚文化节公告")
        let isSaid = try await house.answer("端彦文化节").suggestions.contains("端砚文化节")
        #expect(isSaid)
        let partial = try await house.answer("端砚文化节门票退款")
        #expect(partial.isPartial && partial.isMiss && partial.hits.map(\.title) == ["端砚文化节公告"])
    }

    @Test("synonyms and best bets count from the next question on")
    func deskWords() async throws {
        let house = try await SearchHouse()
        try await house.put("居民健康档案管理办法")
        #expect(try await house.answer("病历本").isMiss == true)
        try await house.database.write { tx in
            _ = try SynonymStore.insert(["病历本", "健康档案"], by: "林", at: noon, in: tx)
            let bet = try BestBet(id: 1, entered: " 病历本！", title: "看病", address: "/services")
            try BetStore.insert(bet, by: "林", at: noon, in: tx)
        }
        let answer = try await house.answer("病历本")
        #expect(answer.hits.map(\.title) == ["居民健康档案管理办法"])
        #expect(answer.bets.map(\.address) == ["/services"] && answer.marks.contains("健康档案"))
    }

    @Test("every item that is published is there with the first publication")
    func published() async throws {
        let house = try await SearchHouse()
        let all = try await house.database.read {
            try $0.count("SELECT count(*) FROM search_document WHERE source = 'services'")
        }
        #expect(all == 46)
    }
}

extension String {
    /// `2026-10-3` as `2026-10-03`.
    fileprivate var padded: String {
        let parts = split(separator: "-")
        return parts.map { $0.count == 1 ? "0\($0)" : String($0) }.joined(separator: "-")
    }
}
