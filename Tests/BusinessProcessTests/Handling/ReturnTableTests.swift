import BusinessProcess
import Testing

@Suite("退回: an earlier step is done anew, and exactly what followed from it is undone")
struct ReturnTableTests {
    @Test("only to a step this one follows from", arguments: Position.allCases)
    func stranger(_ position: Position) throws {
        var stage = try position.stage()
        let before = stage.instance
        let words = refusal {
            _ = try stage.instance.sendBack(stage.id("x"), to: "z", in: stage.definition, given: [:])
        }
        #expect(words == "「z」不在这一步之前，不能退回到那里。")
        #expect(stage.instance == before)
    }

    @Test(
        "to the step before a split, out of the several, out of the subprocess, from behind the join",
        arguments: zip(
            Position.allCases,
            [["a"], ["b", "a"], ["a"], ["b", "a"], ["y", "b", "a"]]))
    func targets(_ position: Position, _ expected: [String]) throws {
        let stage = try position.stage()
        let targets = try stage.instance.returnTargets(of: stage.id("x"), in: stage.definition)
        #expect(targets.map(\.id) == expected)
    }

    @Test(
        "to the first step only that one is open, whoever did it gets it, and the process comes to its end",
        arguments: Position.allCases)
    func first(_ position: Position) throws {
        var stage = try position.stage()
        let first = stage.done("a")
        stage.effects = try stage.instance.sendBack(
            stage.id("x"), to: "a", in: stage.definition, given: [:])
        #expect(stage.open == ["a"])
        #expect(stage.instance.taken == ["1"])
        #expect(stage.instance.tokens.isEmpty)
        #expect(stage.instance.active.first?.repeats == first)
        try stage.play()
        #expect(stage.instance.isEnded && stage.instance.endedAt == "e")
    }

    @Test("within a branch the sister branch goes on undisturbed")
    func withinBranch() throws {
        var stage = try Position.branch.stage()
        let sister = stage.id("y")
        _ = try stage.instance.sendBack(stage.id("x"), to: "b", in: stage.definition, given: [:])
        #expect(stage.open == ["b", "y"])
        #expect(stage.id("y") == sister)
        try stage.finish("y")
        try stage.finish("b")
        #expect(stage.open == ["x"])
        try stage.finish("x")
        #expect(stage.open == ["z"])
    }

    @Test("from behind a join into one branch, what the other had brought to the join waits there again")
    func behindJoin() throws {
        var stage = try Position.afterJoin.stage()
        _ = try stage.instance.sendBack(stage.id("x"), to: "b", in: stage.definition, given: [:])
        #expect(stage.open == ["b"])
        #expect(stage.instance.tokens == ["6": 1])
        try stage.finish("b")
        #expect(stage.open == ["x"])
    }

    @Test("into a subprocess that had ended, which goes on")
    func intoSubprocess() throws {
        var stage = try Position.subprocess.stage()
        try stage.finish("x")
        #expect(stage.open == ["z"])
        _ = try stage.instance.sendBack(stage.id("z"), to: "b", in: stage.definition, given: [:])
        #expect(stage.open == ["b"])
        try stage.play()
        #expect(stage.instance.isEnded)
    }

    @Test("to a step of several people from behind it, all of them are asked anew")
    func allAnew() throws {
        var stage = try Position.several.stage()
        for _ in 1...3 { try stage.finish("x") }
        _ = try stage.instance.sendBack(stage.id("z"), to: "x", in: stage.definition, given: [:])
        #expect(stage.open == ["x", "x", "x"])
        try stage.play()
        #expect(stage.instance.isEnded)
    }

    @Test("not into what was decided before all had answered")
    func cut() throws {
        var stage = try Stage(
            SketchedProcess(
                Position.ends + SketchedProcess.task("z")
                    + "<subProcess id=\"p\" name=\"核查\">"
                    + Position.loop(
                        "3",
                        inside: "<completionCondition>numberOfCompletedInstances = 1</completionCondition>")
                    + "<startEvent id=\"is\"/><endEvent id=\"ie\"/>" + SketchedProcess.task("x")
                    + SketchedProcess.arrow("i1: is > x") + SketchedProcess.arrow("i2: x > ie")
                    + "</subProcess>",
                flows: ["1: s > p", "2: p > z", "3: z > e"]))
        try stage.finish("x")
        #expect(stage.open == ["z"])
        let words = refusal {
            _ = try stage.instance.sendBack(stage.id("z"), to: "x", in: stage.definition, given: [:])
        }
        #expect(words == "「核查」已提前结束，不能退回到里面。")
    }
}
