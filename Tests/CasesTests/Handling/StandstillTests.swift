import Journal
import Testing

@testable import Cases

@Suite("A step that stands still")
struct StandstillTests {
    private let police = Actor.post("officer", at: "gaj")

    private func parallel() throws -> (Story, CaseTask) {
        let story = try Story(.road)
        try story.complete(.accept)
        return (story, try story.task(.opinion))
    }

    @Test("is ordered by those whose step it is, with a reason, and never before acceptance")
    func refusals() throws {
        let (story, opinion) = try parallel()
        let words = "只有办理人和办理部门的负责人可以挂起、恢复这一步。"
        #expect(refusal { try story.halt(opinion, by: .post("head", at: "cgj")) } == .forbidden(words))
        #expect(
            refusal { try story.halt(opinion, by: police, reason: "") } == .invalid("reason", "请写明挂起的原因。"))
        let early = try Story(.road)
        #expect(
            refusal { try early.halt(try early.task(.accept), by: .clerk) } == .conflict("受理以前和决定以后的环节不能挂起。"))
        #expect(refusal { try story.goOn(opinion, by: police) } == .conflict("这一步没有挂起。"))
    }

    @Test("is not done, taken or urged meanwhile; its sister and the limits of the law go on")
    func still() throws {
        let (story, opinion) = try parallel()
        let due = try story.due(.legal)
        try story.halt(opinion, by: police)
        #expect(try story.now(opinion).isSuspended && story.now(opinion).dueAt != nil)
        let words = "「协办部门意见」已挂起，恢复以后才能办理。"
        #expect(refusal { try story.complete(opinion, by: police) } == .conflict(words))
        #expect(refusal { try story.claim(opinion, by: police) } == .conflict(words))
        #expect(refusal { try story.urge(opinion, by: .clerk) } == .conflict(words))
        try story.complete(.review)
        #expect(try story.due(.legal) == due && !story.root.isPaused)
        try story.goOn(opinion, by: .post("head", at: "gaj"))
        try story.goOn()
        #expect(story.root.phase == .closed)
    }
}
