import BusinessProcess
import DecisionModel
import Foundation
import Refusals
import Testing

@Suite("Trying a process")
struct TryOutTests {
    @Test(
        "a move nobody can make is a sentence, and what came before stays",
        arguments: [
            (.complete("zzz", outcome: "ok", place: 1), "「zzz」现在没有等待办理，流程可能已经改过。"),
            (.complete("a", outcome: "ok", place: 1), "「a」现在没有等待办理，流程可能已经改过。"),
            (.complete("x", outcome: "ok", place: 2), "「x」现在没有等待办理，流程可能已经改过。"),
            (.complete("x", outcome: "ok", place: -1), "「x」现在没有等待办理，流程可能已经改过。"),
            (.complete("x", outcome: nil, place: 1), "「x」要选一个办理结果。"),
            (.complete("x", outcome: "maybe", place: 1), "「x」没有办理结果「maybe」。"),
            (.answer("x", 1, place: 1), "「x」不是判定表。"),
            (.fire("late", place: 1), "计时「late」现在没有在走，流程可能已经改过。"),
            (.receive(message: "m"), "这一办件没有在等待「m」。"), (.signal("n"), "这一办件没有在等待「n」。"),
            (.fail("z", error: nil), "「z」不是系统办理的步骤，现在也没有在办，不能设为出错。"),
            (.fail("x", error: "E1"), "没有处理错误「E1」的边界事件。"),
            (.unreadable("?!"), "试运行的这一步「?!」读不懂。"),
        ] as [(TryOut.Move, String)])
    func refused(_ move: TryOut.Move, sentence: String) throws {
        let definition = try Position.sequence.sketch.definition()
        let first = TryOut.Move.complete("a", outcome: "ok", place: 1)
        let tried = TryOut(definition, moves: [first, move, first])
        #expect(tried.refusal?.chinese == sentence)
        #expect(tried.moves == [first])
        #expect(tried.steps.map(\.element) == ["x"])
    }

