import Cases
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("What a new site begins with")
struct SiteTemplateTests {
    @Test("every template has columns that can be made, each once", arguments: SiteTemplate.allCases)
    func columns(_ template: SiteTemplate) throws {
        for column in template.columns { try column.check() }
        #expect(Set(template.columns.map(\.code)).count == template.columns.count)
        #expect(!template.columns.isEmpty)
    }
}

@Suite("The texts an edition has had")
struct VersionTests {
    @Test("of two who write at once the second is told who was first, and nothing is lost")
    func twoAuthors() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let (editor, other) = (
            try await house.seat("editor"), try await house.everyRole(to: "reviewer", in: column)
        )
        let now = house.clock.now
        let id = try await house.editions.begin(in: column.id, Samples.article("标题"), by: editor, at: now)
        _ = try await EditionDesk.read(id, by: editor, at: now, in: house.editions)
        let seen = try await EditionDesk.read(id, by: other, at: now.adding(seconds: 60), in: house.editions)
        #expect(seen.others.map(\.name) == [editor.actor.name])
        try await house.editions.save(Samples.article("先存"), over: 1, of: id, by: other, at: now)
        await #expect(throws: DomainError.self) {
            try await house.editions.save(Samples.article("后存"), over: 1, of: id, by: editor, at: now)
        }
        #expect(try await house.edition(id).manuscript.title == "先存")
        let later = try await EditionDesk.read(
            id, by: other, at: now.adding(seconds: 60 + VersionStore.presenceSeconds), in: house.editions)
        #expect(later.others.isEmpty)
        await #expect(throws: DomainError.forbidden("稿件是您写的，审核和签发要由其他人办理。")) {
            try await house.editions.submit(id, by: editor, at: now)
            try await house.editions.clear(id, isConfirmed: true, opinion: nil, by: other, at: now)
        }
    }

    @Test("two versions are compared in everything they say, and not only in their texts")
    func compared() throws {
        let themes = try Themes.delivered()
        var (old, new) = (
            KindTests.project("地块"), KindTests.project("地块", ["stage": "signed", "amount": "15000"])
        )
        old.lifeEvents = [try #require(themes.of(.lifeEvent).first).key]
        new.english = EnglishText(title: "Site", summary: "", body: "", facts: ["place": "Chengdong"])
        let pairs = zip(old.aspects(of: .project, themes: themes), new.aspects(of: .project, themes: themes))
        let changed = pairs.filter { $0.text != $1.text }
        #expect(changed.map(\.0.label) == ["投资额", "进展", "人生大事", "英文标题", "英文地点"])
        #expect(changed.contains { $0.text == "招商中" && $1.text == "已签约" })
        #expect(old.aspects(of: .project, themes: themes).first?.label == "项目名称")
    }

    @Test("an earlier text comes back as a new one")
    func restored() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let (editor, now) = (try await house.seat("editor"), house.clock.now)
        let id = try await house.editions.begin(in: column.id, Samples.article("一"), by: editor, at: now)
        try await house.editions.save(Samples.article("二"), over: 1, of: id, by: editor, at: now)
        await #expect(throws: DomainError.notFound("没有这个版本。")) {
            try await house.editions.restore(9, over: 2, of: id, by: editor, at: now)
        }
        try await house.editions.restore(1, over: 2, of: id, by: editor, at: now)
        let versions = try await house.database.read { try VersionStore.versions(of: id, in: $0) }
        #expect(versions.map(\.manuscript.title) == ["一", "二", "一"])
        #expect(versions.map(\.revision) == [3, 2, 1])
    }
}

@Suite("What documents say of each other")
struct LinkTests {
    @Test(
        "what is repealed, amended or explained says so on the original, and no longer when that is taken off"
    )
    func bothWays() async throws {
        let house = try await EditorialHouse()
        let columns = try await house.portal()
        let (policies, articles) = (try #require(columns["policies"]), try #require(columns["dynamics"]))
        let old = try await house.publish(Samples.policy("旧办法"), in: policies)
        let new = try await house.publish(
            Samples.policy("新办法", links: [DocumentLink(relation: .repeals, documentID: old)]), in: policies)
        var reading = Samples.article("新办法解读")
        reading.links = [DocumentLink(relation: .interprets, documentID: new)]
        let explained = try await house.publish(reading, in: articles)
        func links(_ id: Int64) async throws -> [String] {
            try await house.database.read { tx in
                let linked = PublicStore.linked(with: id)
                return try PublicStore.links(said: tx.rows(linked.said), heard: tx.rows(linked.heard)).map {
                    "\($0.isOwn) \($0.relation.rawValue) \($0.other.id)"
                }
            }
        }
        #expect(try await links(old) == ["false repeals \(new)"])
        #expect(Set(try await links(new)) == ["true repeals \(old)", "false interprets \(explained)"])
        #expect(try await links(explained) == ["true interprets \(new)"])
        try await house.editions.takeOff(
            new, reason: "文件有误", by: house.seat("publisher"), at: house.clock.now)
        #expect(try await links(old).isEmpty)
        #expect(try await links(explained).isEmpty)
    }

    @Test("nobody finds out about a draft by linking to it, and nothing links to itself")
    func drafts() async throws {
        let house = try await EditorialHouse()
        let columns = try await house.portal()
        let policies = try #require(columns["policies"])
        let (editor, now) = (try await house.seat("editor"), house.clock.now)
        let id = try await house.editions.begin(in: policies.id, Samples.policy("草稿"), by: editor, at: now)
        let draft = try await house.edition(id).documentID
        let refusal = DomainError.invalid("links", "只能关联已经公开的政策文件，请核对文件编号。")
        for target in [draft, 424_242] {
            let text = Samples.policy("别的", links: [DocumentLink(relation: .amends, documentID: target)])
            await #expect(throws: refusal) {
                try await house.editions.begin(in: policies.id, text, by: editor, at: now)
            }
        }
        let own = Samples.policy("自己", links: [DocumentLink(relation: .amends, documentID: draft)])
        await #expect(throws: DomainError.invalid("links", "文件不能关联它自己。")) {
            try await house.editions.save(own, over: 1, of: id, by: editor, at: now)
        }
    }

    @Test("taking off needs a publisher of the column and a reason")
    func takeOff() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let document = try await house.publish(Samples.article("已发"), in: column)
        await #expect(throws: DomainError.forbidden("撤下由「\("工作动态")」栏目的信息发布人员办理。")) {
            try await house.editions.takeOff(
                document, reason: "误发", by: house.seat("editor"), at: house.clock.now)
        }
        await #expect(throws: DomainError.invalid("reason", "请写明撤下的原因，最多 300 字。")) {
            try await house.editions.takeOff(
                document, reason: "", by: house.seat("publisher"), at: house.clock.now)
        }
    }
}
