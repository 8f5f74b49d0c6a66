import Journal
import Refusals
import Testing

@testable import Cases

@Suite("A step taken back from whoever is away")
struct RecallTests {
    private func review() throws -> (Story, CaseTask) {
        let story = try Story(.food)
        try story.complete(.accept)
        return (story, try story.task(.review))
    }

    @Test("is taken by nobody but its owner and the head of its organ, with a reason, from somebody")
    func refusals() throws {
        let (story, task) = try review()
        let head = Actor.post("head", at: "scjg")
        #expect(refusal { try story.recall(task, by: head) } == .conflict("「审查」不在别人手里，不用收回。"))
        try story.claim(task, by: .liMin)
        for stranger in [Actor.liMin, .liMinsColleague, .post("head", at: "wsjk"), .chenJing] {
            #expect(
                refusal { try story.recall(task, by: stranger) } == .forbidden("只有委托人和办理部门的负责人可以收回「审查」。"))
        }
        #expect(
            refusal { try story.recall(task, by: head, reason: " ") }
                == .invalid("reason", "请写明收回的原因，李敏会看到。"))
    }

    @Test("goes back to whoever had delegated it")
    func delegated() throws {
        let (story, task) = try review()
        try story.delegate(task, to: .liMinsColleague, by: .liMin)
        try story.recall(task, by: .liMin)
        #expect(story.matter.events.map(\.sentence.chinese) == ["李敏收回周强手里的「审查」：出差在外"])
        #expect(try story.now(task).owner == nil && story.now(task).holder?.name == "李敏")
        #expect(refusal { try story.recall(task, by: .liMin) } != nil)
        try story.complete(task, by: .liMin)
    }

    @Test("is open to the whole post again when the head takes it, delegated or not")
    func head() throws {
        let (story, task) = try review()
        try story.delegate(task, to: .liMinsColleague, by: .liMin)
        try story.recall(task, by: .post("head", at: "scjg"))
        #expect(try story.now(task).owner == nil && story.now(task).holder == nil)
        try story.claim(task, by: .liMinsColleague)
        try story.complete(task, by: .liMinsColleague)
        #expect(try story.now(task).completedBy?.name == "周强")
    }

    @Test("can be taken back while it stands still")
    func still() throws {
        let (story, task) = try review()
        try story.claim(task, by: .liMin)
        try story.halt(task, by: .liMin)
        try story.recall(task, by: .post("head", at: "scjg"))
        #expect(try story.now(task).holder == nil && story.now(task).isSuspended)
    }

    @Test("claiming twice is told once")
    func twice() throws {
        let (story, task) = try review()
        try story.claim(task, by: .liMin)
        try story.claim(task, by: .liMin)
        #expect(story.matter.events.isEmpty)
    }
}
