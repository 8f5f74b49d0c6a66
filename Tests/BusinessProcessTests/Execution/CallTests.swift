import BusinessProcess
import DecisionModel
import Foundation
import Testing

@Suite("Calls, scripts, failures")
struct CallTests {
    private func file(_ id: String, _ nodes: String, _ flows: [String]) -> Data {
        let sketch = SketchedProcess(Position.ends + nodes, flows: flows)
        return Data(sketch.xml.replacing("id=\"sketch\"", with: "id=\"\(id)\"").utf8)
    }

    private func call(_ id: String, _ process: String) -> String {
        "<callActivity id=\"\(id)\" calledElement=\"\(process)\"/>"
    }

    @Test("processes that call each other in a circle are refused with the circle")
    func circle() {
        let one = file("one", call("c", "two"), ["1: s > c", "2: c > e"])
        let two = file("two", call("d", "one"), ["1: s > d", "2: d > e"])
        let findings = ProcessDefinition.findings(in: one) { ["one": one, "two": two][$0] }
        #expect(findings.count == 1)
        #expect(findings.first?.message.contains("流程循环调用：one → two → one") == true)
    }

    @Test("a called process is part of its caller, and asks for its own outcomes by their own names")
    func called() throws {
        let inner = file(
            "inner",
            SketchedProcess.task("t") + SketchedProcess.task("u")
                + "<exclusiveGateway id=\"g\" default=\"4\"/>",
            ["1: s > t", "2: t > g", "3: g > u if outcomes.t = \"ok\"", "4: g > e", "5: u > e"])
        let outer = file("outer", call("c", "inner"), ["1: s > c", "2: c > e"])
        let definition = try ProcessDefinition.parse(outer) { $0 == "inner" ? inner : nil }
        var (instance, effects) = try ProcessInstance.start(definition, given: [:])
        #expect(instance.openElements == ["c/t"])
        guard case .openTask(_, let task)? = effects.first else { return #expect(Bool(false)) }
        #expect(task.id == "c/t")
        effects = try instance.finish("c/t", in: definition, ["outcomes": ["c/t": "ok"]])
        #expect(instance.openElements == ["c/u"])
        _ = try instance.finish("c/u", in: definition)
        #expect(instance.isEnded)
    }

    @Test("what a script computes, conditions see, and the caller hears")
    func script() throws {
        let script = "<scriptTask id=\"k\" minben:result=\"fee\"><script>area * 2</script></scriptTask>"
        let stage = try Stage(
            SketchedProcess(
                Position.ends + script + SketchedProcess.task("a")
                    + "<exclusiveGateway id=\"g\" default=\"4\"/>",
                flows: ["1: s > k", "2: k > g", "3: g > a if fee > 100", "4: g > e", "5: a > e"]),
            ["area": 60])
        #expect(stage.open == ["a"])
        #expect(stage.effects.first == .assigned(variable: "fee", 120))
    }

    @Test("a decision is asked for, and its answer kept")
    func decision() throws {
        var stage = try Stage(
            SketchedProcess(
                Position.ends + "<businessRuleTask id=\"k\" minben:decision=\"level\"/>",
                flows: ["1: s > k", "2: k > e"]))
        guard case .decide(1, let task)? = stage.effects.first else { return #expect(Bool(false)) }
        #expect(task.decision == "level")
        _ = try stage.instance.complete(1, in: stage.definition, given: [:], result: "high")
        #expect(stage.instance.data == ["level": "high"] && stage.instance.isEnded)
    }

    @Test("a service that fails becomes an incident, stays open and can be tried again")
    func incident() throws {
        var stage = try Stage(
            SketchedProcess(Position.ends + SketchedProcess.service("v"), flows: ["1: s > v", "2: v > e"]))
        #expect(refusal { _ = try stage.instance.retry(1, in: stage.definition) } == "这一步没有出错，不用重试。")
        _ = try stage.instance.fail(1, reason: "制证系统没有应答", in: stage.definition)
        #expect(stage.instance.active.first?.incident == "制证系统没有应答")
        let effects = try stage.instance.retry(1, in: stage.definition)
        guard case .invoke(1, _)? = effects.first else { return #expect(Bool(false)) }
        #expect(stage.instance.active.first?.incident == nil)
        try stage.finish("v")
        #expect(stage.instance.isEnded)
    }

    @Test("a lane says which organ and role do its tasks")
    func lanes() throws {
        let plain = SketchedProcess.task("a").replacing(
            "minben:organ=\"lead\" minben:role=\"officer\" ", with: "")
        let lanes =
            "<laneSet id=\"ls\"><lane id=\"l\" minben:organ=\"hall\" minben:role=\"clerk\"><flowNodeRef>a</flowNodeRef></lane></laneSet>"
        let definition = try SketchedProcess(Position.ends + lanes + plain, flows: ["1: s > a", "2: a > e"])
            .definition()
        #expect(definition.userTask("a")?.organ == "hall" && definition.userTask("a")?.role == "clerk")
    }

    @Test("what other dialects say is kept and not obeyed")
    func dialects() throws {
        let foreign = SketchedProcess.task("a").replacing(
            "id=\"a\"",
            with: "id=\"a\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" camunda:assignee=\"demo\"")
        let sketch = SketchedProcess(Position.ends + foreign, flows: ["1: s > a", "2: a > e"])
        #expect(sketch.findings == [])
        #expect(try Stage(sketch).instance.active.first?.holder == nil)
    }
}
