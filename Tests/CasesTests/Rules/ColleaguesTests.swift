import Cases
import Journal
import Testing

@Suite("Colleagues")
struct ColleaguesTests {
    /// A food licence that 李敏 has taken up for review.
    private func claimed() throws -> (Story, CaseTask) {
        let story = try Story(.food)
        try story.complete(.accept)
        let review = try story.task(.review)
        try story.change(by: .liMin) { try $0.claim(task: review.id, on: $1) }
        return (story, review)
    }

    private func transfer(_ task: CaseTask, in story: Story, to colleague: Actor, reason: String = "出差")
        throws
    {
        try story.change(by: .liMin) {
            try $0.transfer(task: task.id, to: Colleague(colleague), reason: reason, on: $1)
        }
    }

    @Test("cannot finish or take what one of them has taken")
    func takenByAnother() throws {
        let (story, review) = try claimed()
        let words = "「审查」已由李敏领取，请与其联系或由其转办。"
        #expect(refusal { try story.complete(review, by: .liMinsColleague) } == .conflict(words))
        let second = refusal {
            try story.change(by: .liMinsColleague) { try $0.claim(task: review.id, on: $1) }
        }
        #expect(second == .conflict(words))
    }

    @Test(
        "of another organ or post cannot be handed a step",
        arguments: [Actor.post("officer", at: "zjj"), .clerk, .post("head", at: "scjg")])
    func wrongPost(colleague: Actor) throws {
        let (story, review) = try claimed()
        let refused = refusal { try transfer(review, in: story, to: colleague) }
        #expect(refused == .invalid("colleague", "只能转给本部门同一岗位的同事。"))
    }

    @Test("are handed a step only with a reason, and never oneself")
    func reason() throws {
        let (story, review) = try claimed()
        #expect(
            refusal { try transfer(review, in: story, to: .liMinsColleague, reason: " ") }
                == .invalid("reason", "请写明转办的原因。"))
        #expect(refusal { try transfer(review, in: story, to: .liMin) } == .invalid("colleague", "不能转给自己。"))
    }

    @Test("take over what they are handed, and the first one lets go")
    func handedOn() throws {
        let (story, review) = try claimed()
        try transfer(review, in: story, to: .liMinsColleague)
        #expect(story.matter.events.map(\.isPublic) == [false])
        #expect(
            refusal { try story.complete(review, by: .liMin) } == .conflict("「审查」已由周强领取，请与其联系或由其转办。"))
        try story.complete(review, by: .liMinsColleague)
        #expect(story.root.tasks.first { $0.id == review.id }?.completedBy?.name == "周强")
    }

    @Test("take what one of them has put back, which is no news for the applicant")
    func putBack() throws {
        let (story, review) = try claimed()
        try story.change(by: .liMin) { try $0.release(task: review.id, on: $1) }
        #expect(story.matter.events.map(\.isPublic) == [false])
        try story.complete(review, by: .liMinsColleague)
        #expect(story.root.tasks.first { $0.id == review.id }?.completedBy?.name == "周强")
    }

    @Test("cannot put back what they have not taken, or what another has")
    func notTaken() throws {
        let (story, review) = try claimed()
        let another = refusal {
            try story.change(by: .liMinsColleague) { try $0.release(task: review.id, on: $1) }
        }
        #expect(another == .conflict("「审查」已由李敏领取，请与其联系或由其转办。"))
        try story.change(by: .liMin) { try $0.release(task: review.id, on: $1) }
        let again = refusal { try story.change(by: .liMin) { try $0.release(task: review.id, on: $1) } }
        #expect(again == .conflict("「审查」还没有人领取。"))
    }
}
