import BusinessProcess
import Testing

@Suite("撤回: whoever did a step takes it back while nobody has begun what follows")
struct WithdrawalTests {
    /// The step before `x`, and what is open once it is taken back.
    static let table: [(Position, String, [String])] = [
        (.sequence, "a", ["a"]), (.branch, "b", ["b", "y"]), (.several, "a", ["a"]),
        (.subprocess, "b", ["b"]), (.afterJoin, "y", ["y"]),
    ]

    @Test("only by whoever did it", arguments: table)
    func other(_ position: Position, _ step: String, _ open: [String]) throws {
        var stage = try position.stage()
        let words = refusal {
            _ = try stage.instance.withdraw(stage.done(step), by: "q", in: stage.definition, given: [:])
        }
        #expect(words == "只有办理这一步的人可以撤回。")
    }

    @Test("not once the next has begun", arguments: table)
    func begun(_ position: Position, _ step: String, _ open: [String]) throws {
        var stage = try position.stage()
        _ = try stage.instance.begin(stage.id("x"), in: stage.definition)
        let words = refusal {
            _ = try stage.instance.withdraw(stage.done(step), by: step, in: stage.definition, given: [:])
        }
        #expect(words == "「x」已经开始办理，不能撤回。")
    }

    @Test("not once the next is done", arguments: table)
    func done(_ position: Position, _ step: String, _ open: [String]) throws {
        var stage = try position.stage()
        try stage.finish("x")
        let words = refusal {
            _ = try stage.instance.withdraw(stage.done(step), by: step, in: stage.definition, given: [:])
        }
        #expect(words == "「x」已经办完，不能撤回。")
    }

    @Test("what followed is taken away, what others brought to a join waits again", arguments: table)
    func back(_ position: Position, _ step: String, _ open: [String]) throws {
        var stage = try position.stage()
        _ = try stage.instance.withdraw(stage.done(step), by: step, in: stage.definition, given: [:])
        #expect(stage.open == open)
        try stage.play()
        #expect(stage.instance.isEnded)
    }

    @Test("one of several takes their own answer back, the others keep theirs")
    func oneOfSeveral() throws {
        var stage = try Position.several.stage()
        try stage.finish("x", "agree")
        _ = try stage.instance.withdraw(stage.done("x"), by: "x", in: stage.definition, given: [:])
        #expect(stage.open == ["x", "x", "x"])
        for _ in 1...3 { try stage.finish("x", "agree") }
        #expect(stage.open == ["z"])
    }
}
