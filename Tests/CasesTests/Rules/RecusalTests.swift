import Cases
import Journal
import Testing

@Suite("Nobody handles an application of their own")
struct RecusalTests {
    /// 李敏 of 市场监督管理局 applies for a licence that her own bureau grants.
    private static let liMinHerself = Applicant(
        kind: .person, name: "李敏", code: "441299198808080028", accountID: Actor.liMin.accountID)
    private static let words = Refused.forbidden("这是您本人提出的申请，您应当回避，由其他同事办理。")

    private func underReview() throws -> (Story, CaseTask) {
        let story = try Story(.food, of: Self.liMinHerself, by: .liMin)
        try story.complete(.accept)
        return (story, try story.task(.review))
    }

    @Test("neither takes it nor finishes it; a colleague does")
    func ownTask() throws {
        let (story, review) = try underReview()
        #expect(
            refusal { try story.change(by: .liMin) { try $0.claim(task: review.id, on: $1) } } == Self.words)
        #expect(refusal { try story.complete(review, by: .liMin) } == Self.words)
        try story.complete(review, by: .liMinsColleague)
        #expect(story.root.openTasks.map(\.act) == [.inspect])
    }

    @Test("nor is it handed to them, or their opinion asked")
    func handedOn() throws {
        let (story, review) = try underReview()
        let expected = Refused.invalid("colleague", "这是该同事本人提出的申请，应当回避，请选择其他同事。")
        let handed = refusal {
            try story.change(by: .liMinsColleague) {
                try $0.transfer(task: review.id, to: Colleague(.liMin), reason: "出差", on: $1)
            }
        }
        let asked = refusal {
            try story.change(by: .liMinsColleague) {
                try $0.consult(task: review.id, Colleague(.liMin), question: "是否同意？", on: $1)
            }
        }
        #expect(handed == expected)
        #expect(asked == expected)
    }

    @Test("nor do they stop its clock, or put its decision off")
    func clocks() throws {
        let (story, _) = try underReview()
        #expect(refusal { try story.suspend(by: .liMin) } == Self.words)
        let head = Actor(
            accountID: Actor.liMin.accountID, name: "李敏", organ: "scjg", roles: ["head"], channel: "page",
            address: "")
        #expect(refusal { try story.extend(by: head) } == Self.words)
    }

    @Test("but they may take it back, as every applicant")
    func withdrawal() throws {
        let (story, _) = try underReview()
        try story.change(by: .liMin) { try $0.withdraw(reason: "", on: $1) }
        #expect(story.root.phase == .withdrawn)
    }
}
