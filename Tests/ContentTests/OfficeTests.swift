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

@Suite("The life of an edition")
struct OfficeTests {
    @Test("one person with every post still cannot do it alone")
    func alone() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let seat = try await house.everyRole(to: "editor", in: column)
        let id = try await house.editions.begin(
            in: column.id, Samples.article("自写自发"), by: seat, at: house.clock.now)
        try await house.editions.submit(id, by: seat, at: house.clock.now)
        let refusal = DomainError.forbidden("稿件是您写的，审核和签发要由其他人办理。")
        await #expect(throws: refusal) {
            try await house.editions.clear(id, isConfirmed: true, opinion: nil, by: seat, at: house.clock.now)
        }
        let reviewer = try await house.everyRole(to: "reviewer", in: column)
        try await house.editions.clear(id, isConfirmed: true, opinion: nil, by: reviewer, at: house.clock.now)
        await #expect(throws: DomainError.forbidden("稿件是您审核的，要由另一人签发。")) {
            try await house.editions.publish(id, by: reviewer, at: house.clock.now)
        }
        #expect(try await house.edition(id).published == nil)
    }

    @Test("whoever has no place in the column does not even see that there is an edition")
    func outsiders() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let id = try await house.editions.begin(
            in: column.id, Samples.article("草稿"), by: house.seat("editor"), at: house.clock.now)
        for login in ["leader", "supervisor", "head-zfb", "officer-scjg", "zhangwei"] {
            let viewer = try await house.account(login).viewer
            await #expect(throws: DomainError.self) { try await house.edition(id, for: viewer) }
            let number = try await house.edition(id).caseNumber
            await #expect(throws: DomainError.self) { try await house.cases.matter(number, for: viewer) }
            #expect(try await house.cases.list(CaseFilter(), for: viewer, after: nil).items.isEmpty)
            var words = CaseFilter()
            words.text = "信息发布"
            #expect(try await house.cases.list(words, for: viewer, after: nil).items.isEmpty)
            #expect(try await house.cases.deskCounts(for: viewer)[.organ]?.description == "0")
        }
        await #expect(throws: DomainError.forbidden("您不是「\("工作动态")」栏目的编辑。")) {
            try await house.editions.begin(
                in: column.id, Samples.article("外人"), by: house.seat("officer-scjg"), at: house.clock.now)
        }
        await #expect(throws: DomainError.self) {
            try await house.editions.submit(id, by: house.seat("reviewer"), at: house.clock.now)
        }
    }

    @Test("an edition for a circle is in no list of those outside of it")
    func circle() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let reviewer = try await house.seat("reviewer")
        let id = try await house.editions.begin(
            in: column.id, Samples.article("人事任免"), circle: [reviewer.actor.accountID],
            by: house.seat("editor"),
            at: house.clock.now)
        let publisher = try await house.seat("publisher")
        await #expect(throws: DomainError.self) { try await house.edition(id, for: publisher.viewer) }
        func list(_ viewer: Viewer) async throws -> [Int64] {
            try await house.database.read {
                try EditionStore.underWay(for: viewer, after: nil, in: $0).items.map(\.id)
            }
        }
        #expect(try await list(publisher.viewer).isEmpty)
        #expect(try await list(reviewer.viewer) == [id])
        #expect(try await list(house.seat("editor").viewer) == [id])
        try await house.editions.submit(id, by: house.seat("editor"), at: house.clock.now)
        await #expect(throws: DomainError.notFound("没有这篇稿件，或者您无权查看。")) {
            try await house.editions.publish(id, by: publisher, at: house.clock.now)
        }
    }

    @Test("a draft is given back with reasons, written anew, and reviewed once more")
    func givenBack() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let (editor, reviewer) = (try await house.seat("editor"), try await house.seat("reviewer"))
        let (publisher, now) = (try await house.seat("publisher"), house.clock.now)
        let id = try await house.editions.begin(in: column.id, Samples.article("初稿"), by: editor, at: now)
        try await house.editions.submit(id, by: editor, at: now)
        await #expect(throws: DomainError.conflict("稿件已经送审，退回以后才能修改。")) {
            try await house.editions.save(Samples.article("偷改"), over: 1, of: id, by: editor, at: now)
        }
        try await house.editions.clear(id, isConfirmed: true, opinion: "同意", by: reviewer, at: now)
        try await house.editions.giveBack(id, opinion: "标题太大", by: publisher, at: now)
        try await house.editions.save(Samples.article("二稿"), over: 1, of: id, by: editor, at: now)
        try await house.editions.submit(id, by: editor, at: now)
        await #expect(throws: DomainError.conflict("这一稿现在「\("待审核")」，不能这样办。")) {
            try await house.editions.publish(id, by: publisher, at: now)
        }
        try await house.editions.clear(id, isConfirmed: true, opinion: nil, by: reviewer, at: now)
        try await house.editions.publish(id, by: publisher, at: now)
        let number = try await house.edition(id).caseNumber
        let matter = try await house.cases.matter(number, for: .system)
        #expect(matter.root.phase == .closed && matter.root.openTasks.isEmpty)
        #expect(
            try await house.database.read { try PublicStore.newest(ofColumn: column.id, limit: 5, in: $0) }
                .map(\.manuscript.title) == ["二稿"])
    }

    @Test("nobody applied: a publication counts among no applications")
    func figures() async throws {
        let house = try await EditorialHouse()
        let columns = try await house.portal()
        try await house.publish(Samples.article("已发"), in: #require(columns["dynamics"]))
        _ = try await house.editions.begin(
            in: #require(columns["dynamics"]).id, Samples.article("在写"), by: house.seat("editor"),
            at: house.clock.now)
        let figures = try await house.cases.figures()
        #expect(figures.receivedToday == 0 && figures.running == 0 && figures.decided == 0)
    }

    @Test("what is given up leaves the document as it was, and only one edition is worked on at a time")
    func discarded() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let (editor, now) = (try await house.seat("editor"), house.clock.now)
        let document = try await house.publish(Samples.article("原文"), in: column)
        let id = try await house.editions.revise(document, by: editor, at: now)
        await #expect(throws: DomainError.conflict("这篇内容已经有一稿正在办理，请在那一稿上修改。")) {
            try await house.editions.revise(document, by: editor, at: now)
        }
        try await house.editions.discard(id, by: editor, at: now)
        #expect(
            try await house.database.read { try PublicStore.live(document, in: $0) }.manuscript.title == "原文")
        #expect(try await house.edition(house.editions.revise(document, by: editor, at: now)).number == 3)
    }
}
