import Journal
import Refusals
import Testing
import WorkingTime

@testable import Cases

@Suite("容缺受理: materials that may come later")
struct DeferralTests {
    private func accepted(_ plan: CasePlan = .patient) throws -> Story {
        let story = try Story(plan, deferred: ["rules"])
        try story.complete(.accept)
        return story
    }

    @Test("a main material cannot be promised, and what is neither brought nor promised is missing")
    func mainMaterials() {
        #expect(
            refusal { try Story(.patient, deferred: ["floor-plan"]) }
                == .invalid("materials.floor-plan", "「平面布局图」是主要材料，不能承诺后补，请上传。"))
        #expect(
            refusal { try Story(.patient, without: "rules") }
                == .invalid("materials.rules", "请上传「管理制度」。"))
        #expect(
            refusal { try Story(.drainage, deferred: ["rules"]) }
                == .invalid("materials.rules", "「管理制度」是主要材料，不能承诺后补，请上传。"))
    }

    @Test("before the acceptance nothing can be brought, and strangers bring nothing")
    func tooEarly() throws {
        let story = try Story(.patient, deferred: ["rules"])
        #expect(refusal { try story.supplyPromised() } == .conflict("没有承诺补交而尚未补交的材料。"))
        try story.complete(.accept)
        #expect(refusal { try story.supplyPromised(by: .zhangWei) } == .forbidden("只有申请人可以补交承诺的材料。"))
        #expect(refusal { try story.supplyPromised([]) } == .invalid("materials", "请上传承诺补交的材料。"))
        #expect(
            refusal { try story.supplyPromised(["floor-plan"]) } == .invalid("materials", "补交的材料不在承诺的清单里。"))
    }

    @Test("nothing is granted while something is missing; it can still be denied")
    func blocked() throws {
        let story = try accepted()
        try story.goOn(until: .decide)
        #expect(
            refusal { try story.complete(.decide) }
                == .conflict("容缺受理的材料还没有补齐：管理制度。补齐以前不能准予。"))
        try story.complete(.decide, "deny", opinion: "没有补齐管理制度")
        #expect(story.root.result?.outcome == .denied)
        #expect(story.root.timers.isEmpty)
    }

    @Test("the acceptance says in writing what is to come and by when")
    func accepting() throws {
        let story = try accepted()
        let paper = try #require(story.paper(.deferredAcceptance))
        #expect(paper.title == "容缺受理告知书")
        #expect(paper.paragraphs.contains("1. 管理制度"))
        #expect(paper.paragraphs.first?.contains("2026年11月23日前") == true)
        #expect(story.paper(.acceptance) == nil)
        #expect(story.root.phase == .accepted)
        #expect(story.root.deferral?.dueAt == day("2026-11-23").endOfDay)
        #expect(story.root.deferral?.promisedBy.name == "陈静")
    }

    @Test("what was brought completes the promise, and the decision is free")
    func supplied() throws {
        let story = try accepted()
        story.now = at("2026-11-12")
        try story.supplyPromised()
        #expect(story.root.deferral?.isComplete == true)
        #expect(story.root.materials.last?.filedAt == story.now)
        #expect(story.root.timers.allSatisfy { PromiseTimer(rawValue: $0.boundary) == nil })
        #expect(refusal { try story.supplyPromised() } == .conflict("没有承诺补交而尚未补交的材料。"))
        try story.goOn()
        #expect(story.root.result?.outcome == .granted)
    }

    @Test("the applicant is reminded two working days before, once")
    func reminded() throws {
        let story = try accepted()
        try story.wait(until: "2026-11-18 23:00")
        #expect(story.root.deferral?.remindedAt == nil)
        try story.wait(until: "2026-11-19 08:00")
        #expect(story.root.deferral?.remindedAt == story.now)
        #expect(story.notices == ["请于2026年11月23日前补交「污水排入排水管网许可」承诺的材料：管理制度。"])
        try story.wait(until: "2026-11-20 08:00")
        #expect(story.actions.isEmpty)
    }

    @Test("when the day passes everybody knows, it stays on the case, and it may still come")
    func lapsed() throws {
        let story = try accepted()
        try story.wait(until: "2026-11-24 00:10")
        #expect(story.root.deferral?.lapsedAt == story.now)
        #expect(story.actions.contains("case.promise_lapsed"))
        #expect(story.matter.events.contains { $0.toHead != nil })
        try story.goOn(until: .decide)
        #expect(refusal { try story.complete(.decide) } != nil)
        try story.supplyPromised()
        try story.complete(.decide)
        #expect(story.root.result?.outcome == .granted)
        #expect(story.root.deferral?.lapsedAt != nil)
    }

    @Test("silence accepts with the promise, too")
    func deemed() throws {
        let story = try Story(.patient, deferred: ["rules"])
        try story.wait(until: "2026-11-17 00:10")
        #expect(story.root.phase == .accepted)
        #expect(story.paper(.deferredAcceptance) != nil)
        #expect(story.root.deferral?.dueAt == day("2026-12-01").endOfDay)
    }

    @Test("where the item lets it, it is granted first, and the day is still watched")
    func trusting() throws {
        let story = try accepted(.trusting)
        try story.goOn()
        #expect(story.root.phase == .closed && story.root.result?.outcome == .granted)
        try story.wait(until: "2026-11-24 00:10")
        #expect(story.root.deferral?.lapsedAt == story.now)
        try story.supplyPromised()
        #expect(story.root.deferral?.isComplete == true)
    }

    @Test("a withdrawn application waits for nothing")
    func withdrawn() throws {
        let story = try accepted()
        try story.change(by: .chenJing) { try $0.withdraw(reason: "", on: $1) }
        #expect(story.root.timers.isEmpty)
        #expect(refusal { try story.supplyPromised() } == .conflict("本件「已撤回」，不能再补交材料。"))
    }
}
