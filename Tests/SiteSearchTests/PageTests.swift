import HTTPTypes
import HummingbirdTesting
import Modules
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import SiteSearch

@Suite("搜索的页面")
struct PageTests {
    @Test("别的岗位不能维护搜索", arguments: ["reviewer", "officer-scjg", "auditadmin", "leader"])
    func otherPosts(_ name: String) async throws {
        let house = try await SearchHouse()
        try await house.visit(as: name) { client in
            let page = try await client.look("/desk/search")
            let change = try await client.press("/desk/search/synonyms", "synonyms=a+b")
            #expect([page.status, change.status] == [.forbidden, .forbidden])
        }
    }

    @Test("问题和标题里的脚本只是文字")
    func scripts() async throws {
        let house = try await SearchHouse()
        try await house.put("<script>alert(1)</script>荔枝", summary: "<img src=x onerror=alert(1)>")
        try await house.visit { client in
            let found = try await client.look("/search?q=%E8%8D%94%E6%9E%9D")
            #expect(found.status == .ok && found.text.contains("&lt;script&gt;"))
            #expect(!found.text.contains("<script>alert") && !found.text.contains("<img src=x"))
            let asked = try await client.look("/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22%3E")
            #expect(asked.status == .ok && !asked.text.contains("<script>alert"))
        }
    }

    @Test("没有结果的页面帮人，词记下次数，证件号码不记", arguments: ["/search", "/search?after="])
    func misses(path: String) async throws {
        let house = try await SearchHouse()
        try await house.visit { client in
            #expect(try await client.look(path).status == .ok)
            for words in ["%E5%B1%85%E4%B8%BB%E8%AF%81", "%E5%B1%85%E4%B8%BB%E8%AF%81", "441299198511152041"]
            {
                let page = try await client.look("/search?q=\(words)")
                #expect(page.text.contains("没有找到"))
            }
            let isThere = try await client.look("/search?q=%E5%B1%85%E4%B8%BB%E8%AF%81").text.contains(
                "您是不是要找")
            #expect(isThere)
        }
        for job in house.module.jobs { try await job.run(noon) }
        let lines = try await house.database.read { try MissStore.frequent(at: noon, in: $0) }
        #expect(lines == [MissStore.Line(day: noon.day, words: "居主证", asked: 3)])
    }

    @Test("同义词和推荐结果：填错的留着原样并说明，填对的当时生效，都留痕")
    func desk() async throws {
        let house = try await SearchHouse()
        try await house.visit(as: "editor") { client in
            let isSaid = try await client.look("/desk/search").text.contains("近 30 天都搜到了")
            #expect(isSaid)
            let one = try await client.press("/desk/search/synonyms", "synonyms=%E8%BA%AB%E4%BB%BD%E8%AF%81")
            #expect(one.status == .unprocessableContent && one.text.contains("请填写 2 到 10 个同义词"))
            #expect(one.text.contains("value=\"身份证\""))
            let bet = try await client.press("/desk/search/best-bets", "words=x&title=y&address=javascript:1")
            #expect(bet.status == .unprocessableContent && bet.text.contains("以 / 开头"))
            #expect(try await client.press("/desk/search/synonyms", "synonyms=a1+b1").status == .seeOther)
            let isShown = try await client.press("/desk/search/synonyms", "synonyms=b1+c1").text.contains(
                "已经在另一组")
            #expect(isShown)
            let good = try await client.press("/desk/search/best-bets", "words=x&title=y&address=/services")
            #expect(good.status == .seeOther)
            let page = try await client.look("/desk/search").text
            for removal in page.matches(of: /action="(\/desk\/search\/[^"]+\/removal)"/) {
                #expect(try await client.press(String(removal.output.1)).status == .seeOther)
                #expect(try await client.press(String(removal.output.1)).status == .notFound)
            }
            #expect(try await client.press("/desk/search/reading").status == .forbidden)
        }
        try await house.visit(as: "sysadmin") { client in
            let isKept = try await client.look("/desk/search").text.contains("重建搜索索引")
            #expect(isKept)
            #expect(try await client.press("/desk/search/synonyms", "synonyms=a1+b1").status == .forbidden)
            #expect(try await client.press("/desk/search/reading").status == .seeOther)
        }
        for action in [
            "synonyms_added", "synonyms_removed", "best_bet_added", "best_bet_removed", "reading_asked",
        ] {
            #expect(try await house.entries("search.\(action)").count == 1, "\(action)")
        }
    }

    @Test("接口给出同样的结果；看不懂的条件说明原因")
    func api() async throws {
        let house = try await SearchHouse()
        try await house.put("荔枝节通知")
        try await house.visit { client in
            let found = try await client.look("/api/v1/search?q=%E8%8D%94%E6%9E%9D")
            #expect(found.status == .ok && found.text.contains("荔枝节通知"))
            #expect(found.text.contains("\"next\":null"))
            for wrong in ["kind=x", "year=99"] {
                let answer = try await client.look("/api/v1/search?q=a&\(wrong)")
                #expect(answer.status == .unprocessableContent)
            }
            #expect(try await client.look("/api/v1/search?q=a&after=x").status == .badRequest)
        }
    }
}
