import BusinessProcess
import DecisionModel
import Testing

@Suite("Steps for several people")
struct SeveralTests {
    private static func sketch(_ loop: String) -> SketchedProcess {
        SketchedProcess(
            Position.ends + SketchedProcess.task("x", inside: loop) + SketchedProcess.task("y")
                + SketchedProcess.task("z") + "<exclusiveGateway id=\"g\" default=\"4\"/>",
            flows: [
                "1: s > x", "2: x > g", "3: g > y if outcomes.x = \"agree\"", "4: g > z", "5: y > e",
                "6: z > e",
            ])
    }

    private static func vote(_ more: String) -> SketchedProcess {
        sketch(Position.loop("5", "minben:vote=\"agree\" minben:veto=\"deny\" \(more)"))
    }

    @Test("a million of them, or no number at all, is refused when the step begins")
    func limit() throws {
        let words = ["1000000": "「x」要同时办 1000000 份，超过上限 2000 份。", "\"三\"": "「x」要办几份算不出来，请联系流程管理员。"]
        for (count, expected) in words {
            #expect(refusal { _ = try Stage(Self.sketch(Position.loop(count))) } == expected)
        }
    }

    @Test("N of M: enough have agreed, the rest is not asked any more")
    func enough() throws {
        var stage = try Stage(Self.vote("minben:needs=\"3\""))
        for _ in 1...2 { try stage.finish("x", "agree") }
        #expect(stage.open == ["x", "x", "x"])
        try stage.finish("x", "agree")
        #expect(stage.open == ["y"])
        #expect(stage.effects.filter { if case .cancelled = $0 { true } else { false } }.count == 2)
        #expect(stage.instance.results == ["x": "agree"])
    }

    @Test("veto: one no ends the vote")
    func veto() throws {
        var stage = try Stage(Self.vote("minben:needs=\"3\""))
        try stage.finish("x", "agree")
        try stage.finish("x", "deny")
        #expect(stage.open == ["z"] && stage.instance.results == ["x": "deny"])
    }

    @Test("as soon as enough cannot agree any more, the vote is over")
    func hopeless() throws {
        var stage = try Stage(
            Self.sketch(
                Position.loop("3", "minben:vote=\"agree\" minben:needs=\"2\" minben:otherwise=\"deny\"")))
        try stage.finish("x", "abstain")
        #expect(stage.open == ["x", "x"])
        try stage.finish("x", "abstain")
        #expect(stage.open == ["z"] && stage.instance.results == ["x": "deny"])
    }

    @Test("a signer added to a vote is one more voter, one removed is one less")
    func voters() throws {
        var stage = try Stage(Self.sketch(Position.loop("2", "minben:vote=\"agree\"")))
        _ = try stage.instance.addSigner("李敏", .parallel, to: stage.id("x"), in: stage.definition)
        for _ in 1...2 { try stage.finish("x", "agree") }
        #expect(stage.open == ["x"])
        _ = try stage.instance.removeSigner(stage.id("x"), in: stage.definition, given: [:])
        #expect(stage.open == ["y"])
    }

    @Test("one after the other, each with its item, until the condition holds")
    func sequential() throws {
        let loop =
            "<multiInstanceLoopCharacteristics isSequential=\"true\" minben:collection=\"organs\" minben:item=\"organ\">"
            + "<completionCondition>numberOfCompletedInstances = 2</completionCondition></multiInstanceLoopCharacteristics>"
        var stage = try Stage(Self.sketch(loop), ["organs": ["scjg", "wsjk", "xfjy"]])
        #expect(stage.instance.active.map(\.item) == ["scjg"])
        try stage.finish("x")
        #expect(stage.instance.active.map(\.item) == ["wsjk"])
        _ = try stage.instance.sendBack(
            stage.id("x"), to: "x", in: stage.definition, given: stage.given)
        #expect(stage.instance.active.map(\.item) == ["scjg"])
        for _ in 1...2 { try stage.finish("x") }
        #expect(stage.open == ["z"])
    }

    @Test("nobody on the list: the process goes on")
    func nobody() throws {
        #expect(try Stage(Self.sketch(Position.loop("0"))).open == ["z"])
    }

    @Test("a loop goes on while its condition holds, and never longer than it says")
    func standard() throws {
        let loop =
            "<standardLoopCharacteristics loopMaximum=\"3\"><loopCondition>again</loopCondition></standardLoopCharacteristics>"
        var stage = try Stage(Self.sketch(loop), ["again": true])
        for _ in 1...3 { try stage.finish("x") }
        #expect(stage.open == ["z"])
        stage = try Stage(Self.sketch(loop), ["again": false])
        try stage.finish("x")
        #expect(stage.open == ["z"])
    }
}
