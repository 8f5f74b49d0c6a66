import Journal
import Refusals
import Testing

@testable import Cases

@Suite("Giving work back, in a review of several organs")
struct ReturningTests {
    private let lead = Actor.post("officer", at: "cgj")
    private let police = Actor.post("officer", at: "gaj")
    private let head = Actor.post("head", at: "cgj")

    private func decision() throws -> (Story, CaseTask) {
        let story = try Story(.road)
        try story.goOn(until: .decide)
        return (story, try story.task(.decide))
    }

    @Test("needs a step that comes before, and nobody goes back behind what has been issued")
    func refusals() throws {
        let (story, decide) = try decision()
        #expect(
            refusal { try story.sendBack(decide, to: "deliver", by: head) }
                == .conflict("「送达」不在这一步之前，不能退回到那里。"))
        #expect(
            refusal { try story.sendBack(decide, to: "accept", by: head) }
                == .conflict("「出具受理通知书」已经作出，不能退回到它之前。"))
        #expect(
            refusal { try story.sendBack(decide, to: nil, by: head) } == .conflict("上一步由几个部门同时办理，不能退回。"))
    }

    @Test("leads to one of them, whoever did it has it again, and the other's word still counts")
    func toOneBranch() throws {
        let (story, decide) = try decision()
        try story.sendBack(decide, to: "opinion1", by: head)
        #expect(story.root.openTasks.map(\.element) == ["opinion1"])
        #expect(story.root.openTasks.first?.holder?.name == police.name)
        #expect(story.root.outcomes["review"] == "pass")
        #expect(story.root.outcomes["opinion1"] == nil)
        try story.goOn()
        #expect(story.root.phase == .closed)
    }

    @Test("tells where it goes, to officers alone")
    func told() throws {
        let (story, decide) = try decision()
        try story.sendBack(decide, to: "opinion1", by: head, reason: "请写明路段")
        #expect(story.matter.events.map(\.sentence.chinese) == ["\(head.name)将「决定」退回到「协办部门意见」：请写明路段"])
        #expect(story.matter.events.allSatisfy { !$0.isPublic && $0.notice == nil })
    }

    @Test(
        "a rejection is refused where a notice of acceptance has gone out, and starts an item of a whole anew"
    )
    func rejection() throws {
        let (story, decide) = try decision()
        let refused = refusal {
            try story.change(by: head) { try $0.reject(task: decide.id, reason: "重来", on: $1) }
        }
        #expect(refused == .conflict("「出具受理通知书」已经作出，不能退回到它之前。"))
        let whole = try Story(.restaurant)
        try whole.goOn(until: .review)
        let review = try whole.task(.review, of: "zjj")
        try whole.complete(review)
        let item = try whole.task(.decide, of: "zjj")
        try whole.change(by: .post("head", at: "zjj")) { try $0.reject(task: item.id, reason: "重来", on: $1) }
        let again = try whole.subject("zjj").openTasks
        #expect(again.map(\.act) == [.review] && again.first?.holder == review.holder ?? again.first?.holder)
        #expect(again.first?.holder?.name == "潘晓燕")
    }

    @Test("taking back is for whoever did it, and before anybody goes on")
    func notTheirs() throws {
        let story = try Story(.road)
        try story.complete(.accept)
        let opinion = try story.task(.opinion)
        try story.complete(opinion)
        let words = "只有办完「协办部门意见」的人可以撤回。"
        #expect(refusal { try story.withdraw(opinion, by: lead) } == .forbidden(words))
        #expect(
            refusal { try story.withdraw(try story.task(.review), by: lead) }
                == .forbidden("只有办完「主办部门审查」的人可以撤回。"))
        try story.complete(.review)
        try story.claim(try story.task(.decide), by: head)
        #expect(refusal { try story.withdraw(opinion, by: police) } == .conflict("「决定」已经开始办理，不能撤回。"))
    }

    @Test("taking back undoes the join, and the decision nobody has begun is gone")
    func takenBack() throws {
        let (story, decide) = try decision()
        let opinion = try #require(story.root.tasks.first { $0.act == .opinion })
        try story.withdraw(opinion, by: police)
        #expect(try story.now(decide).state == .cancelled)
        #expect(story.root.isUndone(opinion))
        #expect(refusal { try story.withdraw(opinion, by: police) } == .conflict("「协办部门意见」已经重新办理，不用撤回。"))
        try story.complete(.opinion, "disagree", opinion: "影响交通", by: police)
        try story.goOn()
        #expect(story.root.phase == .closed)
    }

    @Test("what the law has decided is not taken back")
    func decided() throws {
        let (story, decide) = try decision()
        try story.complete(decide)
        #expect(refusal { try story.withdraw(decide, by: head) } == .conflict("受理以前和决定以后的环节不能撤回。"))
        let early = try Story(.road)
        let accept = try early.task(.accept)
        try early.complete(accept)
        #expect(refusal { try early.withdraw(accept, by: .clerk) } == .conflict("「出具受理通知书」已经作出，不能退回到它之前。"))
    }

    @Test("taking back the review before an inspection lets the clock run again")
    func inspection() throws {
        let story = try Story(.food)
        try story.goOn(until: .inspect)
        #expect(story.root.isPaused)
        let review = try #require(story.root.tasks.first { $0.act == .review })
        try story.withdraw(review, by: .liMin)
        #expect(!story.root.isPaused && story.root.openTasks.map(\.act) == [.review])
    }
}
