import Journal
import Refusals
import Testing

@testable import Cases

@Suite("Orders of the head of the organ in charge")
struct OrderTests {
    private let head = Actor.post("head", at: "scjg")

    private func reviewing() throws -> (Story, CaseTask) {
        let story = try Story(.food)
        try story.complete(.accept)
        return (story, try story.task(.review))
    }

    @Test("a jump is no one else's, has a reason, and leads to a step between acceptance and decision")
    func jumpRefused() throws {
        let (story, review) = try reviewing()
        for actor in [Actor.liMin, .leader, .post("sysadmin", at: "zwfw"), .post("head", at: "zjj")] {
            #expect(
                refusal { try story.jump(review, to: "inspect", by: actor) } == .forbidden("只有主办部门的负责人可以跳转。"))
        }
        #expect(
            refusal { try story.jump(review, to: "inspect", by: head, reason: "") }
                == .invalid("reason", "请写明跳转的原因。"))
        for place in ["deliver", "accept", "issue", "granted", "nowhere", "review"] {
            #expect(refusal { try story.jump(review, to: place, by: head) } == .invalid("to", "请选择跳转到哪一步。"))
        }
        #expect(
            refusal { try story.jump(review, to: "decide", by: head) }
                == .conflict("还没有审查，不能跳转到「决定」（《行政许可法》第三十四条）。"))
    }

    @Test("a jump within a parallel review stays where the others need not wait in vain")
    func jumpInParallel() throws {
        let story = try Story(.road)
        try story.complete(.accept)
        try story.complete(.review)
        let opinion = try story.task(.opinion)
        let refused = refusal { try story.jump(opinion, to: "decide", by: .post("head", at: "cgj")) }
        #expect(refused == .conflict("跳转到「决定」以后，其他分支会等不齐或者重复办理，不能跳转。"))
    }

    @Test("a jump is told with its reason, and the inspection it enters stops the clock")
    func jump() throws {
        let (story, review) = try reviewing()
        try story.jump(review, to: "inspect", by: head, reason: "审查已在前一件完成")
        #expect(story.root.openTasks.map(\.act) == [.inspect] && story.root.isPaused)
        #expect(story.matter.events.last?.sentence.chinese == "王建华将「审查」跳转到「现场核查」：审查已在前一件完成")
    }

    @Test(
        "an end without decision is no one else's, has a reason, and comes after acceptance and before the decision"
    )
    func terminationRefused() throws {
        let (story, _) = try reviewing()
        #expect(refusal { try story.terminate(by: .liMin) } == .forbidden("只有主办部门的负责人可以终止办理。"))
        #expect(
            refusal { try story.terminate(by: head, reason: " ") }
                == .invalid("reason", "请写明终止办理的理由，会写进给申请人的通知书。"))
        let early = try Story(.food)
        #expect(refusal { try early.terminate(by: head) } == .conflict("本件「待受理」，不能终止办理。"))
        try story.goOn(until: .deliver)
        #expect(refusal { try story.terminate(by: head) } == .conflict("本件「已决定，待送达」，不能终止办理。"))
    }

    @Test("an end without decision is told in writing with remedies, and nothing is left to do")
    func termination() throws {
        let (story, _) = try reviewing()
        try story.terminate(by: head)
        #expect(story.root.phase == .closed && story.root.result?.outcome == .terminated)
        #expect(story.root.openTasks.isEmpty && story.root.clocks.allSatisfy { $0.stoppedAt != nil })
        #expect(story.notices == ["端州区scjg终止办理「食品经营许可」。理由：申请人已注销"])
        let paper = try #require(story.root.documents.last)
        #expect(paper.kind == .termination && paper.paragraphs.last?.contains("行政复议") == true)
    }

    @Test("one item of a whole ends, and the whole says what it means for the rest")
    func oneItem() throws {
        let story = try Story(.restaurant)
        try story.goOn(until: .review)
        try story.terminate("zjj", by: .post("head", at: "zjj"))
        #expect(refusal { try story.terminate(by: head) } == .conflict("「污水排入排水管网许可」已经办结，不能终止整件申请，请逐项终止。"))
        try story.goOn()
        #expect(story.root.phase == .closed && story.root.result?.outcome == .partial)
        #expect(try story.subject("zjj").result?.outcome == .terminated)
    }
}
