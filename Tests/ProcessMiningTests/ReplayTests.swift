import BusinessProcess
import Foundation
import Testing

@testable import ProcessMining

@Suite("Replaying cases in the drawing")
struct ReplayTests {
    @Test("a step that is left out was still to be done, and the next came too early")
    func skipped() throws {
        let replay = try Sketch.row().replay("a", "c")
        #expect(!replay.isFit)
        #expect(replay.missing == 1 && replay.remaining == 1)
        #expect(replay.deviations == [.init(.outOfTurn, "c"), .init(.leftOpen, "b")])
    }

    @Test("a step the drawing does not have is named, and the rest goes on")
    func unknown() throws {
        let replay = try Sketch.row().replay("a", "x", "b", "c")
        #expect(replay.deviations == [.init(.notDrawn, "x")] && !replay.isFit)
        #expect(replay.missing == 0 && replay.fitness == 1)
    }

    @Test("a step done again against the drawing is out of turn, and nothing that was done is called open")
    func again() throws {
        let replay = try Sketch.row().replay("a", "b", "a", "b", "c")
        #expect(replay.deviations == [.init(.outOfTurn, "a")])
        #expect(replay.missing == 1 && replay.remaining == 1)
    }

    @Test("a case without any step has everything to be done yet")
    func empty() throws {
        let replay = try Sketch.row().replay()
        #expect(!replay.isFit && replay.deviations == [.init(.leftOpen, "a")])
    }

    @Test("a case of one step that ends early says which step was next")
    func oneEvent() throws {
        #expect(try Sketch.row().replay("a").deviations == [.init(.leftOpen, "b")])
    }

    @Test("branches may be done in any order, but what is behind both waits for both")
    func fork() throws {
        #expect(try Sketch.fork().replay("a", "b", "c").isFit)
        #expect(try Sketch.fork().replay("b", "a", "c").isFit)
        #expect(
            try Sketch.fork().replay("a", "c").deviations == [.init(.outOfTurn, "c"), .init(.leftOpen, "b")])
    }

    @Test("a choice goes one way, and a way back may be gone any number of times")
    func loop() throws {
        let sketch = try Sketch(
            Sketch.step("a") + Sketch.step("b") + "<exclusiveGateway id=\"again\" default=\"f4\"/>",
            [
                "f1: start > a", "f2: a > again", "f3: again > a if outcomes.a = \"no\"", "f4: again > b",
                "f5: b > end",
            ])
        #expect(try sketch.replay("a", "a", "a", "b").isFit)
        #expect(try !sketch.replay("a", "b", "a").isFit)
    }

    @Test("a deadline takes the place of the step it is attached to, and a reminder does not")
    func events() throws {
        let sketch = try Sketch(
            Sketch.step("a") + Sketch.step("b")
                + """
                <boundaryEvent id="late" attachedToRef="a" cancelActivity="true"><timerEventDefinition>
                <timeDuration>P5D</timeDuration></timerEventDefinition></boundaryEvent>
                <boundaryEvent id="remind" attachedToRef="b" cancelActivity="false"><timerEventDefinition>
                <timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="reminded"/>
                """,
            ["f1: start > a", "f2: a > b", "f3: b > end", "f4: late > b", "f5: remind > reminded"])
        #expect(try sketch.replay("a", "b").isFit)
        #expect(try sketch.replay("b").isFit)
        #expect(try !sketch.replay("a").isFit)
    }

    @Test("what breaks off several steps cannot be said in a net, and is named")
    func unspeakable() throws {
        let sketch = try Sketch(
            Sketch.step("a") + "<exclusiveGateway id=\"which\" default=\"f3\"/>"
                + "<endEvent id=\"stop\" name=\"全部停止\"><terminateEventDefinition/></endEvent>",
            ["f1: start > a", "f2: a > which", "f3: which > end", "f4: which > stop if outcomes.a = \"no\""])
        #expect(throws: Unspeakable(name: "全部停止", kind: "终止结束事件")) { try PetriNet(sketch.definition) }
    }

    @Test("every process that is delivered becomes a net", arguments: try drawings())
    func delivered(_ file: URL) throws {
        let net = try PetriNet(try ProcessDefinition.parse(try Data(contentsOf: file)))
        #expect(!net.transitions.isEmpty)
        let steps = net.transitions.compactMap(\.step)
        #expect(Set(steps).count == steps.count)
        #expect(PNML(net, name: "<甲>").text.contains("&lt;甲&gt;"))
    }

    static func drawings() throws -> [URL] {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        return try FileManager.default.subpathsOfDirectory(atPath: sources.path)
            .filter { $0.hasSuffix(".bpmn") }.sorted().map { sources.appending(path: $0) }
    }

    @Test("the fitness of many cases weighs their tokens together")
    func fitness() throws {
        var statistics = ConformanceStatistics()
        #expect(statistics.fitness == nil)
        statistics.add(try Sketch.row().replay("a", "b", "c"), of: "N1")
        #expect(statistics.fitness == 1 && statistics.fit == 1)
        statistics.add(try Sketch.row().replay("a", "c"), of: "N1")
        #expect(statistics.cases == 2 && statistics.fit == 1)
        let fitness = try #require(statistics.fitness)
        #expect(fitness < 1 && fitness > 0.8)
        #expect(statistics.deviations[.init(.leftOpen, "b")]?.cases == 1)
    }
}
