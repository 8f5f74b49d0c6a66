import BusinessProcess
import Foundation
import Refusals
import Testing

@Suite("Going on by another version")
struct MigrationTests {
    @Test("another process, the same version, and what has ended are refused")
    func wrong() throws {
        var stage = try Position.sequence.stage()
        #expect(stage.obstacles(stage.definition) == ["办件已经按第 1 版办理。"])
        let other = SketchedProcess(Position.ends + NextVersion.tasks("x"), flows: ["1: s > x", "2: x > e"])
        let foreign = try ProcessDefinition.parse(
            Data(other.xml.replacing("id=\"sketch\"", with: "id=\"o\"").utf8))
        #expect(stage.obstacles(foreign) == ["只能换到同一流程的另一个版本。"])
        try stage.play()
        #expect(stage.obstacles(try NextVersion.of(Position.sequence.sketch)) == ["流程已经结束。"])
    }

    @Test("everything that stands against it is said at once, and nothing is changed")
    func every() throws {
        var stage = try Position.branch.stage()
        try stage.finish("y")
        let before = stage.instance
        let new = try NextVersion.of(
            NextVersion.tasks("a", "b", "z") + SketchedProcess.service("x") + NextVersion.gates,
            ["1: s > a", "2: a > f", "3: f > b", "4: b > x", "6: x > j", "5: f > z", "8: z > j", "9: j > e"])
        #expect(
            stage.obstacles(new, ["q": "a", "y": "w"]) == [
                "原来的版本里没有「q」。", "新的版本里没有「w」。", "「x」在新版里是另一种元素（用户任务 → 服务任务）。",
                "在「j」等待汇合的分支：路径「7」在新版里不再这样连接，请指明对应的路径。",
            ])
        let said = refusal {
            _ = try stage.instance.migrated(from: stage.definition, to: new, mapping: ["q": "a", "y": "w"])
        }
        #expect(said == "不能换到新的版本，有 4 处问题。第一处：原来的版本里没有「q」。")
        #expect(stage.instance == before)
    }

    @Test(
        "what cannot be told is refused with the reason",
        arguments: [
            (Position.sequence, ["1: s > a", "2: a > z", "4: z > e"], "a z", "「x」在新版里没有对应的步骤，请指明。"),
            (.several, ["1: s > a", "2: a > x", "3: x > e"], "a x", "「x」正办几份，新版里的办法不一样。"),
            (.subprocess, ["1: s > a", "2: a > x", "3: x > b", "4: b > e"], "a b x", "「p」在新版里没有对应的步骤，请指明。"),
            // Side by side before, one after the other now.
            (
                .branch, ["1: s > a", "2: a > b", "3: b > x", "4: x > y", "5: y > z", "6: z > e"],
                "a b x y z", "以后「e、y、z」会办理两次。"
            ),
        ] as [(Position, [String], String, String)])
    func refused(_ position: Position, flows: [String], tasks: String, sentence: String) throws {
        let nodes = tasks.split(separator: " ").map { SketchedProcess.task(String($0)) }.joined()
        let found = try position.stage().obstacles(try NextVersion.of(nodes, flows))
        #expect(found.contains(sentence), "\(found)")
    }

    @Test("a new branch that the others would wait for is refused at the join")
    func newBranch() throws {
        let new = try NextVersion.of(
            NextVersion.tasks("a", "b", "x", "y", "z", "w") + NextVersion.gates,
            [
                "1: s > a", "2: a > f", "3: f > b", "4: b > x", "5: f > y", "6: x > j", "7: y > j",
                "8: j > z",
                "9: z > e", "10: f > w", "11: w > j",
            ])
        #expect(try Position.branch.stage().obstacles(new) == ["以后会在「j」等不齐。"])
        #expect(try Stage(Position.branch.sketch).obstacles(new).isEmpty)
    }

    @Test("a step put between a branch and its join: who has come to the join is asked for, and may skip it")
    func between() throws {
        var stage = try Position.branch.stage()
        try stage.finish("y")
        let new = try NextVersion.of(
            NextVersion.tasks("a", "b", "x", "y", "z", "n") + NextVersion.gates,
            [
                "1: s > a", "2: a > f", "3: f > b", "4: b > x", "5: f > y", "6: x > j", "7: y > n",
                "8: j > z",
                "9: z > e", "10: n > j",
            ])
        #expect(stage.obstacles(new).count == 1)
        #expect(stage.obstacles(new, ["7": "9"]) == ["「j」在现在的版本里不是这样汇合的。"])
        var moved = try stage.instance.migrated(from: stage.definition, to: new, mapping: ["7": "10"])
            .instance
        _ = try moved.finish("x", in: new)
        #expect(moved.openElements == ["z"])
        // Back before the split the new way holds.
        _ = try moved.sendBack(moved.active[0].id, to: "a", in: new, given: [:])
        for step in ["a", "b", "y", "x"] { _ = try moved.finish(step, in: new) }
        #expect(moved.openElements == ["n"])
    }

    @Test("a join that waits for less than before goes on at once, not while the case is suspended")
    func lessToWaitFor() throws {
        var stage = try Position.branch.stage()
        try stage.finish("x")
        let new = try NextVersion.of(
            NextVersion.tasks("a", "b", "x", "y", "z") + NextVersion.gates,
            [
                "1: s > a", "2: a > b", "4: b > x", "6: x > j", "8: j > z", "9: z > y", "10: y > f",
                "11: f > e",
            ])
        // y stands elsewhere now, and z would lead to it once more.
        #expect(stage.obstacles(new).first?.hasSuffix("会办理两次。") == true)
        let fewer = try NextVersion.of(
            NextVersion.tasks("a", "b", "x", "y", "z") + NextVersion.gates + "<endEvent id=\"e2\"/>",
            [
                "1: s > a", "2: a > f", "3: f > b", "4: b > x", "5: f > y", "6: x > j", "7: y > e2",
                "8: j > z",
                "9: z > e",
            ])
        let (moved, effects) = try stage.instance.migrated(from: stage.definition, to: fewer)
        #expect(moved.openElements == ["y", "z"])
        #expect(effects.count == 1)
        _ = try stage.instance.suspend(in: stage.definition)
        #expect(stage.obstacles(fewer) == ["换版以后有的分支不用再等，要往下走，请先恢复挂起的流程。"])
    }
}
