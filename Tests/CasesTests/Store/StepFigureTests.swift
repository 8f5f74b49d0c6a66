import Codes
import Jobs
import Storage
import Testing
import WorkingTime

@testable import Cases

@Suite("How many cases stand at each step")
struct StepFigureTests {
    private func figures(_ stage: Stage) async throws -> StepFigures? {
        try await stage.database.read {
            try StepFigures(ofVersion: 1, services: [CasePlan.drainage.code], in: $0)
        }
    }

    @Test("There are none before they were counted")
    func uncounted() async throws {
        let stage = try await Stage()
        try await stage.file(.drainage)
        #expect(try await figures(stage) == nil)
    }

    @Test(
        "Stretch by stretch every task is counted once, with the time those that are done took",
        arguments: [1, 3, 100])
    func counted(tasksPerStep: Int) async throws {
        let stage = try await Stage()
        let first = try await stage.file(.drainage).root.number.text
        try await stage.file(.drainage)
        stage.now = stage.now.adding(seconds: 7_200)
        try await stage.goOn(first, until: .review)
        let now = stage.now
        _ = try await stage.database.write { try StepCounting.ask(key: "a", at: now, in: $0) }
        let counting = StepCounting(clock: { now }, tasksPerStep: tasksPerStep)
        await QueueRunner(database: stage.database, handlers: [counting], clock: { now }).workOff()
        let figures = try #require(try await figures(stage))
        #expect(figures.countedAt == now)
        let steps = Dictionary(uniqueKeysWithValues: figures.steps.map { ($0.element, $0) })
        #expect(steps["accept"]?.open == 1 && steps["accept"]?.done == 1)
        #expect(steps["accept"]?.averageSeconds == 7_200)
        #expect(steps["review"]?.open == 1 && steps["review"]?.averageSeconds == nil)
    }

    @Test("A new count takes the place of the old one")
    func again() async throws {
        let stage = try await Stage()
        try await stage.file(.drainage)
        for key in ["a", "b"] {
            _ = try await stage.database.write { [now = stage.now] in
                try StepCounting.ask(key: key, at: now, in: $0)
            }
            await stage.workOffJobs()
        }
        let steps = try #require(try await figures(stage)).steps
        #expect(steps.map(\.open) == [1])
    }
}
