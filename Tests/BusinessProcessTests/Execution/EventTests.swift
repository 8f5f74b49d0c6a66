import BusinessProcess
import Testing

@Suite("Events")
struct EventTests {
    private static let declared = """
        <message id="m" name="材料到了"/><signal id="g" name="停电"/><error id="x" errorCode="E1"/>
        <escalation id="l" escalationCode="L1"/>
        """
    private static func task(_ id: String) -> String { SketchedProcess.task(id) }
    private static func boundary(_ id: String, on host: String, _ inside: String, stays: Bool = false)
        -> String
    {
        "<boundaryEvent id=\"\(id)\" attachedToRef=\"\(host)\" cancelActivity=\"\(!stays)\">\(inside)</boundaryEvent>"
    }
    private static let message = "<messageEventDefinition messageRef=\"m\"/>"
    private static let signal = "<signalEventDefinition signalRef=\"g\"/>"
    private static let duration =
        "<timerEventDefinition><timeDuration>P5D</timeDuration></timerEventDefinition>"

    private func stage(_ nodes: String, _ flows: [String]) throws -> Stage {
        try Stage(SketchedProcess(Position.ends + nodes, flows: flows, declarations: Self.declared))
    }

    @Test("what nobody waits for is refused, and a waiting event is not simply completed")
    func strangers() throws {
        var stage = try stage(
            "<intermediateCatchEvent id=\"c\" name=\"等材料\">\(Self.message)</intermediateCatchEvent>",
            ["1: s > c", "2: c > e"])
        #expect(
            refusal { _ = try stage.instance.receive(message: "别的", in: stage.definition, given: [:]) }
                == "这一办件没有在等待「别的」。")
        #expect(refusal { try stage.finish("c") } == "「等材料」在等待事件，不能直接办结。")
        #expect(stage.effects == [.expect(activity: 1, .message("材料到了"))])
        _ = try stage.instance.receive(message: "材料到了", in: stage.definition, given: [:])
        #expect(stage.instance.isEnded)
    }

    @Test("of the events after an event-based gateway the first one decides, the others are gone")
    func eventBased() throws {
        let nodes =
            "<eventBasedGateway id=\"w\"/>" + Self.task("a") + Self.task("b")
            + "<receiveTask id=\"r\" messageRef=\"m\"/>"
            + "<intermediateCatchEvent id=\"t\">\(Self.duration)</intermediateCatchEvent>"
        let flows = ["1: s > w", "2: w > r", "3: w > t", "4: r > a", "5: t > b", "6: a > e", "7: b > e"]
        var stage = try stage(nodes, flows)
        #expect(stage.effects.count == 2)
        _ = try stage.instance.fire(timer: 1, boundary: "t", in: stage.definition, given: [:])
        #expect(stage.open == ["b"])
        #expect(
            refusal { _ = try stage.instance.receive(message: "材料到了", in: stage.definition, given: [:]) }
                == "这一办件没有在等待「材料到了」。")
    }

    @Test("a signal reaches everybody who waits, and goes out to others")
    func signals() throws {
        let nodes =
            Self.task("a") + Self.task("b") + Self.task("c") + "<parallelGateway id=\"f\"/>"
            + "<intermediateThrowEvent id=\"n\">\(Self.signal)</intermediateThrowEvent>"
            + Self.boundary("o", on: "b", Self.signal) + Self.boundary("q", on: "c", Self.signal, stays: true)
            + Self.task("d")
        var stage = try stage(
            nodes,
            [
                "1: s > f", "2: f > a", "3: f > b", "4: f > c", "5: a > n", "6: n > e", "7: b > e",
                "8: c > e",
                "9: o > d", "10: q > d", "11: d > e",
            ])
        try stage.finish("a")
        #expect(stage.effects.contains(.broadcast(signal: "停电")))
        #expect(stage.open == ["c", "d", "d"])
    }

    @Test("an error breaks off the subprocess it comes from, up to whoever catches it")
    func errors() throws {
        let thrower = "<endEvent id=\"bad\"><errorEventDefinition errorRef=\"x\"/></endEvent>"
        let inner = Position.subprocess(
            "p", Self.task("a") + Self.task("b") + thrower + "<parallelGateway id=\"f\"/>",
            ["i1: is > f", "i2: f > a", "i3: f > b", "i4: a > bad", "i5: b > ie"])
        let catcher = Self.boundary("c", on: "p", "<errorEventDefinition errorRef=\"x\"/>")
        var stage = try stage(
            inner + catcher + Self.task("d"), ["1: s > p", "2: p > e", "3: c > d", "4: d > e"])
        try stage.finish("a")
        #expect(stage.open == ["d"])
        let unheard = SketchedProcess(
            Position.ends + inner, flows: ["1: s > p", "2: p > e"], declarations: Self.declared)
        #expect(unheard.findings.map { $0.drop { $0 != ":" } } == [": endEvent bad: 没有处理这个错误的边界事件或事件子流程"])
    }

    @Test("an escalation tells who surrounds it and lets it go on; unheard it goes out")
    func escalation() throws {
        let tell =
            "<intermediateThrowEvent id=\"n\"><escalationEventDefinition escalationRef=\"l\"/></intermediateThrowEvent>"
        let inner = Position.subprocess(
            "p", tell + Self.task("a"), ["i1: is > n", "i2: n > a", "i3: a > ie"])
        let heard = Self.boundary("c", on: "p", "<escalationEventDefinition/>", stays: true)
        let told = try stage(
            inner + heard + Self.task("d"), ["1: s > p", "2: p > e", "3: c > d", "4: d > e"])
        #expect(told.open == ["a", "d"])
        let unheard = try stage(inner, ["1: s > p", "2: p > e"])
        #expect(unheard.effects.contains(.escalated(code: "L1", element: "n")))
    }

    @Test("a terminate end takes everything in its scope with it, and nothing outside")
    func terminate() throws {
        let inner = Position.subprocess(
            "p",
            Self.task("a") + Self.task("b") + "<parallelGateway id=\"f\"/>"
                + "<endEvent id=\"stop\"><terminateEventDefinition/></endEvent>",
            ["i1: is > f", "i2: f > a", "i3: f > b", "i4: a > stop", "i5: b > ie"])
        var stage = try stage(inner + Self.task("z"), ["1: s > p", "2: p > z", "3: z > e"])
        try stage.finish("a")
        #expect(stage.open == ["z"])
    }

    @Test("an event subprocess takes the place of what surrounds it, or works beside it")
    func eventSubprocess() throws {
        for interrupting in [true, false] {
            let handler = """
                <subProcess id="h" triggeredByEvent="true"><startEvent id="hs" isInterrupting="\(interrupting)">\
                \(Self.message)</startEvent><endEvent id="he"/>\(Self.task("d"))\
                \(SketchedProcess.arrow("h1: hs > d"))\(SketchedProcess.arrow("h2: d > he"))</subProcess>
                """
            var stage = try stage(Self.task("a") + handler, ["1: s > a", "2: a > e"])
            _ = try stage.instance.receive(message: "材料到了", in: stage.definition, given: [:])
            #expect(stage.open == (interrupting ? ["d"] : ["a", "d"]))
            try stage.play()
            #expect(stage.instance.isEnded)
        }
    }

    @Test("a cycle fires as often as it says, a date is handed on")
    func timers() throws {
        let cycle = "<timerEventDefinition><timeCycle>R2/P1D</timeCycle></timerEventDefinition>"
        let date = "<timerEventDefinition><timeDate>2026-12-01</timeDate></timerEventDefinition>"
        var stage = try stage(
            Self.task("a") + Self.boundary("c", on: "a", cycle, stays: true)
                + Self.boundary("o", on: "a", date)
                + "<endEvent id=\"n\"/>",
            ["1: s > a", "2: a > e", "3: c > n", "4: o > e"])
        #expect(stage.definition.timers(on: "a").map(\.date) == [nil, "2026-12-01"])
        let again = try stage.instance.fire(timer: 1, boundary: "c", in: stage.definition, given: [:])
        #expect(again.count == 1)
        #expect(try stage.instance.fire(timer: 1, boundary: "c", in: stage.definition, given: [:]) == [])
        #expect(
            refusal {
                _ = try stage.instance.fire(timer: 1, boundary: "c", in: stage.definition, given: [:])
            }
                == "这一步没有这个计时，或者它已经到期处理过。")
    }
}
