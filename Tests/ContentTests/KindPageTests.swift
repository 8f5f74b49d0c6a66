import Cases
import Foundation
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Search
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("Pages of the kinds")
struct KindPageTests {
    /// A column of a kind beside those of the portal, with the people of the demo in it.
    private func column(_ kind: DocumentKind, in house: EditorialHouse) async throws -> (
        Column, [String: Column]
    ) {
        let columns = try await house.portal()
        let site = try #require(columns["dynamics"]).siteID
        try await house.sites.add(
            ColumnDraft(code: "kind", name: "新栏目", intro: "", kind: kind, updateDays: nil), to: site,
            by: .system, at: house.clock.now)
        let made = try #require(
            try await house.database.read { try SiteStore.columns(of: site, in: $0) }.first {
                $0.code == "kind"
            })
        for (login, role) in [("editor", Role.editor), ("reviewer", .reviewer), ("publisher", .publisher)] {
            try await house.sites.post(
                login, as: role, in: made.id, isGiven: true, by: .system, at: house.clock.now)
        }
        return (made, columns)
    }

    /// Begins, adds images, and passes it through all hands.
    private func publish(
        _ text: Manuscript, images: [String], in column: Column, of house: EditorialHouse
    ) async throws -> Int64 {
        let id = try await house.editions.begin(
            in: column.id, text, by: house.seat("editor"), at: house.clock.now)
        try await house.visit(as: "editor") { client async throws in
            for alt in images {
                let made = try await client.upload(
                    ContentPath.files(String(id)), "picture", named: "图.png", Samples.png, ["alt": alt])
                #expect(made.status == .seeOther, "\(made.text)")
            }
        }
        try await house.pass(id)
        return try await house.edition(id).documentID
    }

    @Test("a topic gathers no draft, no topic and not itself")
    func strayTopics() async throws {
        let house = try await EditorialHouse()
        let (topics, columns) = try await column(.topic, in: house)
        let news = try #require(columns["dynamics"])
        let draft = try await house.editions.begin(
            in: news.id, Samples.article("草稿"), by: house.seat("editor"), at: house.clock.now)
        var text = Samples.article("专题", body: "")
        text.parts = [TopicPart(heading: "一", documents: [try await house.edition(draft).documentID])]
        let hidden = text
        await #expect(throws: DomainError.self) {
            try await house.editions.begin(
                in: topics.id, hidden, by: house.seat("editor"), at: house.clock.now)
        }
        let live = try await house.publish(Samples.article("公开的"), in: news)
        text.parts = [TopicPart(heading: "一", documents: [live])]
        let topic = try await house.publish(text, in: topics)
        var round = text
        round.parts = [TopicPart(heading: "一", documents: [live, topic])]
        let circular = round
        await #expect(throws: DomainError.invalid("parts", "专题里只能收已经公开的内容，不能收另一个专题，请核对 \(String(topic))。")) {
            try await house.editions.begin(
                in: topics.id, circular, by: house.seat("editor"), at: house.clock.now)
        }
    }

    @Test("a topic shows its documents under headings, and no longer the one that was taken off")
    func topic() async throws {
        let house = try await EditorialHouse()
        let (topics, columns) = try await column(.topic, in: house)
        let one = try await house.publish(Samples.article("第一篇"), in: try #require(columns["dynamics"]))
        let two = try await house.publish(Samples.article("第二篇"), in: try #require(columns["notices"]))
        var text = Samples.article("专题", body: "")
        text.parts = [TopicPart(heading: "<b>规定</b>", documents: [two, one])]
        let topic = try await house.publish(text, in: topics)
        let path = "/sites/duanzhou/kind/\(topic)"
        try await house.visit { client async throws in
            let page = try await client.look(path).text
            #expect(page.contains("<h2>&lt;b&gt;规定&lt;/b&gt;</h2>"))
            let (first, second) = (page.range(of: "第二篇"), page.range(of: "第一篇"))
            #expect(try #require(first).lowerBound < #require(second).lowerBound)
        }
        try await house.editions.takeOff(
            one, reason: "有误", by: try await house.seat("publisher"), at: house.clock.now)
        try await house.visit { client async throws in
            #expect(try await !client.look(path).text.contains("第一篇"))
        }
    }

    @Test(
        "projects are narrowed by what was chosen, in Chinese and in English, and a made-up choice leads nowhere"
    )
    func projects() async throws {
        let house = try await EditorialHouse()
        let (projects, _) = try await column(.project, in: house)
        var lake = KindTests.project("湖滨酒店")
        lake.english = EnglishText(
            title: "Lakeside hotel", summary: "", body: "A hotel.", facts: ["place": "North shore"])
        let document = try await house.publish(lake, in: projects)
        try await house.publish(
            KindTests.project("冷链物流", ["industry": "commerce", "stage": "building"]), in: projects)
        try await house.visit { client async throws in
            let all = try await client.look("/sites/duanzhou/kind").text
            #expect(all.contains("湖滨酒店") && all.contains("冷链物流") && all.contains("12000 万元"))
            let some = try await client.look("/sites/duanzhou/kind?industry=tourism&stage=open").text
            #expect(some.contains("湖滨酒店") && !some.contains("冷链物流"))
            #expect(some.contains("href=\"/sites/duanzhou/kind?stage=open\""))
            #expect(
                try await client.look("/sites/duanzhou/kind?industry=tourism&stage=building").text.contains(
                    "这里还没有内容"))
            #expect(try await client.look("/sites/duanzhou/kind?industry=%3Cscript%3E").status == .notFound)
            let page = try await client.look("/sites/duanzhou/kind/\(document)").text
            #expect(page.contains("<dt>合作方式</dt><dd>合资</dd>") && page.contains("0758-2715566"))
        }
        let found = try await house.database.read { try Content.searchSource.documents("", 10, $0) }
        #expect(found.contains { $0.text.contains("文化旅游") })
    }

    @Test("leaders stand in their order with portraits and posts; an organ with what the directory knows")
    func people() async throws {
        let house = try await EditorialHouse()
        let (leaders, _) = try await column(.leader, in: house)
        for (name, order) in [("邓启明", "3"), ("方立群", "1")] {
            var text = Samples.article(name)
            text.facts = ["post": "区领导", "order": order]
            _ = try await publish(text, images: ["\(name)的照片"], in: leaders, of: house)
        }
        try await house.visit { client async throws in
            let page = try await client.look("/sites/duanzhou/kind").text
            let (first, second) = (page.range(of: "方立群</a>"), page.range(of: "邓启明</a>"))
            #expect(try #require(first).lowerBound < #require(second).lowerBound)
            #expect(page.contains("alt=\"方立群的照片\"") && page.contains("<span>区领导</span>"))
        }
    }

    @Test("an organ there is not is refused; one there is brings its address and telephone along")
    func organs() async throws {
        let house = try await EditorialHouse()
        let (organs, _) = try await column(.organ, in: house)
        var text = Samples.article("市场监管局")
        text.facts = ["organ": "nobody", "hours": "周一至周五", "order": "1"]
        let bad = text
        await #expect(throws: DomainError.invalid("organ", "请选择机构目录里的机构。")) {
            try await house.editions.begin(in: organs.id, bad, by: house.seat("editor"), at: house.clock.now)
        }
        text.facts?["organ"] = "scjg"
        let document = try await house.publish(text, in: organs)
        let organ = try #require(try await house.editions.directory.organ("scjg"))
        try await house.visit { client async throws in
            let page = try await client.look("/sites/duanzhou/kind/\(document)").text
            #expect(page.contains(organ.address) && page.contains(organ.phone))
            #expect(page.contains("\"@type\":\"GovernmentOrganization\""))
            #expect(try await client.look("/sites/duanzhou/kind").text.contains(organ.address))
        }
    }

    @Test(
        "a gallery shows every image with what it shows in words, each leading to the whole one, without a script"
    )
    func gallery() async throws {
        let house = try await EditorialHouse()
        let (galleries, _) = try await column(.gallery, in: house)
        let document = try await publish(
            Samples.article("图集", body: ""), images: ["湖", "城墙"], in: galleries, of: house)
        try await house.visit { client async throws in
            let page = try await client.look("/sites/duanzhou/kind/\(document)").text
            #expect(page.matches(of: /<figure><a href="\/images\/[0-9]+"><img/).count == 2)
            #expect(page.contains("alt=\"湖\"") && page.contains("\"@type\":\"ImageGallery\""))
            #expect(try await client.look("/sites/duanzhou/kind").text.contains("alt=\"湖\""))
        }
    }
}
