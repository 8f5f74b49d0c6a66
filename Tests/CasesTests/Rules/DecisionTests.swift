import BusinessProcess
import Cases
import Codes
import Testing
import WorkingTime

@Suite("A decision")
struct DecisionTests {
    @Test("against the applicant needs reasons")
    func reasons() throws {
        let story = try Story(.drainage)
        try story.goOn(until: .decide)
        #expect(refusal { try story.complete(.decide, "deny") } == .invalid("opinion", "选择「不予」时，请写明理由。"))
    }

    @Test("against the applicant is written with reasons and remedies, and ends the case")
    func denied() throws {
        let story = try Story(.drainage)
        try story.goOn(until: .decide)
        try story.complete(.decide, "deny", opinion: "隔油池容积不足")
        #expect(story.root.phase == .closed)
        #expect(story.root.result?.outcome == .denied)
        #expect(story.root.result?.reason == "隔油池容积不足")
        #expect(story.root.openTasks.isEmpty)
        let paper = try #require(story.root.documents.last)
        #expect(paper.title == "不予许可决定书")
        #expect(paper.paragraphs.joined().contains("理由：隔油池容积不足"))
        #expect(paper.paragraphs.last?.contains("六十日内向肇庆市端州区人民政府申请行政复议") == true)
        #expect(paper.paragraphs.last?.contains("向肇庆市端州区人民法院提起行政诉讼") == true)
        #expect(!story.root.documents.contains { $0.kind == .licence })
    }

    @Test("every clock of a finished case knows when it was due")
    func finishedClocks() throws {
        let story = try Story(.drainage)
        try story.goOn(until: .decide)
        try story.complete(.decide, "deny", opinion: "隔油池容积不足")
        #expect(story.root.clocks.allSatisfy { $0.stoppedAt != nil && $0.dueAt != nil })
    }

    @Test("for the applicant issues the licence at once, with an identifier that checks")
    func granted() throws {
        let story = try Story(.food)
        try story.goOn(until: .decide)
        story.now = at("2026-11-12 16:00")
        try story.complete(.decide)
        #expect(story.root.phase == .decided)
        #expect(story.root.result?.outcome == .granted)
        #expect(story.root.result?.decidedBy?.name == "王建华")
        #expect(story.root.documents.map(\.kind) == [.acceptance, .grant, .licence])
        let licence = try #require(story.root.documents.last)
        let identifier = try LicenceIdentifier(licence.number)
        #expect(identifier.issuer == "11441202007185204J")
        #expect(identifier.typeCode == "11440000MB9E00114B002")
        #expect(licence.validUntil == day("2031-11-11"))
        #expect(!licence.verificationCode.isEmpty)
        #expect(licence.facts.contains(.init("店铺名称", "星湖小馆")))
        #expect(licence.facts.contains(.init("有效期限", "2026年11月12日至2031年11月11日")))
    }

    @Test("stops the decision clocks and gives ten working days for the delivery")
    func deliveryClock() throws {
        let story = try Story(.drainage)
        try story.goOn(until: .decide)
        story.now = at("2026-11-12 16:00")
        try story.complete(.decide)
        #expect(story.root.clock(.legal)?.stoppedAt == story.now)
        #expect(try story.due(.delivery) == "2026-11-26")
        #expect(try story.task(.deliver).dueAt == day("2026-11-26").endOfDay)
        #expect(story.root.clock(.delivery)?.isOverdue(at: at("2026-11-27 00:00")) == true)
    }

    @Test("a licence without an end says so, and a person's number is masked on it")
    func withoutEnd() throws {
        let story = try Story(.marriage, of: .zhangWei, by: .zhangWei)
        try story.goOn(until: .deliver)
        let licence = try #require(story.root.documents.last)
        #expect(licence.validUntil == nil)
        #expect(licence.facts.contains(.init("有效期限", "长期")))
        #expect(!licence.facts.contains { $0.value.contains("441299199003071231") })
    }

    @Test("delivery ends the case and asks for the applicant's judgement")
    func delivered() throws {
        let story = try Story(.drainage)
        try story.goOn()
        #expect(story.root.phase == .closed)
        #expect(story.root.closedAt == story.now)
        #expect(story.notices.last == "「污水排入排水管网许可」的结果已送达。欢迎您评价这次办事。")
    }

    @Test("on commitment is verified after the delivery, when the case is closed")
    func verified() throws {
        let story = try Story(.hygiene)
        try story.goOn()
        #expect(story.root.phase == .closed)
        try story.complete(.verify, "kept")
        #expect(story.root.openTasks.isEmpty)
        #expect(story.root.process?.isEnded == true)
    }
}
