import BusinessProcess
import Journal
import Testing

@testable import Cases

@Suite("A vote of several organs")
struct VoteTests {
    private let organs = ["cgj", "gaj", "xfjy"]

    private func voting() throws -> Story {
        let story = try Story(Committee.plan)
        try story.complete(.accept)
        try story.complete(.review)
        return story
    }

    private func vote(_ organ: String, _ outcome: String, in story: Story) throws {
        try story.complete(.opinion, of: organ, outcome, by: .post("head", at: organ))
    }

    @Test("has a seat for each organ, which nobody else takes or adds to")
    func seats() throws {
        let story = try voting()
        #expect(story.root.openTasks.map(\.organ) == organs)
        let seat = try story.task(.opinion, of: "gaj")
        #expect(
            refusal { try story.complete(seat, by: .post("head", at: "cgj")) }
                == .forbidden("「会商表决」由其他岗位办理，您不能代为处理。"))
        #expect(
            refusal { try story.sign(seat, with: .second(at: "gaj"), .before, by: .post("head", at: "gaj")) }
                == .conflict("表决的人数由流程确定，不能加签。"))
    }

    @Test("counts what was said, and ends as soon as enough agree")
    func enough() throws {
        let story = try voting()
        let seat = try story.task(.opinion, of: "gaj")
        try vote("cgj", "disagree", in: story)
        let process = try #require(Samples.definitions[ProcessKey(id: "committee", version: 1)])
        let ballot = try #require(story.root.ballot(of: seat, in: process))
        #expect((ballot.seats, ballot.answered, ballot.goal?.number) == (3, 1, 2))
        #expect(ballot.counts == [.init(label: "不同意", number: 1)])
        try vote("gaj", "agree", in: story)
        try vote("xfjy", "agree", in: story)
        try story.goOn()
        #expect(story.root.result?.outcome == .granted)
    }

    @Test("ends at once with an objection, and the other seats are empty")
    func veto() throws {
        let story = try voting()
        let seat = try story.task(.opinion, of: "xfjy")
        try vote("cgj", "agree", in: story)
        try vote("gaj", "veto", in: story)
        #expect(try story.now(seat).state == .cancelled)
        try story.goOn()
        #expect(story.root.result?.outcome == .denied, "whatever the decision says, the vote did not agree")
    }

    @Test("is one voice for each person, whatever posts they hold")
    func oneVoice() throws {
        let story = try voting()
        let both = Actor.post("head", at: "gaj")
        try story.complete(.opinion, of: "gaj", "agree", by: both)
        let elsewhere = Actor(
            accountID: both.accountID, name: both.name, organ: "xfjy", roles: ["head"], channel: "page",
            address: "")
        #expect(
            refusal { try story.complete(.opinion, of: "xfjy", "agree", by: elsewhere) }
                == .forbidden("您已经在「会商表决」表过态，请由其他人表态。"))
    }

    @Test("is repeated as a whole when it is sent back")
    func sentBack() throws {
        let story = try voting()
        for organ in organs.prefix(2) { try vote(organ, "agree", in: story) }
        try story.sendBack(try story.task(.decide), to: "vote", by: .post("leader", at: "cgj"))
        #expect(story.root.openTasks.map(\.organ) == organs)
        for organ in organs.prefix(2) { try vote(organ, "agree", in: story) }
        try story.goOn()
        #expect(story.root.phase == .closed)
    }
}
