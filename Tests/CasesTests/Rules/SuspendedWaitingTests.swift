import BusinessProcess
import Journal
import Testing

@testable import Cases

@Suite("What a step waits for while people act on it")
struct SuspendedWaitingTests {
    private let officer = Actor.post("officer", at: "zjj")
    private let colleague = Actor.second(at: "zjj")

    /// A review that a message, a signal or two days break off; beside it a step that sends both when it is done.
    private func story() throws -> Story {
        let message = "<messageEventDefinition messageRef=\"m\"/>"
        let signal = "<signalEventDefinition signalRef=\"g\"/>"
        let nodes =
            Sketch.ends + Sketch.service("accept", "accept") + "<parallelGateway id=\"fork\"/>"
            + Sketch.task("a") + Sketch.task("b") + Sketch.task("c")
            + Sketch.boundary("told", on: "a", message) + Sketch.boundary("stopped", on: "a", signal)
            + Sketch.boundary("late", on: "a", Sketch.time("timeDuration", "P2D"))
            + "<intermediateThrowEvent id=\"t\">\(message)</intermediateThrowEvent>"
            + "<intermediateThrowEvent id=\"u\">\(signal)</intermediateThrowEvent>"
        return try Story(
            Sketch(
                nodes, "s > accept", "accept > fork", "fork > a", "fork > b", "b > t", "t > u", "u > e",
                "a > e", "told > c", "stopped > c", "late > c", "c > e",
                declarations: "<message id=\"m\" name=\"图纸\"/><signal id=\"g\" name=\"停工\"/>"))
    }

    private func step(_ element: String, of story: Story) throws -> CaseTask {
        try #require(story.root.openTasks.first { $0.element == element })
    }

    @Test(
        "neither a message nor a signal reaches a step that stands still; the message is there when it goes on"
    )
    func suspended() throws {
        let story = try story()
        let review = try step("a", of: story)
        try story.halt(review, by: officer)
        try story.complete(try step("b", of: story))
        #expect(story.open == ["a"] && story.root.heldMessages == ["图纸"])
        try story.goOn(review, by: officer)
        #expect(story.open == ["c"] && story.root.heldMessages.isEmpty)
    }

    @Test("nor the group of those who sign it, once all whose turn it is stand still")
    func signedBySeveral() throws {
        let story = try story()
        try story.sign(try step("a", of: story), with: colleague, .before, by: officer)
        let signer = try step("a", of: story)
        try story.halt(signer, by: colleague)
        #expect(story.root.timers.map(\.dueAt) == [nil])
        try story.complete(try step("b", of: story))
        #expect(story.open == ["a"] && story.root.heldMessages == ["图纸"])
        try story.goOn(signer, by: colleague)
        #expect(story.open == ["c"] && story.root.heldMessages.isEmpty)
    }

    @Test("a timer goes on counting when its step is signed by several and stood still for a while")
    func timer() throws {
        let story = try story()
        try story.sign(try step("a", of: story), with: colleague, .before, by: officer)
        #expect(story.root.timers.map(\.startedAt) == [at("2026-11-09")])
        let signer = try step("a", of: story)
        try story.halt(signer, by: colleague)
        try story.wait(until: "2026-11-12")
        #expect(story.open == ["a", "b"])
        try story.goOn(signer, by: colleague)
        #expect(story.root.timers.map(\.dueAt) == [at("2026-11-11")])
        try story.wait(until: "2026-11-12 09:01")
        #expect(story.open == ["b", "c"])
    }

    @Test("a timer that has failed stays failed when its step is signed by several")
    func failedTimer() throws {
        let nodes =
            Sketch.ends + Sketch.service("accept", "accept") + Sketch.task("a") + Sketch.task("c")
            + Sketch.boundary("late", on: "a", Sketch.time("timeDuration", "P2D"))
            + "<exclusiveGateway id=\"g\"/>"
        let story = try Story(
            Sketch(
                nodes, "s > accept", "accept > a", "a > e", "late > g", "g > c if form.area > 1",
                "g > e if form.area < 1", "c > e"))
        try story.wait(until: "2026-11-12")
        #expect(story.root.incidents.map(\.element) == ["late"])
        try story.sign(try step("a", of: story), with: colleague, .before, by: officer)
        #expect(story.root.incidents.map(\.activity) == story.root.timers.map(\.activity))
        #expect(story.root.timers.map(\.dueAt) == [nil])
    }
}
