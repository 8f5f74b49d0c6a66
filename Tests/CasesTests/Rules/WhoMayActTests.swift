import Cases
import Journal
import Testing

@Suite("Who may finish a step")
struct WhoMayActTests {
    @Test(
        "is refused to everybody whose step it is not",
        arguments: [
            ("the applicant", Actor.chenJing), ("another organ's officer", Actor.post("officer", at: "scjg")),
            ("the head of the same organ", Actor.post("head", at: "zjj")), ("a clerk", Actor.clerk),
            ("a leader of the district", Actor.leader), ("the machine itself", Actor.system),
        ])
    func notTheirs(who: String, actor: Actor) throws {
        let story = try Story(.drainage)
        try story.complete(.accept)
        let refused = refusal { try story.complete(.review, by: actor) }
        #expect(refused == .forbidden("「审查」由其他岗位办理，您不能代为处理。"), "\(who)")
    }

    @Test("an officer cannot supply what the applicant was asked for")
    func officerForApplicant() throws {
        let story = try Story(.drainage)
        try story.complete(.accept, "supplement", opinion: "缺制度", missing: ["rules"])
        let refused = refusal { try story.supply(by: .clerk) }
        #expect(refused == .forbidden("「补正材料」由其他岗位办理，您不能代为处理。"))
    }

    @Test("whoever is second is told who was first, and nothing of theirs is kept")
    func secondComer() throws {
        let story = try Story(.food)
        try story.complete(.accept)
        let review = try story.task(.review)
        try story.complete(review, opinion: "材料齐全")
        let refused = refusal {
            try story.complete(review, "fail", opinion: "不同意", by: .liMinsColleague)
        }
        #expect(refused == .conflict("「审查」已由李敏办理完毕，您的意见没有保存。"))
        #expect(story.root.tasks.first { $0.id == review.id }?.opinion == "材料齐全")
    }

    @Test("a step that was cancelled needs nobody any more")
    func cancelled() throws {
        let story = try Story(.drainage)
        let accept = try story.task(.accept)
        try story.wait(until: "2026-11-17")
        #expect(refusal { try story.complete(accept) } == .conflict("「受理」已取消，不需要再办理。"))
    }

    @Test("whoever reviewed does not decide, even as the head of the organ")
    func secondPerson() throws {
        let story = try Story(.drainage)
        let both = Actor(
            accountID: 50, name: "邹燕芬", organ: "zjj", roles: ["head", "officer"], channel: "page", address: ""
        )
        try story.complete(.accept)
        try story.complete(.review, by: both)
        let refused = refusal { try story.complete(.decide, by: both) }
        #expect(refused == .forbidden("审查和决定不能由同一人作出，请由其他负责人决定。"))
        try story.complete(.decide)
        #expect(story.root.result?.outcome == .granted)
    }

    @Test("a task nobody knows is not found")
    func unknown() throws {
        let story = try Story(.drainage)
        let refused = refusal {
            try story.change(by: .clerk) {
                try $0.complete(task: -1, with: Finding(outcome: "accept"), on: $1)
            }
        }
        #expect(refused == .notFound("没有找到这个任务。"))
    }
}
