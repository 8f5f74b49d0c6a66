import Journal
import Refusals
import Testing

@testable import Cases

@Suite("Urging")
struct UrgingTests {
    private let supervisor = Actor.post("supervisor", at: "jw")

    @Test("is not for colleagues, other heads or whoever has it, and not of the applicant")
    func refusals() throws {
        let story = try Story(.food)
        try story.complete(.accept)
        let review = try story.task(.review)
        let words = "只有部门负责人、监察人员和受理的综合窗口可以催办。"
        for stranger in [Actor.liMinsColleague, .post("head", at: "zjj"), .post("clerk", at: "cd")] {
            #expect(refusal { try story.urge(review, by: stranger) } == .forbidden(words), "\(stranger.name)")
        }
        #expect(refusal { try story.urge(by: .zhangWei) } == .forbidden("只有申请人可以这样催办。"))
        let waiting = try Story(.drainage)
        try waiting.complete(.accept, "supplement", opinion: "缺制度", missing: ["rules"])
        #expect(
            refusal { try waiting.urge(try waiting.task(.supply), by: .clerk) } == .conflict("正在等待申请人，不用催办。"))
        #expect(refusal { try waiting.urge() } == .conflict("现在没有部门在办理本件，不用催办。"))
    }

    @Test(
        "by the head, the hall and a supervisor reminds the holder and is counted",
        arguments: [Actor.post("head", at: "scjg"), .clerk, .post("supervisor", at: "jw")])
    func reminds(actor: Actor) throws {
        let story = try Story(.food)
        try story.complete(.accept)
        let review = try story.task(.review)
        try story.claim(review, by: .liMin)
        try story.urge(review, note: "请今天办完", by: actor)
        #expect(try story.now(review).urgings == 1)
        let reminder = try #require(story.matter.events.first?.reminder)
        #expect(reminder.holder?.name == "李敏")
        #expect(reminder.sentence.chinese == "「食品经营许可」的「审查」被催办（第 1 次）：请今天办完")
        #expect(story.notices.isEmpty)
    }

    @Test("by officers is once a day for a step, whoever they are; the applicant has a day of their own")
    func onceADay() throws {
        let story = try Story(.food)
        try story.complete(.accept)
        let review = try story.task(.review)
        try story.urge(review, by: supervisor)
        for officer in [supervisor, .post("head", at: "scjg"), .clerk] {
            let refused = refusal { try story.urge(review, by: officer) }
            #expect(refused == .conflict("今天已经催办过，明天再催。"), "\(officer.name)")
        }
        #expect(try story.now(review).urgings == 1)
        try story.urge()
        #expect(try story.now(review).urgings == 2)
        story.now = at("2026-11-10")
        try story.urge(review, by: supervisor)
        #expect(try story.now(review).urgings == 3)
    }

    @Test("by the applicant reaches every organ that works, once a day")
    func applicant() throws {
        let story = try Story(.restaurant)
        try story.goOn(until: .review)
        try story.urge()
        let organs = Set(story.matter.events.compactMap { $0.reminder?.organ })
        #expect(organs.isSuperset(of: ["scjg", "zjj", "xfjy"]))
        #expect(story.matter.events.filter(\.isPublic).map(\.sentence.chinese) == ["申请人催办，已提醒正在办理的部门。"])
        let words = "您今天已经催办过，部门已经收到提醒，请明天再试。"
        #expect(refusal { try story.urge() } == .conflict(words))
        #expect(refusal { try story.urge("zjj") } == .conflict(words))
        story.now = at("2026-11-10")
        try story.urge("zjj")
        #expect(try story.task(.review, of: "zjj").urgings == 2)
        #expect(try story.task(.review, of: "scjg").urgings == 1)
    }
}
