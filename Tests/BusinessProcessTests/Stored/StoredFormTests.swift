import BusinessProcess
import DecisionModel
import Foundation
import Testing

@Suite("Stored instances")
struct StoredFormTests {
    private func firstForm(_ json: String) throws -> ProcessInstance {
        try JSONDecoder().decode(ProcessInstance.self, from: Data(json.utf8))
    }

    /// As rows of the first release hold it: `a` done, `b` and `c` in parallel, `b` done and waiting at the join.
    private static let joined = """
        {"activities":[{"element":"a","endedStep":2,"firedTimers":[],"id":1,"startedStep":1,"state":"completed"},
        {"element":"b","endedStep":3,"firedTimers":[],"id":2,"startedStep":2,"state":"completed"},
        {"element":"y","firedTimers":[],"id":3,"startedStep":2,"state":"active"}],
        "definitionID":"sketch","isEnded":false,"nextActivity":4,"step":3,
        "taken":["1","2","3","4","5"],"tokens":{"5":1},"version":"1"}
        """

    @Test("the first form goes on where it stood")
    func goesOn() throws {
        let definition = try Position.afterJoin.sketch.definition()
        var instance = try firstForm(Self.joined)
        #expect(instance.openElements == ["y"] && instance.tokens == ["5": 1])
        #expect(instance.imbalances == [])
        _ = try instance.finish("y", in: definition)
        #expect(instance.openElements == ["x"] && instance.tokens.isEmpty)
        let again = try JSONDecoder().decode(ProcessInstance.self, from: JSONEncoder().encode(instance))
        #expect(again == instance)
    }

    @Test("the first form learns what followed from what, so that it can be sent back like any other")
    func sentBack() throws {
        let definition = try Position.afterJoin.sketch.definition()
        var instance = try firstForm(Self.joined)
        #expect(try instance.returnTargets(of: 3, in: definition).map(\.id) == ["a"])
        _ = try instance.finish("y", in: definition)
        #expect(try instance.returnTargets(of: 4, in: definition).map(\.id) == ["y", "b", "a"])
        _ = try instance.sendBack(4, to: "b", in: definition, given: [:])
        #expect(instance.openElements == ["b"] && instance.tokens == ["6": 1])
        #expect(instance.imbalances == [])
    }

    @Test("an ended and an untouched instance of the first form are read")
    func ends() throws {
        let ended = try firstForm(
            #"{"activities":[],"definitionID":"p","endedAt":"e","isEnded":true,"nextActivity":1,"step":1,"taken":["1"],"tokens":{},"version":"2"}"#
        )
        #expect(ended.isEnded && ended.endedAt == "e" && ended.taken == ["1"] && ended.version == "2")
    }

    @Test("five parallel tasks, all done and decided, are stored in less than 2 kB")
    func size() throws {
        let definition = try Fan.sketch(5).definition()
        var (instance, _) = try ProcessInstance.start(definition, given: ["n": 1])
        for id in 1...5 {
            _ = try instance.complete(
                id, in: definition, given: ["n": 1], outcome: "agree", by: "730000000000\(id)")
        }
        #expect(instance.isEnded)
        #expect(try JSONEncoder().encode(instance).count < 2000)
    }
}

/// A split into many tasks and a join, then a decision.
enum Fan {
    static func sketch(_ width: Int, gateway: String = "parallelGateway") -> SketchedProcess {
        let tasks = (1...width).map { SketchedProcess.task("Activity_0k3x\($0)") }.joined()
        let condition = gateway == "inclusiveGateway" ? " if true" : ""
        return SketchedProcess(
            Position.ends + tasks + "<\(gateway) id=\"fork\"/><\(gateway) id=\"join\"/>"
                + "<exclusiveGateway id=\"isGranted\" default=\"no\"/><endEvent id=\"denied\"/>",
            flows: ["begin: s > fork"]
                + (1...width).flatMap {
                    [
                        "Flow_1abc\($0): fork > Activity_0k3x\($0)\(condition)",
                        "Flow_2abc\($0): Activity_0k3x\($0) > join",
                    ]
                } + ["Flow_3abc: join > isGranted", "yes: isGranted > e if n = 1", "no: isGranted > denied"])
    }
}

@Suite("A thousand branches")
struct WidthTests {
    @Test("come to one end", arguments: ["parallelGateway", "inclusiveGateway"])
    func end(_ gateway: String) throws {
        let definition = try Fan.sketch(1000, gateway: gateway).definition()
        var (instance, _) = try ProcessInstance.start(definition, given: ["n": 1])
        for id in 1...1000 { _ = try instance.complete(id, in: definition, given: ["n": 1]) }
        #expect(instance.isEnded && instance.endedAt == "e")
    }

    @Test("are checked without trying every order")
    func checked() throws {
        let soundness = Soundness(try Fan.sketch(300).definition())
        #expect(soundness.isComplete && soundness.isSound)
    }
}
