import BusinessProcess
import DecisionModel
import Testing

@Suite("Inclusive gateways")
struct InclusiveTests {
    private static let sketch = SketchedProcess(
        Position.ends + ["a", "b", "c", "d", "z"].map { SketchedProcess.task($0) }.joined()
            + "<inclusiveGateway id=\"o\" default=\"4\"/><inclusiveGateway id=\"j\"/><exclusiveGateway id=\"x\" default=\"8\"/>",
        flows: [
            "1: s > o", "2: o > a if n > 1", "3: o > b if n > 2", "4: o > c", "5: a > x", "6: b > j",
            "7: c > j", "8: x > j", "9: x > d if skip", "10: j > z", "11: z > e", "12: d > e",
        ])

    @Test("the join waits for whoever can still come, and for nobody else")
    func waits() throws {
        var stage = try Stage(Self.sketch, ["n": 5])
        #expect(stage.open == ["a", "b"])
        try stage.finish("b")
        #expect(stage.open == ["a"])
        try stage.finish("a")
        #expect(stage.open == ["z"])
    }

    @Test("a token that turns away sets the join free")
    func turnsAway() throws {
        var stage = try Stage(Self.sketch, ["n": 5, "skip": true])
        try stage.finish("b")
        #expect(stage.open == ["a"])
        try stage.finish("a")
        #expect(stage.open == ["d", "z"])
    }

    @Test("a single token passes, and so does the default")
    func single() throws {
        for (n, step) in [(2, "a"), (0, "c")] {
            var stage = try Stage(Self.sketch, ["n": Value(integerLiteral: n)])
            #expect(stage.open == [step])
            try stage.finish(step)
            #expect(stage.open == ["z"])
        }
    }

    @Test("from behind the join back into one branch, the others wait there again")
    func back() throws {
        var stage = try Stage(Self.sketch, ["n": 5])
        try stage.finish("b")
        try stage.finish("a")
        _ = try stage.instance.sendBack(
            stage.id("z"), to: "a", in: stage.definition, given: stage.given)
        #expect(stage.open == ["a"] && stage.instance.tokens == ["6": 1])
        try stage.finish("a")
        #expect(stage.open == ["z"])
    }
}
