import Cases
import Journal
import Testing

@Suite("Asking a colleague")
struct ConsultationTests {
    private func reviewed() throws -> (Story, CaseTask) {
        let story = try Story(.food)
        try story.complete(.accept)
        return (story, try story.task(.review))
    }

    private func ask(
        _ colleague: Actor, about task: CaseTask, in story: Story, _ question: String = "专间面积够不够？"
    ) throws {
        try story.change(by: .liMin) {
            try $0.consult(task: task.id, Colleague(colleague), question: question, on: $1)
        }
    }

    @Test("is refused across organs, to oneself, and without a question")
    func refusals() throws {
        let (story, review) = try reviewed()
        let stranger = refusal { try ask(.post("officer", at: "zjj"), about: review, in: story) }
        #expect(stranger == .invalid("colleague", "只能征求本部门同事的意见。"))
        #expect(refusal { try ask(.liMin, about: review, in: story) } == .invalid("colleague", "不能征求自己的意见。"))
        let silent = refusal { try ask(.liMinsColleague, about: review, in: story, "") }
        #expect(silent == .invalid("question", "请写明要征求意见的问题。"))
    }

    @Test("a question cannot be sent back, and only the one asked may answer")
    func onlyTheOneAsked() throws {
        let (story, review) = try reviewed()
        try ask(.liMinsColleague, about: review, in: story)
        let question = try story.task(.advise)
        let back = refusal {
            try story.change(by: .liMinsColleague) {
                try $0.sendBack(task: question.id, reason: "不懂", on: $1)
            }
        }
        #expect(back == .conflict("征求意见的任务不能退回，请直接写明您的意见。"))
        let other = refusal { try story.complete(question, opinion: "够", by: .liMin) }
        #expect(other == .conflict("「征求意见：审查」已由周强领取，请与其联系或由其转办。"))
    }

    @Test("the answer is kept for the officers, and the process does not wait for it")
    func answered() throws {
        let (story, review) = try reviewed()
        try ask(.liMinsColleague, about: review, in: story)
        try story.complete(.advise, opinion: "够用", by: .liMinsColleague)
        #expect(story.matter.events.allSatisfy { !$0.isPublic })
        #expect(story.root.tasks.last?.opinion == "够用")
        #expect(try story.task(.review).id == review.id)
    }

    @Test("what nobody answered is moot once the step is over")
    func moot() throws {
        let (story, review) = try reviewed()
        try ask(.liMinsColleague, about: review, in: story)
        let question = try story.task(.advise)
        try story.complete(review)
        #expect(story.root.openTasks.map(\.act) == [.inspect])
        #expect(
            refusal { try story.complete(question, opinion: "够", by: .liMinsColleague) }
                == .conflict("「征求意见：审查」已取消，不需要再办理。"))
    }

    @Test("an answer does not make its author a reviewer")
    func adviserMayDecide() throws {
        let (story, review) = try reviewed()
        let head = Actor.post("head", at: "scjg")
        try ask(head, about: review, in: story)
        try story.complete(.advise, opinion: "可以", by: head)
        try story.goOn(until: .decide)
        try story.complete(.decide, by: head)
        #expect(story.root.result?.outcome == .granted)
    }
}
