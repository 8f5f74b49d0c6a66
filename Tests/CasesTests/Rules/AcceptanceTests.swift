import Cases
import Journal
import Testing
import WorkingTime

@Suite("Acceptance")
struct AcceptanceTests {
    @Test("refused: in writing, with the reason and the remedies, and nothing runs on")
    func refused() throws {
        let story = try Story(.drainage)
        try story.complete(.accept, "refuse", opinion: "不属于本区管辖")
        #expect(story.root.phase == .refused)
        #expect(story.root.result?.outcome == .refused)
        #expect(story.root.result?.reason == "不属于本区管辖")
        #expect(story.root.openTasks.isEmpty)
        #expect(story.root.clocks.allSatisfy { $0.stoppedAt != nil })
        let paper = story.root.documents.first
        #expect(paper?.kind == .acceptanceRefusal)
        #expect(paper?.paragraphs.joined().contains("不属于本区管辖") == true)
        #expect(paper?.paragraphs.joined().contains("行政复议") == true)
        #expect(story.notices == ["您的「污水排入排水管网许可」申请不予受理。理由：不属于本区管辖"])
    }

    @Test("refused after a supplement ends every item of a joint service with the same reason")
    func jointRefused() throws {
        let story = try Story(.restaurant)
        try story.complete(.check, of: "zjj", "incomplete", opinion: "缺排水图")
        try story.goOn(until: .request)
        try story.complete(.request)
        story.now = at("2026-11-11")
        try story.supply()
        try story.complete(.recheck, "refuse", opinion: "场所不得用于餐饮")
        #expect(story.matter.cases.allSatisfy { $0.phase == .refused && $0.closedAt == story.now })
        #expect(story.matter.cases.allSatisfy { $0.result?.reason == "场所不得用于餐饮" })
        #expect(story.actions.count { $0 == "case.refused" } == 5)
        #expect(story.notices.count == 1)
    }

    @Test("starts the decision clocks and stops its own")
    func clocks() throws {
        let story = try Story(.drainage)
        story.now = at("2026-11-11 10:00")
        try story.complete(.accept)
        #expect(story.root.phase == .accepted)
        #expect(story.root.acceptedAt == at("2026-11-11 10:00"))
        #expect(story.root.clock(.acceptance)?.stoppedAt == story.now)
        #expect(try story.due(.legal) == "2026-12-09")
        #expect(try story.due(.promised) == "2026-11-20")
        #expect(story.root.governingClock?.name == .promised)
        #expect(try story.task(.review).dueAt == day("2026-11-20").endOfDay)
        #expect(story.root.documents.map(\.title) == ["受理通知书"])
    }

    @Test("of an item without a legal limit starts a clock that only records")
    func withoutLegalLimit() throws {
        let story = try Story(.allowance, of: .zhangWei, by: .zhangWei, street: "cd")
        try story.complete(.accept)
        #expect(try story.due(.legal) == nil)
        #expect(try story.due(.promised) == "2026-11-16")
    }

    @Test("of a joint service accepts every item at the same moment")
    func joint() throws {
        let story = try Story(.restaurant)
        try story.goOn(until: .review)
        #expect(story.matter.cases.allSatisfy { $0.phase == .accepted && $0.acceptedAt == story.now })
        #expect(try story.due(.legal, of: "zjj") == "2026-12-07")
        #expect(try story.due(.legal, of: "xfjy") == "2026-11-23")
        let open = Set(story.matter.children.map { $0.openTasks.map(\.act) })
        #expect(open == [[.review], [.decide]])
    }
}
