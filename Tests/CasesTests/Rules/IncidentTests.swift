import BusinessProcess
import Codes
import DecisionModel
import Foundation
import Journal
import Refusals
import Testing
import WorkingTime

@testable import Cases

@Suite("What the system cannot do")
struct IncidentTests {
    private static let officer = Actor.post("officer", at: "zjj")
    private static let head = Actor.post("head", at: "zjj")

    /// A review, then a table that nobody has published.
    private func ruled(catching boundary: String = "", _ arrows: String...) throws -> Story {
        try Story(
            Sketch(
                Sketch.ends + Sketch.task("a") + Sketch.rule("r", "fire-check") + Sketch.task("b") + boundary,
                flows: ["s > a", "a > r", "r > b", "b > e"] + arrows),
            form: ["area": 180])
    }

    @Test("leaves the act that led to it saved, and the step waiting")
    func actIsSaved() throws {
        let story = try ruled()
        try story.complete(.review)
        #expect(story.root.tasks.map(\.state) == [.completed])
        #expect(story.root.incidents.map(\.name) == ["r"])
        #expect(story.root.incidents.map(\.reason) == ["没有已公布的判定表「fire-check」。"])
        #expect(story.root.process?.active.map(\.incident) == ["没有已公布的判定表「fire-check」。"])
        #expect(story.matter.events.last?.isPublic == false)
    }

    @Test("is tried again by the head of the organ in charge and the system administrator alone")
    func whoMayRetry() throws {
        let story = try ruled()
        try story.complete(.review)
        for stranger in [Self.officer, .post("head", at: "scjg"), .chenJing] {
            #expect(
                refusal { try story.retry(by: stranger) }
                    == .forbidden("系统没有办成的步骤，由主办部门负责人或系统管理员重试。"))
        }
        try story.retry(by: .post("sysadmin", at: "zfb"))
        #expect(story.root.incidents.count == 1)
    }

    @Test("goes on when it is tried again after the cause is gone, and there is nothing to try twice")
    func retried() throws {
        let story = try ruled()
        try story.complete(.review)
        story.decisions = ["fire-check": try .check()]
        try story.retry(by: Self.head)
        #expect(story.root.incidents.isEmpty && story.open == ["b"])
        #expect(story.actions == ["case.retried", "case.rule_decided"])
        #expect(refusal { try story.retry(by: Self.head) } == .conflict("这一步已经办成，不需要重试。"))
    }

    @Test("is done in the name of whoever's act led to it")
    func inWhoseName() throws {
        var plan = CasePlan.sketched
        plan.organCode = "不是代码"
        let sketch = Sketch(
            Sketch.ends + Sketch.service("accept", "accept") + Sketch.task("a")
                + Sketch.service("i", "issue"),
            "s > accept", "accept > a", "a > i", "i > e")
        let story = try Story([sketch], plan: plan)
        try story.complete(.review)
        #expect(story.root.phase == .accepted && story.root.result == nil)
        #expect(story.root.incidents.first?.reason.hasPrefix("证照编号编不出来：") == true)
        #expect(story.root.incidents.first?.actor == Self.officer)
        try story.retry(by: Self.head)
        #expect(story.root.incidents.first?.actor == Self.officer)
    }

    @Test("is left to the drawing where it catches the error")
    func caught() throws {
        let story = try ruled(
            catching: Sketch.boundary("x", on: "r", "<errorEventDefinition/>"), "x > b")
        try story.complete(.review)
        #expect(story.root.incidents.isEmpty && story.open == ["b"])
        #expect(story.actions.contains("case.error_caught"))
    }

    @Test("after a timer keeps neither the timer firing nor people from withdrawing")
    func afterTimer() throws {
        let sketch = Sketch(
            Sketch.ends + Sketch.wait("w", Sketch.time("timeDuration", "PT1H"))
                + "<exclusiveGateway id=\"g\"/>" + Sketch.task("a") + Sketch.task("b"),
            "s > w", "w > g", "g > a if form.area > 1", "g > b if form.area < 1", "a > e", "b > e")
        let story = try Story(sketch)
        try story.wait(until: "2026-11-10")
        #expect(story.root.incidents.map(\.reason) == ["流程在「g」处没有可走的路径，请联系流程管理员。"])
        try story.wait(until: "2026-11-11")
        #expect(story.actions.isEmpty)
        try story.change(by: .chenJing) { try $0.withdraw(reason: "", on: $1) }
        #expect(story.root.phase == .withdrawn && story.root.incidents.isEmpty)
    }
}

extension Story {
    fileprivate func retry(by actor: Actor) throws {
        let incident = root.incidents.first
        let number = root.number.text
        try change(by: actor) {
            try $0.retry(
                number, incidentAt: incident?.activity ?? 1, of: incident?.element ?? "r", on: $1)
        }
    }
}

@Suite("A business rule task")
struct RulingTests {
    private func story(_ decision: PublishedDecision, area: Value) throws -> Story {
        try Story(
            Sketch(
                Sketch.ends + Sketch.rule("r", "fire-check") + Sketch.task("promise") + Sketch.task("visit")
                    + "<exclusiveGateway id=\"g\" default=\"f3\"/>",
                "s > r", "r > g", "g > promise if r = \"承诺\"", "g > visit", "promise > e", "visit > e"),
            form: ["area": area], decisions: [decision.id: decision])
    }

    @Test("whose rules conflict waits as an incident that names them")
    func conflicting() throws {
        let story = try story(try .check([">= 200", "<= 200"]), area: 200)
        #expect(
            story.root.incidents.map(\.reason)
                == ["判定表「消防检查方式」没有得出结论：判定表只允许一条规则适用，规则 1、2 却同时适用。"])
    }

    @Test("that is given an answer of another type waits as an incident")
    func otherType() throws {
        let story = try story(try .check(), area: "很大")
        #expect(story.root.incidents.first?.reason.contains("应当是 number") == true)
    }

    @Test(
        "decides the way, and says in the history by which version and rule",
        arguments: [(180, "promise"), (201, "visit")])
    func decides(_ area: Int, _ step: String) throws {
        let story = try story(try .check(version: 3), area: .number(.init(area)))
        #expect(story.open == [step])
        let event = try #require(story.matter.events.first { $0.action == "case.rule_decided" })
        #expect(event.sentence.chinese.contains("第 3 版"))
        #expect(event.outcome == "fire-check@3" && !event.isPublic)
    }
}
