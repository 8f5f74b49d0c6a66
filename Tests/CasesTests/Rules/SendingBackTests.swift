import Cases
import Journal
import Testing

@Suite("Sending back")
struct SendingBackTests {
    private func sendBack(_ act: Act, in story: Story, by actor: Actor, reason: String = "请补充理由") throws {
        let task = try story.task(act)
        try story.change(by: actor) { try $0.sendBack(task: task.id, reason: reason, on: $1) }
    }

    private let head = Actor.post("head", at: "zjj")

    @Test("needs a reason, and is not for outsiders")
    func refusals() throws {
        let story = try Story(.drainage)
        try story.goOn(until: .decide)
        #expect(
            refusal { try sendBack(.decide, in: story, by: head, reason: "") }
                == .invalid("reason", "请写明退回的原因。"))
        #expect(
            refusal { try sendBack(.decide, in: story, by: .clerk) }
                == .forbidden("「决定」由其他岗位办理，您不能代为处理。"))
    }

    @Test("goes no further than the acceptance, which has been issued")
    func afterAcceptance() throws {
        let story = try Story(.drainage)
        try story.complete(.accept)
        let refused = refusal { try sendBack(.review, in: story, by: .post("officer", at: "zjj")) }
        #expect(refused == .conflict("「出具受理通知书」已经作出，不能退回到它之前。"))
    }

    @Test("is not possible before acceptance or after the decision")
    func outsideReview() throws {
        let words = "受理以前和决定以后的环节不能退回。"
        let story = try Story(.drainage)
        #expect(refusal { try sendBack(.accept, in: story, by: .clerk) } == .conflict(words))
        try story.goOn(until: .deliver)
        #expect(refusal { try sendBack(.deliver, in: story, by: .clerk) } == .conflict(words))
    }

    @Test("is not possible while organs work side by side")
    func inParallel() throws {
        let story = try Story(.road)
        try story.complete(.accept)
        let refused = refusal { try sendBack(.opinion, in: story, by: .post("officer", at: "gaj")) }
        #expect(refused == .conflict("这一步正与其他部门同时办理，不能退回。"))
    }

    @Test("does not lead from an item of a joint service into the whole")
    func firstStepOfAnItem() throws {
        let story = try Story(.restaurant)
        try story.goOn(until: .review)
        let refused = refusal { try sendBack(.review, in: story, by: .liMin) }
        #expect(refused == .conflict("这是第一步，前面没有可以退回的步骤。"))
    }

    @Test("leads from the bureau to the street")
    func toTheStreet() throws {
        let story = try Story(.allowance, of: .zhangWei, by: .zhangWei, street: "cd")
        try story.complete(.accept)
        try story.complete(.review, of: "cd")
        try sendBack(.review, in: story, by: .post("officer", at: "mzj"))
        #expect(story.root.openTasks.map(\.organ) == ["cd"])
    }

    @Test("opens the step before anew, for its post, and the old finding no longer counts")
    func onceMore() throws {
        let story = try Story(.drainage)
        try story.goOn(until: .decide)
        try sendBack(.decide, in: story, by: head)
        #expect(story.root.openTasks.map(\.act) == [.review])
        #expect(story.root.openTasks.first?.outcome == nil)
        #expect(story.matter.events.map(\.isPublic) == [false])
        try story.goOn()
        #expect(story.root.phase == .closed)
    }

    @Test("into and out of an inspection stops and starts the clock")
    func inspection() throws {
        let story = try Story(.food)
        try story.goOn(until: .inspect)
        try sendBack(.inspect, in: story, by: .liMin)
        #expect(!story.root.isPaused)
        #expect(story.actions.contains("case.resumed"))
        try story.goOn(until: .decide)
        try sendBack(.decide, in: story, by: .post("head", at: "scjg"))
        #expect(story.root.openTasks.map(\.act) == [.inspect])
        #expect(story.root.isPaused)
    }
}
