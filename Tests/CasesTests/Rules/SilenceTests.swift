import Cases
import Journal
import Testing
import WorkingTime

@Suite("Silence")
struct SilenceTests {
    @Test("is not acceptance on the last of the five working days")
    func notYet() throws {
        let story = try Story(.drainage, at: "2026-04-30")
        try story.wait(until: "2026-05-11 23:59")
        #expect(story.root.phase == .submitted)
        #expect(story.actions.isEmpty)
    }

    @Test("is acceptance from the day of receipt, and the decision clocks have run since then")
    func deemedAccepted() throws {
        let story = try Story(.drainage, at: "2026-04-30 16:00")
        try story.wait(until: "2026-05-12 00:00")
        #expect(story.root.phase == .accepted)
        #expect(story.root.acceptedAt == at("2026-04-30 16:00"))
        #expect(try story.due(.legal) == "2026-06-01")
        #expect(story.root.openTasks.map(\.act) == [.review])
        #expect(story.matter.events.map(\.isAutomatic) == [true])
        #expect(story.notices == ["部门没有在期限内告知补正，您的「污水排入排水管网许可」申请自收到之日起视为受理。"])
        #expect(story.root.documents.map(\.title) == ["受理通知书"])
    }

    @Test("of one organ is acceptance of the whole joint service")
    func oneOrganSilent() throws {
        let story = try Story(.restaurant)
        for organ in ["scjg", "wsjk", "zjj"] { try story.complete(.check, of: organ) }
        try story.wait(until: "2026-11-17")
        #expect(story.matter.cases.allSatisfy { $0.phase == .accepted && $0.acceptedAt == at("2026-11-09") })
        #expect(story.root.tasks.filter { $0.state == .cancelled }.map(\.organ) == ["xfjy"])
        #expect(try story.due(.legal, of: "xfjy") == "2026-11-23")
    }

    @Test("of the lead organ is acceptance, even when an organ found something missing")
    func foundButNotSent() throws {
        let story = try Story(.restaurant)
        try story.complete(.check, of: "zjj", "incomplete", opinion: "缺排水图", missing: ["rules"])
        try story.wait(until: "2026-11-17")
        #expect(story.root.phase == .accepted)
        #expect(story.root.acceptedAt == at("2026-11-09"))
        #expect(story.root.evidenceRequest == nil)
        #expect(story.root.openTasks.isEmpty)
    }

    @Test("after a request that waited for the lead organ is acceptance too")
    func requestNotSent() throws {
        let story = try Story(.restaurant)
        try story.complete(.check, of: "zjj", "incomplete", opinion: "缺排水图")
        try story.goOn(until: .request)
        try story.wait(until: "2026-11-17")
        #expect(story.root.phase == .accepted)
        #expect(story.root.tasks.first { $0.act == .request }?.state == .cancelled)
    }

    @Test("after the supplement is acceptance from the day of the supplement")
    func afterSupplement() throws {
        let story = try Story(.drainage)
        try story.complete(.accept, "supplement", opinion: "缺制度", missing: ["rules"])
        story.now = at("2026-11-18 11:00")
        try story.supply()
        try story.wait(until: "2026-11-26")
        #expect(story.root.phase == .accepted)
        #expect(story.root.acceptedAt == at("2026-11-18 11:00"))
    }

    @Test("of the applicant is no acceptance: the case waits for them")
    func applicantSilent() throws {
        let story = try Story(.drainage)
        try story.complete(.accept, "supplement", opinion: "缺制度", missing: ["rules"])
        try story.wait(until: "2026-12-31")
        #expect(story.root.phase == .supplementing)
        #expect(story.root.governingClock == nil)
    }

    @Test("counts once, however often the timers are asked")
    func idempotent() throws {
        let story = try Story(.restaurant)
        try story.wait(until: "2026-11-17")
        let once = story.matter.cases.map(\.tasks)
        try story.wait(until: "2026-11-17 00:01")
        #expect(story.actions.isEmpty)
        #expect(story.matter.cases.map(\.tasks) == once)
    }
}
