import Cases
import Codes
import Journal
import Testing

@Suite("Withdrawal")
struct WithdrawalTests {
    private func withdraw(_ story: Story, by actor: Actor = .chenJing) throws {
        try story.change(by: actor) { try $0.withdraw(reason: "改变计划", on: $1) }
    }

    @Test(
        "is for the applicant alone", arguments: [Actor.zhangWei, .clerk, .post("head", at: "zjj"), .leader])
    func notTheirs(actor: Actor) throws {
        let story = try Story(.drainage)
        #expect(refusal { try withdraw(story, by: actor) } == .forbidden("只有申请人可以撤回申请。"))
    }

    @Test("comes too late after the decision")
    func afterDecision() throws {
        let story = try Story(.drainage)
        try story.goOn(until: .deliver)
        #expect(refusal { try withdraw(story) } == .conflict("本件「已决定，待送达」，已不能撤回。"))
        try story.goOn()
        #expect(refusal { try withdraw(story) } == .conflict("本件「已办结」，已不能撤回。"))
    }

    @Test("of a joint service comes too late once one item is decided")
    func afterOneDecision() throws {
        let story = try Story(.restaurant)
        try story.goOn(until: .review)
        try story.complete(.decide, of: "wsjk")
        #expect(refusal { try withdraw(story) } == .conflict("「公共场所卫生许可」已经作出决定，不能再撤回整件申请。"))
    }

    @Test("happens once")
    func twice() throws {
        let story = try Story(.drainage)
        try withdraw(story)
        #expect(refusal { try withdraw(story) } == .conflict("本件「已撤回」，已不能撤回。"))
    }

    @Test(
        "before acceptance, while supplementing and while in review ends everything",
        arguments: [Act.accept, .supply, .review])
    func lawful(moment: Act) throws {
        let story = try Story(.drainage)
        if moment != .accept {
            try story.complete(.accept, moment == .supply ? "supplement" : "accept", opinion: "缺制度")
        }
        try withdraw(story)
        #expect(story.root.phase == .withdrawn)
        #expect(story.root.result?.outcome == .withdrawn)
        #expect(story.root.openTasks.isEmpty && story.root.timers.isEmpty)
        #expect(story.root.clocks.allSatisfy { $0.stoppedAt != nil && $0.dueAt != nil })
        #expect(story.notices == ["您已撤回「污水排入排水管网许可」申请。"])
    }

    @Test("of a joint service ends every item, and every organ can read it in its own case")
    func joint() throws {
        let story = try Story(.restaurant)
        try story.goOn(until: .review)
        try withdraw(story)
        #expect(story.matter.cases.allSatisfy { $0.phase == .withdrawn && $0.openTasks.isEmpty })
        #expect(story.matter.events.map(\.number) == story.matter.cases.map(\.number.text))
        #expect(story.notices.count == 1)
    }
}

@Suite("Rating")
struct RatingTests {
    private func rate(_ story: Story, _ grade: Int, comment: String? = nil, by actor: Actor = .chenJing)
        throws
    {
        let number = story.root.number.text
        try story.change(by: actor) { try $0.rate(number, grade: grade, comment: comment, on: $1) }
    }

    @Test("waits for the end")
    func tooEarly() throws {
        let story = try Story(.drainage)
        #expect(refusal { try rate(story, 5) } == .conflict("办结以后才能评价。"))
        try story.goOn(until: .deliver)
        #expect(refusal { try rate(story, 5) } == .conflict("办结以后才能评价。"))
    }

    @Test("is for the applicant alone, once, from one to five", arguments: [0, 6, -1])
    func refused(grade: Int) throws {
        let story = try Story(.drainage)
        try story.goOn()
        #expect(refusal { try rate(story, 5, by: .clerk) } == .forbidden("只有申请人可以评价。"))
        #expect(refusal { try rate(story, grade) } == .invalid("grade", "请从「非常满意」到「非常不满意」中选择一项。"))
        try rate(story, 3)
        #expect(refusal { try rate(story, 5) } == .conflict("您已经评价过了，谢谢。"))
    }

    @Test("is kept with its words", arguments: [(5, "非常满意"), (1, "非常不满意")])
    func kept(grade: Int, label: String) throws {
        let story = try Story(.drainage)
        try story.goOn()
        try rate(story, grade, comment: "办得快")
        #expect(story.root.rating?.label == label)
        #expect(story.root.rating?.comment == "办得快")
    }

    @Test("is open to those who were refused, too")
    func afterRefusal() throws {
        let story = try Story(.drainage)
        try story.complete(.accept, "refuse", opinion: "不属于本区管辖")
        try rate(story, 1)
        #expect(story.root.rating?.grade == 1)
    }
}
