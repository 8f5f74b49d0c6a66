import BusinessProcess
import Codes
import Journal
import Refusals
import Testing
import WorkingTime

@testable import Cases

@Suite("Messages and signals of a matter")
struct ExchangeTests {
    private static let declared = """
        <message id="m" name="图纸已备"/><message id="m2" name="已阅"/><signal id="g" name="停工"/>
        <escalation id="x" name="逾期未勘" escalationCode="逾期未勘"/>
        """
    private static let message = "<messageEventDefinition messageRef=\"m\"/>"
    private static let signal = "<signalEventDefinition signalRef=\"g\"/>"

    /// A case that waits for an event, and then for a task.
    private func waiting(_ inside: String) throws -> Story {
        try Story(
            Sketch(
                Sketch.ends + Sketch.wait("w", inside) + Sketch.task("a"), "s > w", "w > a", "a > e",
                declarations: Self.declared))
    }

    /// A joint service: the parent starts its two children, then does what is drawn.
    private func joint(_ parent: String, _ arrows: [String], child: String, _ steps: [String]) throws -> Story
    {
        var plan = CasePlan.sketched
        plan.children = ["scjg", "wsjk"].map { organ in
            var child = CasePlan.sketched
            (child.organ, child.process, child.name) = (organ, "child", "事项 \(organ)")
            return child
        }
        let start = ["scjg", "wsjk"].map {
            "<serviceTask id=\"start-\($0)\" minben:service=\"child\" minben:organ=\"\($0)\"/>"
        }.joined()
        let fork = "<parallelGateway id=\"fork\"/>"
        let root = Sketch(
            Sketch.ends + fork + start + parent,
            flows: ["s > fork", "fork > start-scjg", "fork > start-wsjk", "start-scjg > e", "start-wsjk > e"]
                + arrows, declarations: Self.declared)
        let item = Sketch(Sketch.ends + child, flows: steps, id: "child", declarations: Self.declared)
        return try Story([root, item], plan: plan)
    }

    private static let send =
        "<intermediateThrowEvent id=\"t\" name=\"t\">\(message)</intermediateThrowEvent>" + Sketch.task("p")
    private static let sendArrows = ["fork > p", "p > t", "t > e"]

    @Test("from outside are refused when the case does not wait for them")
    func nobodyWaits() throws {
        let story = try waiting(Self.message)
        #expect(
            refusal { try story.receive("批文", by: .post("officer", at: "zjj")) } == .conflict("本件没有在等待「批文」。"))
    }

    @Test("from outside are handed in by the organ in charge alone")
    func otherOrgan() throws {
        let story = try waiting(Self.message)
        for stranger in [Actor.liMin, .chenJing] {
            #expect(
                refusal { try story.receive("图纸已备", by: stranger) } == .forbidden("只有正在办理本件的部门才能这样处理。"))
        }
        try story.receive("图纸已备", by: .post("officer", at: "zjj"))
        #expect(story.open == ["a"])
        #expect(story.actions == ["case.message_received"])
    }

    @Test("without a name are none")
    func nameless() throws {
        let story = try waiting(Self.message)
        #expect(
            refusal { try story.receive(" ", by: .post("officer", at: "zjj")) }
                == .invalid("name", "请写明收到的是什么消息。"))
    }

    @Test("reach the first case that waits, and no other")
    func first() throws {
        let story = try joint(
            Self.send, Self.sendArrows, child: Sketch.wait("w", Self.message) + Sketch.task("a"),
            ["s > w", "w > a", "a > e"])
        try story.complete(try #require(story.root.openTasks.first))
        #expect(story.matter.children.map { $0.openTasks.map(\.element) } == [["a"], []])
        #expect(story.root.heldMessages.isEmpty)
    }

    @Test("are kept until somebody waits for them")
    func kept() throws {
        let story = try joint(
            Self.send, Self.sendArrows,
            child: Sketch.task("b") + Sketch.wait("w", Self.message) + Sketch.task("a"),
            ["s > b", "b > w", "w > a", "a > e"])
        try story.complete(try #require(story.root.openTasks.first))
        #expect(story.root.heldMessages == ["图纸已备"])
        for child in story.matter.children { try story.complete(try #require(child.openTasks.first)) }
        #expect(story.matter.children.map { $0.openTasks.map(\.element) } == [["a"], []])
        #expect(story.root.heldMessages.isEmpty)
    }

    @Test("that are signals reach all that wait, and are not kept")
    func signals() throws {
        let story = try joint(
            "<intermediateThrowEvent id=\"t\">\(Self.signal)</intermediateThrowEvent>" + Sketch.task("p"),
            Self.sendArrows, child: Sketch.wait("w", Self.signal) + Sketch.task("a"),
            ["s > w", "w > a", "a > e"])
        try story.complete(try #require(story.root.openTasks.first))
        #expect(story.matter.children.map { $0.openTasks.map(\.element) } == [["a"], ["a"]])
    }

    @Test("that go to and fro for ever are refused, and nothing has happened")
    func endless() throws {
        let story = try joint(
            Self.send + Sketch.wait("back", "<messageEventDefinition messageRef=\"m2\"/>"),
            ["fork > p", "p > t", "t > back", "back > t"],
            child: Sketch.wait("w", Self.message)
                + "<intermediateThrowEvent id=\"r\"><messageEventDefinition messageRef=\"m2\"/></intermediateThrowEvent>"
                + "<exclusiveGateway id=\"g\" default=\"f4\"/>",
            ["s > w", "w > r", "r > g", "g > e if form.stop", "g > w"])
        let task = try #require(story.root.openTasks.first)
        #expect(throws: ProcessError.endless) { try story.complete(task) }
        #expect(story.root.openTasks.map(\.element) == ["p"])
    }

    @Test("an escalation nobody catches is told to the head of the organ in charge")
    func escalation() throws {
        let story = try Story(
            Sketch(
                Sketch.ends + Sketch.task("a")
                    + "<intermediateThrowEvent id=\"t\" name=\"勘察\"><escalationEventDefinition escalationRef=\"x\"/></intermediateThrowEvent>"
                    + Sketch.task("b"), "s > a", "a > t", "t > b", "b > e", declarations: Self.declared))
        try story.complete(.review)
        let event = try #require(story.matter.events.first { $0.action == "case.escalated" })
        #expect(!event.isPublic && event.notice == nil)
        #expect(event.toHead?.chinese.hasSuffix("需要您关注：勘察（逾期未勘）。") == true)
        #expect(story.open == ["b"])
    }
}

extension Story {
    fileprivate func receive(_ message: String, by actor: Actor) throws {
        let number = root.number.text
        try change(by: actor) { try $0.receive(message: message, for: number, on: $1) }
    }
}
