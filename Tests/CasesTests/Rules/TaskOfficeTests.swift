import Codes
import Identity
import Journal
import Testing

@testable import Cases

@Suite("The office of whoever finished a step")
struct TaskOfficeTests {
    private func officer(in office: String?) -> Actor {
        Actor(
            accountID: Actor.liMin.accountID, name: "李敏", organ: "scjg", roles: ["officer", "head"],
            channel: "page", address: "", offices: office.map { ["officer": $0, "head": "scjg-9"] })
    }

    @Test("is not known of somebody who stands in none")
    func none() throws {
        let story = try Story(.food)
        try story.complete(.accept)
        try story.complete(.review, by: officer(in: nil))
        #expect(story.root.tasks.filter { $0.state == .completed }.allSatisfy { $0.office == nil })
    }

    @Test("is the one of the post by which they did it, and stays when they stand elsewhere afterwards")
    func kept() throws {
        let story = try Story(.food)
        try story.complete(.accept)
        let first = try story.task(.review)
        try story.complete(first, by: officer(in: "scjg-1"))
        let next = try #require(story.root.openTasks.first { $0.organ == "scjg" && $0.role == "officer" })
        try story.complete(next, opinion: "情况说明", by: officer(in: "scjg-2"))
        #expect(story.root.tasks.first { $0.id == first.id }?.office == "scjg-1")
        #expect(story.root.tasks.first { $0.id == next.id }?.office == "scjg-2")
    }

    @Test("is saved with the step")
    func saved() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.food).root.number.text
        try await stage.complete(.accept, in: number)
        try await stage.complete(.review, in: number, by: officer(in: "scjg-1"))
        let loaded = try await stage.cases.matter(number, for: .system)
        #expect(loaded.root.tasks.compactMap(\.office) == ["scjg-1"])
    }
}
