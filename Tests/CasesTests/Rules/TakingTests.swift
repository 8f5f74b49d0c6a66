import Journal
import Testing
import WorkingTime

@testable import Cases

@Suite("When a step was taken")
struct TakingTests {
    private func review(of story: Story) throws -> CaseTask {
        try #require(story.matter.root.tasks.last { $0.act == .review })
    }

    @Test("is not known when somebody finishes it without having taken it")
    func untaken() throws {
        let story = try Story(.food)
        try story.complete(.accept)
        try story.complete(try story.task(.review))
        #expect(try review(of: story).takenAt == nil)
    }

    @Test("is the first time, however often it is handed on")
    func handedOn() throws {
        let story = try Story(.food)
        try story.complete(.accept)
        try story.claim(try story.task(.review), by: .liMin)
        let taken = try #require(try review(of: story).takenAt)
        story.now = story.now.adding(seconds: 86_400)
        try story.change(by: .liMin) {
            try $0.transfer(
                task: try story.task(.review).id, to: Colleague(.liMinsColleague), reason: "出差", on: $1)
        }
        #expect(try review(of: story).takenAt == taken)
    }

    @Test("is forgotten when it is put back: it waits again")
    func putBack() throws {
        let story = try Story(.food)
        try story.complete(.accept)
        let task = try story.task(.review)
        try story.claim(task, by: .liMin)
        try story.change(by: .liMin) { try $0.release(task: task.id, on: $1) }
        #expect(try review(of: story).takenAt == nil)
    }
}
