import BusinessProcess
import Refusals
import Testing

@Suite("Giving a step back")
struct ReturnTests {
    private static let ends = "<startEvent id=\"s\"/><endEvent id=\"e\"/>"

    private func reason(_ instance: ProcessInstance, _ definition: ProcessDefinition) -> String? {
        var copy = instance
        do {
            _ = try copy.returnToPrevious(instance.active.last?.id ?? 0, in: definition)
            return nil
        } catch {
            return error.sentence.chinese
        }
    }

    @Test("The first step has nothing before it")
    func first() throws {
        let sketch = SketchedProcess(Self.ends + SketchedProcess.task("a"), flows: ["1: s > a", "2: a > e"])
        let definition = try sketch.definition()
        let (instance, _) = try ProcessInstance.start(definition, given: [:])
        #expect(reason(instance, definition) == "这是第一步，前面没有可以退回的步骤。")
    }

    @Test("Neither inside a parallel part nor back across its join")
    func parallel() throws {
        let sketch = SketchedProcess(
            Self.ends + "<parallelGateway id=\"f\"/><parallelGateway id=\"j\"/>"
                + ["a", "b", "c"].map { SketchedProcess.task($0) }.joined(),
            flows: ["1: s > f", "2: f > a", "3: f > b", "4: a > j", "5: b > j", "6: j > c", "7: c > e"])
        let definition = try sketch.definition()
        var (instance, _) = try ProcessInstance.start(definition, given: [:])
        #expect(reason(instance, definition) == "这一步正与其他部门同时办理，不能退回。")
        _ = try instance.finish("a", in: definition)
        #expect(reason(instance, definition) == "这一步正与其他部门同时办理，不能退回。")
        _ = try instance.finish("b", in: definition)
        #expect(reason(instance, definition) == "上一步由几个部门同时办理，不能退回。")
    }

    @Test("Not back to before a document that has gone out")
    func document() throws {
        let definition = try sequence(final: true)
        let instance = try atB(definition)
        #expect(reason(instance, definition) == "「notify」已经作出，不能退回到它之前。")
    }

    @Test("Not back to before a deadline that has passed")
    func deadline() throws {
        let sketch = SketchedProcess(
            Self.ends + ["a", "b", "c"].map { SketchedProcess.task($0) }.joined()
                + SketchedProcess.timer("late", on: "b"),
            flows: ["1: s > a", "2: a > b", "3: b > e", "4: late > c", "5: c > e"])
        let definition = try sketch.definition()
        var (instance, _) = try ProcessInstance.start(definition, given: [:])
        _ = try instance.finish("a", in: definition)
        _ = try instance.fire(timer: 2, boundary: "late", in: definition, given: [:])
        #expect(reason(instance, definition) == "上一步已经到期，自动转到这里，不能退回。")
    }

    @Test("In sequence the step before is opened anew, and the arrows between are untaken")
    func back() throws {
        let definition = try sequence(final: false)
        var instance = try atB(definition)
        #expect(try instance.previous(of: 3, in: definition)?.id == "a")
        let effects = try instance.returnToPrevious(3, in: definition)
        #expect(effects.first == .cancelled(activity: 3))
        #expect(instance.openElements == ["a"])
        #expect(instance.taken == ["1"])
        #expect(
            instance.states(in: definition) == [
                "s": .done, "1": .done, "a": .current, "b": .waiting, "notify": .waiting,
            ])
        #expect(reason(instance, definition) == "这是第一步，前面没有可以退回的步骤。")
        #expect(instance.active.first?.repeats == 1)
    }

    private func sequence(final: Bool) throws -> ProcessDefinition {
        let gateway = "<exclusiveGateway id=\"x\"/>"
        let tasks =
            SketchedProcess.task("a") + SketchedProcess.task("b")
            + SketchedProcess.service("notify", final: final)
        return try SketchedProcess(
            Self.ends + tasks + gateway,
            flows: ["1: s > a", "2: a > x", "3: x > notify", "4: notify > b", "5: b > e"]
        ).definition()
    }

    private func atB(_ definition: ProcessDefinition) throws -> ProcessInstance {
        var (instance, _) = try ProcessInstance.start(definition, given: [:])
        _ = try instance.finish("a", in: definition)
        _ = try instance.finish("notify", in: definition)
        return instance
    }
}
