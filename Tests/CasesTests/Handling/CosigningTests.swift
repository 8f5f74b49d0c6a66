import BusinessProcess
import Journal
import Testing

@testable import Cases

@Suite("Colleagues who sign as well")
struct CosigningTests {
    private let second = Actor.liMinsColleague
    private let head = Actor.post("head", at: "scjg")

    private func review() throws -> (Story, CaseTask) {
        let story = try Story(.food)
        try story.complete(.accept)
        return (story, try story.task(.review))
    }

    @Test("are of the same organ, are told what for, and do not decide later what they sign now")
    func refusals() throws {
        let (story, task) = try review()
        #expect(
            refusal { try story.sign(task, with: .post("officer", at: "zjj"), .before, by: .liMin) }
                == .invalid("colleague", "只能请本部门的同事加签。"))
        #expect(
            refusal { try story.sign(task, with: .liMin, .before, by: .liMin) }
                == .invalid("colleague", "不能请自己加签。"))
        #expect(
            refusal { try story.sign(task, with: second, .before, by: .liMin, reason: "") }
                == .invalid("reason", "请写明请对方办什么。"))
        #expect(
            refusal { try story.sign(task, with: head, .before, by: .liMin) }
                == .invalid("colleague", "对方还要作出决定，不能参与审查，可以征求其意见。"))
        let accept = try Story(.food).task(.accept)
        #expect(
            refusal { try Story(.food).sign(accept, with: .post("clerk", at: "zwfw"), .before, by: .clerk) }
                == .conflict("受理以前和决定以后的环节不能加签。"))
    }

    @Test("a decision is made by whose it is, so that others sign before it, and no reviewer does")
    func decision() throws {
        let (story, task) = try review()
        try story.complete(task)
        try story.complete(.inspect)
        let decide = try story.task(.decide)
        let deputy = Actor(
            accountID: 71, name: "副局长", organ: "scjg", roles: ["head"], channel: "page", address: "")
        #expect(
            refusal { try story.sign(decide, with: deputy, .after, by: head) }
                == .conflict("决定由原办理人最后作出，只能前加签。"))
        #expect(
            refusal { try story.sign(decide, with: .liMin, .before, by: head) }
                == .invalid("colleague", "审查过本件的人不能参与决定，请选择其他同事。"))
        try story.sign(decide, with: deputy, .before, by: head)
        try story.complete(try story.task(.decide), "deny", opinion: "不同意", by: deputy)
        #expect(story.root.phase == .accepted)
        try story.complete(decide, by: head)
        #expect(story.root.result?.outcome == .granted && story.root.result?.decidedBy?.name == "王建华")
    }

    @Test("before: the step waits for them and is nobody's meanwhile")
    func before() throws {
        let (story, task) = try review()
        try story.sign(task, with: second, .before, by: .liMin)
        #expect(story.root.openTasks.map(\.name) == ["审查（加签）"])
        #expect(story.root.parkedTasks.map(\.id) == [task.id])
        #expect(refusal { try story.complete(task, by: .liMin) } == .conflict("还没有轮到「审查」，要等加签的人先办。"))
        try story.complete(try story.task(.review), "fail", opinion: "面积不符", by: second)
        #expect(story.root.openTasks.map(\.id) == [task.id] && story.root.parkedTasks.isEmpty)
        try story.complete(task, by: .liMin)
        #expect(story.root.openTasks.map(\.act) == [.inspect])
    }

    @Test("after: they are told when it is their turn, and what they say does not overrule")
    func after() throws {
        let (story, task) = try review()
        try story.sign(task, with: second, .after, by: .liMin)
        let signer = try #require(story.root.parkedTasks.first)
        #expect(signer.question == "请核对面积" && signer.addedBy?.name == "李敏")
        try story.complete(task, by: .liMin)
        #expect(story.root.openTasks.map(\.id) == [signer.id])
        try story.complete(signer, "fail", opinion: "面积不符", by: second)
        #expect(story.root.openTasks.map(\.act) == [.inspect], "李敏's word counts")
        try story.goOn()
        #expect(story.root.phase == .closed)
    }

    @Test("in parallel: in any order")
    func parallel() throws {
        let (story, task) = try review()
        try story.sign(task, with: second, .parallel, by: .liMin)
        #expect(
            refusal { try story.sign(task, with: second, .parallel, by: .liMin) }
                == .conflict("对方已经在这一步签办，不用再加签。"))
        try story.complete(task, by: .liMin)
        #expect(story.root.openTasks.map(\.act) == [.review])
        try story.complete(try story.task(.review), by: second)
        #expect(story.root.openTasks.map(\.act) == [.inspect])
    }

    @Test("are let go by whoever asked them or the head, and by nobody else")
    func removal() throws {
        let (story, task) = try review()
        try story.sign(task, with: second, .before, by: .liMin)
        let signer = try story.task(.review)
        #expect(refusal { try story.unsign(task, by: .liMin) } == .conflict("「审查」不是加签的任务，不能减签。"))
        #expect(refusal { try story.unsign(signer, by: second) } == .forbidden("只有请他加签的李敏或者本部门负责人可以减签。"))
        try story.unsign(signer, by: head)
        #expect(try story.now(signer).state == .cancelled)
        #expect(story.root.openTasks.map(\.id) == [task.id])
    }

    @Test("of an inspection do not tell the applicant twice, and the clock runs when the last is done")
    func inspection() throws {
        let (story, task) = try review()
        try story.complete(task)
        let inspect = try story.task(.inspect)
        try story.sign(inspect, with: second, .parallel, by: .liMin)
        #expect(story.notices.isEmpty)
        try story.complete(inspect, by: .liMin)
        #expect(story.root.isPaused)
        try story.complete(try story.task(.inspect), by: second)
        #expect(!story.root.isPaused)
    }

    @Test("have nothing more to do once the step is taken back from under them")
    func sentBack() throws {
        let (story, task) = try review()
        try story.complete(task)
        let inspect = try story.task(.inspect)
        try story.sign(inspect, with: second, .parallel, by: .liMin)
        try story.sendBack(try story.now(inspect), to: "review", by: .liMin)
        #expect(story.root.openTasks.map(\.act) == [.review] && story.root.parkedTasks.isEmpty)
        #expect(!story.root.isPaused)
    }
}
