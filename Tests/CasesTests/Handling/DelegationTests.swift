import Journal
import Refusals
import Testing

@testable import Cases

@Suite("A step done in a colleague's place")
struct DelegationTests {
    private func review() throws -> (Story, CaseTask) {
        let story = try Story(.food)
        try story.complete(.accept)
        return (story, try story.task(.review))
    }

    @Test("goes to a colleague of the same post with a reason, and never to oneself")
    func refusals() throws {
        let (story, task) = try review()
        #expect(
            refusal { try story.delegate(task, to: .post("head", at: "scjg"), by: .liMin) }
                == .invalid("colleague", "只能委托本部门同一岗位的同事。"))
        #expect(
            refusal { try story.delegate(task, to: .liMin, by: .liMin) } == .invalid("colleague", "不能委托自己。"))
        #expect(
            refusal { try story.delegate(task, to: .liMinsColleague, by: .liMin, reason: " ") }
                == .invalid("reason", "请写明委托的事由。"))
    }

    @Test("is neither finished nor handed on by the deputy")
    func deputy() throws {
        let (story, task) = try review()
        try story.delegate(task, to: .liMinsColleague, by: .liMin)
        #expect(try story.now(task).holder?.name == "周强" && story.now(task).owner?.name == "李敏")
        #expect(
            refusal { try story.complete(task, by: .liMinsColleague) }
                == .conflict("「审查」是受李敏委托办理的，请先交回，由李敏办结。"))
        #expect(
            refusal { try story.change(by: .liMinsColleague) { try $0.release(task: task.id, on: $1) } }
                == .conflict("受委托办理的一步不能放回，请先交回委托人。"))
        #expect(
            refusal { try story.delegate(task, to: .liMin, by: .liMinsColleague) }
                == .conflict("这一步已经委托他人办理，不能再委托。"))
        #expect(refusal { try story.complete(task, by: .liMin) } == .conflict("「审查」已由周强领取，请与其联系或由其转办。"))
    }

    @Test("comes back with what was found, and its owner finishes it")
    func handedBack() throws {
        let (story, task) = try review()
        #expect(refusal { try story.handBack(task, by: .liMin) } == .conflict("「审查」没有委托，不用交回。"))
        try story.delegate(task, to: .liMinsColleague, by: .liMin)
        #expect(
            refusal { try story.handBack(task, note: "", by: .liMinsColleague) }
                == .invalid("note", "请写明办理的情况，李敏会看到。"))
        try story.handBack(task, note: "面积属实", by: .liMinsColleague)
        #expect(story.matter.events.map(\.sentence.chinese) == ["周强将「审查」交回李敏：面积属实"])
        #expect(try story.now(task).owner == nil && story.now(task).holder?.name == "李敏")
        try story.complete(task, by: .liMin)
        #expect(try story.now(task).completedBy?.name == "李敏")
    }
}
