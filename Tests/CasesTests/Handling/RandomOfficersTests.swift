import Testing

@testable import Cases

@Suite("Officers who do whatever comes to their minds")
struct RandomOfficersTests {
    @Test("never lose a case: tasks and steps stay in step, and it comes to its end", arguments: 1...100)
    func anything(seed: Int) throws {
        let plans = [CasePlan.road, .food, .drainage, .restaurant, .hygiene, Committee.plan]
        let story = try Story(plans[seed % plans.count])
        try story.goOn(until: story.root.plan.isJoint ? .review : .accept)
        if !story.root.plan.isJoint { try story.complete(.accept) }
        var officers = RandomOfficers(story: story, seed: UInt64(seed))
        for _ in 0..<150 { try officers.act() }
        #expect(officers.deeds > 5 || story.root.phase != .accepted, "they do more than be refused")
        try officers.finish()
        #expect(story.root.phase == .closed)
    }
}
