import Cases
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("Life events and groups of people")
struct ThemeTests {
    private func housing(_ title: String) -> Manuscript {
        var text = Samples.article(title)
        (text.lifeEvents, text.audiences) = (["housing"], ["elderly"])
        return text
    }

    @Test("a manuscript that names a life event there is not is refused at its field")
    func unknown() throws {
        var text = Samples.article("标题")
        (text.lifeEvents, text.audiences) = (["housing", "moon"], ["martians"])
        let error = #expect(throws: DomainError.self) { try Themes.delivered().check(text) }
        guard case .invalid(let errors) = error else { return }
        #expect(errors.map(\.field) == ["life_event", "audience"])
    }

    @Test("an address that names what there is not leads nowhere")
    func nowhere() async throws {
        let house = try await EditorialHouse()
        try await house.visit { client async throws in
            for path in [
                "/life-events/moon", "/audiences/housing", "/life-events/housing/drafts",
                "/life-events/housing/policies?after=x", "/audiences/elderly/%2e%2e",
            ] { #expect(try await (400..<500).contains(client.look(path).status.code), "\(path)") }
        }
    }

    @Test("what is not out, is limited, or was taken off stands under nothing")
    func hidden() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let (editor, now) = (try await house.seat("editor"), house.clock.now)
        _ = try await house.editions.begin(in: column.id, housing("草稿"), by: editor, at: now)
        _ = try await house.editions.begin(in: column.id, housing("限定"), circle: [], by: editor, at: now)
        let gone = try await house.publish(housing("撤下的"), in: column)
        try await house.visit { client async throws in
            #expect(try await client.look("/life-events/housing").text.contains("撤下的"))
        }
        try await house.editions.takeOff(
            gone, reason: "有误", by: try await house.seat("publisher"), at: house.clock.now)
        try await house.visit { client async throws in
            for path in ["/life-events/housing", "/audiences/elderly", "/life-events/housing/articles"] {
                let page = try await client.look(path)
                #expect(page.status == .ok && page.text.contains("这里还没有内容"), "\(path)")
                for word in ["草稿", "限定", "撤下的"] { #expect(!page.text.contains(word), "\(path)") }
            }
        }
        #expect(
            try await house.database.read { try $0.count("SELECT count(*) FROM content_facet /* all */") }
                == 0)
    }

    @Test(
        "policies, news and questions of all columns stand together, and an edit shows on the very next request"
    )
    func together() async throws {
        let house = try await EditorialHouse()
        let columns = try await house.portal()
        let policy = try #require(columns["policies"])
        var law = Samples.policy("补助办法")
        law.lifeEvents = ["housing"]
        try await house.publish(law, in: policy)
        try await house.visit { client async throws in
            #expect(try await client.look("/life-events/housing").text.contains("补助办法"))
        }
        let news = try await house.publish(housing("电梯开工"), in: try #require(columns["dynamics"]))
        try await house.visit { client async throws in
            let page = try await client.look("/life-events/housing").text
            #expect(page.contains("<h2>政策文件</h2>") && page.contains("<h2>文章</h2>"))
            #expect(page.contains("/sites/duanzhou/dynamics/\(news)"))
            #expect(try await !client.look("/audiences/elderly").text.contains("补助办法"))
            let home = try await client.look("/sites/duanzhou").text
            #expect(
                home.contains("href=\"/life-events/housing\"") && home.contains("href=\"/audiences/elderly\"")
            )
        }
    }

    @Test("all of a kind go on page by page and repeat nothing")
    func paging() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        for number in 1...23 {
            house.clock.now = house.clock.now.adding(seconds: 60)
            try await house.publish(housing("第\(number)篇"), in: column)
        }
        try await house.visit { client async throws in
            let page = try await client.look("/life-events/housing").text
            #expect(page.contains("第23篇") && !page.contains("第15篇") && page.contains("全部文章"))
            let first = try await client.look("/life-events/housing/articles").text
            #expect(first.contains("第4篇") && !first.contains("第3篇"))
            let next = try #require(first.firstMatch(of: /href="([^"]+)" rel="next"/)).output.1
            let second = try await client.look(String(next).replacing("&amp;", with: "&")).text
            #expect(second.contains("第3篇") && second.contains("第1篇") && !second.contains("第4篇"))
        }
    }

    @Test("the map of what stands in no column is well-formed and names every life event")
    func map() async throws {
        let house = try await EditorialHouse()
        try await house.visit { client async throws in
            let map = try await client.look("/sitemaps/standing").text
            #expect(map.isWellFormedXML && map.contains("/life-events/housing</loc>"))
            #expect(map.contains("/audiences/elderly</loc>"))
            #expect(try await client.look("/sitemap.xml").text.contains("/sitemaps/standing</loc>"))
        }
    }

    @Test("the editor offers them, keeps what was ticked, and refuses what was not on offer")
    func editor() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let path = ContentPath.begin(String(column.id))
        try await house.visit(as: "editor") { client async throws in
            #expect(try await client.look(path).text.contains("放进哪些人生大事"))
            let form = ["title": "题", "body": "文", "source": "源", "access": "column"]
            let bad = try await client.press(path, form.merging(["life_event": "moon"]) { $1 })
            #expect(bad.status == .unprocessableContent && bad.text.contains("没有代号为「moon」的分类"))
            let made = try await client.press(path, form.merging(["life_event": "housing"]) { $1 })
            let edition = try await client.look(try #require(made.headers[.location])).text
            #expect(edition.contains(/value="housing"[^>]*checked/))
        }
    }
}