    @Test("moves are written shortly and read again, whatever their names are made of")
    func text() throws {
        let moves: [TryOut.Move] = [
            .complete("review", outcome: "agree", place: 1), .complete("x;~:y", outcome: nil, place: 3),
            .answer("d", ["a": [1, true, "~c;:"]], place: 1), .fire("late", place: 2),
            .receive(message: "材料到了"), .signal("s"), .fail("issue", error: nil),
            .fail("issue", error: "E:1"), .advance,
        ]
        #expect(moves.text.hasPrefix("c:review:agree;c:x~s~t~cy::3;"))
        #expect([TryOut.Move](text: moves.text) == moves)
        #expect(
            [TryOut.Move](text: "q;c:x;t:a:b;;d:x:{")
                == ["q", "c:x", "t:a:b", "d:x:{"].map { .unreadable($0) })
        let stored = try JSONEncoder().encode(moves)
        #expect(try JSONDecoder().decode([TryOut.Move].self, from: stored) == moves)
    }

    @Test("after 500 moves it is over")
    func bounded() throws {
        let loop = SketchedProcess(
            Position.ends + SketchedProcess.task("a") + "<exclusiveGateway id=\"g\" default=\"4\"/>",
            flows: ["1: s > a", "2: a > g", "3: g > e if false", "4: g > a"])
        let moves = [TryOut.Move](text: Array(repeating: "a", count: 900).joined(separator: ";"))
        let tried = TryOut(try loop.definition(), moves: moves)
        #expect(tried.moves.count == 500)
        #expect(tried.refusal?.chinese == "试运行最多 500 步，后面的没有做。")
    }

    @Test("steps of the system that turn in a circle are stopped")
    func circle() throws {
        let loop = SketchedProcess(
            Position.ends + SketchedProcess.service("a") + "<exclusiveGateway id=\"g\" default=\"4\"/>",
            flows: ["1: s > a", "2: a > g", "3: g > e if false", "4: g > a"])
        let tried = TryOut(try loop.definition(), moves: [.advance])
        #expect(tried.refusal?.chinese == "流程在没有任务的环路里打转，请联系流程管理员。")
        #expect(tried.instance == nil && tried.steps.isEmpty && tried.states.isEmpty)
    }

    @Test("a person's step waits with its outcomes, the system's step is done at once, and the log tells it")
    func story() throws {
        let sketch = SketchedProcess(
            Position.ends + SketchedProcess.task("a") + SketchedProcess.service("issue")
                + SketchedProcess.timer("late", on: "a"),
            flows: ["1: s > a", "2: a > issue", "3: issue > e", "4: late > issue"])
        let definition = try sketch.definition()
        let open = TryOut(definition)
        #expect(open.steps.map(\.move) == [.complete("a", outcome: "ok", place: 1)])
        #expect(open.waiting.map(\.move) == [.fire("late", place: 1)])
        #expect(open.states["a"] == .current)
        let done = TryOut(definition, moves: [.complete("a", outcome: "ok", place: 1)])
        #expect(done.end?.id == "e" && done.steps.isEmpty && done.waiting.isEmpty)
        #expect(done.variables["outcomes"] == ["a": "ok"])
        let said = done.lines.map { "\($0.move) \($0.sentence)" }
        #expect(
            said == [
                "0 流程开始。", "0 「a」等待办理。", "0 「a的计时」开始计时：5 天。", "1 「a」办结：同意。",
                "1 系统办完「issue」。", "1 流程在「e」结束。",
            ])
        let late = TryOut(definition, moves: [.fire("late", place: 1)])
        #expect(late.end?.id == "e")
        #expect(TryOut(definition, moves: [.advance, .advance]).refusal?.chinese == "流程已经结束。")
    }

    @Test("a step of the system told to fail stays open until it is tried again, or its error is caught")
    func failure() throws {
        let caught =
            "<boundaryEvent id=\"b\" attachedToRef=\"issue\"><errorEventDefinition/></boundaryEvent>"
        let sketch = SketchedProcess(
            Position.ends + SketchedProcess.task("a") + SketchedProcess.service("issue") + caught
                + SketchedProcess.task("c"),
            flows: ["1: s > a", "2: a > issue", "3: issue > e", "4: b > c", "5: c > e"])
        let definition = try sketch.definition()
        var moves: [TryOut.Move] = [.fail("issue", error: nil), .advance]
        let stopped = TryOut(definition, moves: moves)
        #expect(stopped.steps.map(\.element) == ["issue"])
        #expect(stopped.lines.last?.sentence.chinese == "「issue」出错，停在这里等待重试。")
        #expect(TryOut(definition, moves: moves + [.advance]).end?.id == "e")
        moves[0] = .fail("issue", error: "E1")
        #expect(TryOut(definition, moves: moves).steps.map(\.element) == ["c"])
    }

    @Test("a decision is answered, a message comes, and of several open ones the meant one is done")
    func others() throws {
        let sketch = SketchedProcess(
            Position.ends + "<businessRuleTask id=\"d\" minben:decision=\"fee\"/>"
                + "<receiveTask id=\"r\" messageRef=\"m\"/>"
                + SketchedProcess.task("x", inside: Position.loop("fee")),
            flows: ["1: s > d", "2: d > r", "3: r > x", "4: x > e"],
            declarations: "<message id=\"m\" name=\"到了\"/>")
        let moves: [TryOut.Move] = [
            .answer("d", 3, place: 1), .receive(message: "到了"), .complete("x", outcome: "ok", place: 3),
        ]
        let tried = TryOut(try sketch.definition(), moves: moves)
        #expect(tried.refusal == nil)
        #expect(tried.steps.map(\.place) == [1, 2])
        #expect(tried.variables["fee"] == 3)
        let open = tried.instance?.activities.filter { $0.part == .member(3) }.map(\.state)
        #expect(open == [.completed])
    }

    @Test("the district's processes come to their end by going on and on", arguments: DistrictProcess.names)
    func everyProcess(_ name: String) throws {
        let moves = Array(repeating: TryOut.Move.advance, count: 40)
        let tried = TryOut(try DistrictProcess.definition(name), moves: moves)
        #expect(tried.end != nil, "\(tried.lines.map(\.sentence.chinese)) \(tried.refusal?.chinese ?? "")")
        let again = TryOut(tried.definition, moves: [TryOut.Move](text: tried.moves.text))
        #expect(again.instance == tried.instance)
    }
}
