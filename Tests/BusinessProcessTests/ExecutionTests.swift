import BusinessProcess
import DecisionModel
import Foundation
import Testing

@Suite("Running a process")
struct ExecutionTests {
    private static let ends = "<startEvent id=\"s\"/><endEvent id=\"e\" name=\"办结\"/>"
    private static let parallel = SketchedProcess(
        ends + "<parallelGateway id=\"f\"/><parallelGateway id=\"j\"/>"
            + ["a", "b", "c"].map { SketchedProcess.task($0) }.joined(),
        flows: ["1: s > f", "2: f > a", "3: f > b", "4: a > j", "5: b > j", "6: j > c", "7: c > e"])

    @Test("A step can be finished once: who comes second hears that it is done")
    func second() throws {
        let definition = try Self.parallel.definition()
        var (instance, _) = try ProcessInstance.start(definition, given: [:])
        _ = try instance.finish("a", in: definition)
        let before = instance
        #expect(throws: ProcessError.notActive(activity: 1)) {
            try instance.complete(1, in: definition, given: [:])
        }
        #expect(instance == before)
    }

    @Test("A join waits for every way in, not for as many tokens")
    func join() throws {
        let definition = try Self.parallel.definition()
        var (instance, effects) = try ProcessInstance.start(definition, given: [:])
        #expect(effects.count == 2)
        _ = try instance.finish("a", in: definition)
        #expect(instance.openElements == ["b"])
        #expect(instance.tokens == ["4": 1])
        _ = try instance.finish("b", in: definition)
        #expect(instance.openElements == ["c"])
        #expect(instance.tokens.isEmpty)
        #expect(try instance.finish("c", in: definition) == [.ended(element: "e", name: "办结")])
        #expect(instance.isEnded && instance.endedAt == "e")
        #expect(throws: ProcessError.ended) { try instance.finish("c", in: definition) }
    }

    @Test("A join that can never be complete is an error, not silence")
    func stuck() throws {
        let sketch = SketchedProcess(
            Self.ends + "<exclusiveGateway id=\"x\" default=\"3\"/><parallelGateway id=\"j\"/>",
            flows: ["1: s > x", "2: x > j if false", "3: x > j", "4: j > e"])
        let definition = try sketch.definition()
        #expect(throws: ProcessError.stuck(gateways: ["j"])) {
            try ProcessInstance.start(definition, given: [:])
        }
    }

    @Test("Tokens that multiply without end are stopped")
    func multiplying() throws {
        let forks = (0..<20).map { "<parallelGateway id=\"f\($0)\"/><exclusiveGateway id=\"m\($0)\"/>" }
        let flows = (0..<20).flatMap { i in
            ["p\(i): f\(i) > m\(i)", "q\(i): f\(i) > m\(i)", "n\(i): m\(i) > \(i == 19 ? "e" : "f\(i + 1)")"]
        }
        let definition = try SketchedProcess(Self.ends + forks.joined(), flows: ["1: s > f0"] + flows)
            .definition()
        #expect(throws: ProcessError.endless) { try ProcessInstance.start(definition, given: [:]) }
    }

    @Test(
        "The first condition that holds wins, then the default; without either the process says where it stands"
    )
    func choice() throws {
        let gateway = "<exclusiveGateway id=\"x\" name=\"金额\" default=\"4\"/>"
        let tasks = ["a", "b", "c"].map { SketchedProcess.task($0) }.joined()
        let flows = [
            "1: s > x", "2: x > a if n > 10", "3: x > b if n > 5", "4: x > c", "5: a > e", "6: b > e",
            "7: c > e",
        ]
        let definition = try SketchedProcess(Self.ends + gateway + tasks, flows: flows).definition()
        let reached = try [20, 7, 1, .null].map { (n: Value) in
            try ProcessInstance.start(definition, given: ["n": n]).0.openElements
        }
        #expect(reached == [["a"], ["b"], ["c"], ["c"]])
        let strict = gateway.replacing(" default=\"4\"", with: "")
        let strictFlows = flows.map { $0 == "4: x > c" ? "4: x > c if n < 0" : $0 }
        let answerless = try SketchedProcess(Self.ends + strict + tasks, flows: strictFlows).definition()
        #expect(throws: ProcessError.noFlowHolds(gateway: "金额")) {
            try ProcessInstance.start(answerless, given: ["n": 1])
        }
    }

    @Test("A loop comes back as a new step with a new id")
    func loop() throws {
        let sketch = SketchedProcess(
            Self.ends + SketchedProcess.task("t") + "<exclusiveGateway id=\"x\" default=\"4\"/>",
            flows: ["1: s > t", "2: t > x", "3: x > t if outcome = \"again\"", "4: x > e"])
        let definition = try sketch.definition()
        var (instance, _) = try ProcessInstance.start(definition, given: [:])
        _ = try instance.finish("t", in: definition, ["outcome": "again"])
        #expect(instance.active.map(\.id) == [2])
        _ = try instance.finish("t", in: definition, ["outcome": "enough"])
        #expect(instance.isEnded)
    }

    @Test("A service task waits until the caller says it is done, and carries its parameters")
    func service() throws {
        let sketch = SketchedProcess(
            Self.ends + SketchedProcess.service("child"), flows: ["1: s > child", "2: child > e"])
        let definition = try sketch.definition()
        var (instance, effects) = try ProcessInstance.start(definition, given: [:])
        guard case .invoke(1, let task)? = effects.first else { return #expect(Bool(false)) }
        #expect(task.service == "child" && task.parameters == ["organ": "scjg"] && !task.isFinal)
        #expect(
            try instance.complete(1, in: definition, given: [:]) == [.ended(element: "e", name: "办结")])
    }

    @Test("An instance keeps the version it started with and survives storage")
    func version() throws {
        let definition = try Self.parallel.definition()
        let (instance, _) = try ProcessInstance.start(definition, given: [:])
        var stored = try JSONDecoder().decode(ProcessInstance.self, from: JSONEncoder().encode(instance))
        #expect(stored == instance)
        let next = Self.parallel.xml.replacing("id=\"sketch\"", with: "id=\"sketch\" minben:version=\"2\"")
        let second = try ProcessDefinition.parse(Data(next.utf8))
        #expect(throws: ProcessError.otherDefinition(instance: "sketch 第 1 版", definition: "sketch 第 2 版")) {
            try stored.complete(1, in: second, given: [:])
        }
    }

    @Test("Terminated from outside, every open step is cancelled; a second time nothing happens")
    func terminate() throws {
        let definition = try Self.parallel.definition()
        var (instance, _) = try ProcessInstance.start(definition, given: [:])
        #expect(instance.terminate() == [.cancelled(activity: 1), .cancelled(activity: 2)])
        #expect(instance.isEnded && instance.endedAt == nil)
        #expect(instance.terminate() == [])
    }
}
