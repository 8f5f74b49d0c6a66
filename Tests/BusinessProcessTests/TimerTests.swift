import BusinessProcess
import Testing

@Suite("Timers on tasks")
struct TimerTests {
    private func definition(interrupting: Bool) throws -> ProcessDefinition {
        try SketchedProcess(
            "<startEvent id=\"s\"/><endEvent id=\"e\"/>" + SketchedProcess.task("t")
                + SketchedProcess.task("remind")
                + SketchedProcess.timer("late", on: "t", interrupting: interrupting),
            flows: ["1: s > t", "2: t > e", "3: late > remind", "4: remind > e"]
        ).definition()
    }

    @Test("A timer that is not attached to the step, or whose step is over, does not fire")
    func stranger() throws {
        let definition = try definition(interrupting: true)
        var (instance, _) = try ProcessInstance.start(definition, given: [:])
        #expect(throws: ProcessError.noSuchTimer(boundary: "other")) {
            try instance.fire(timer: 1, boundary: "other", in: definition, given: [:])
        }
        _ = try instance.finish("t", in: definition)
        #expect(throws: ProcessError.ended) {
            try instance.fire(timer: 1, boundary: "late", in: definition, given: [:])
        }
    }

    @Test("An interrupting timer takes the task away and goes its own way")
    func interrupting() throws {
        let definition = try definition(interrupting: true)
        var (instance, first) = try ProcessInstance.start(definition, given: [:])
        let timer = try #require(definition.timers(on: "t").first)
        #expect(timer.duration == "P5D" && timer.clock == nil)
        #expect(first.last == .setTimer(activity: 1, timer))
        let effects = try instance.fire(timer: 1, boundary: "late", in: definition, given: [:])
        #expect(effects.first == .cancelled(activity: 1))
        #expect(instance.openElements == ["remind"])
        #expect(instance.activity(1)?.state == .cancelled)
    }

    @Test("A timer without interruption leaves the task open and fires once")
    func gentle() throws {
        let definition = try definition(interrupting: false)
        var (instance, _) = try ProcessInstance.start(definition, given: [:])
        _ = try instance.fire(timer: 1, boundary: "late", in: definition, given: [:])
        #expect(instance.openElements == ["remind", "t"])
        #expect(throws: ProcessError.noSuchTimer(boundary: "late")) {
            try instance.fire(timer: 1, boundary: "late", in: definition, given: [:])
        }
        _ = try instance.finish("t", in: definition)
        #expect(!instance.isEnded)
        _ = try instance.finish("remind", in: definition)
        #expect(instance.isEnded)
    }
}
