import BusinessProcess
import Foundation
import Refusals
import Testing

@Suite("After going on by another version")
struct MigratedTests {
    @Test("nobody goes back to a step that is no more, but further back they do")
    func gone() throws {
        var stage = try Position.afterJoin.stage()
        let new = try NextVersion.of(
            NextVersion.tasks("a", "n", "x", "z"),
            ["1: s > a", "2: a > n", "3: n > x", "8: x > z", "9: z > e"])
        let moved = try stage.instance.migrated(from: stage.definition, to: new).instance
        stage.instance = moved
        let x = stage.id("x")
        #expect(try moved.returnTargets(of: x, in: new).map(\.id) == ["a"])
        #expect(
            refusal { _ = try stage.instance.sendBack(x, to: "b", in: new, given: [:]) }
                == "「b」是按原来的版本办的，现在的版本里没有这一步，不能退回到那里。")
        #expect(
            refusal { _ = try stage.instance.withdraw(stage.done("y"), by: "y", in: new, given: [:]) }
                == "只有人办理的步骤可以撤回。")
        _ = try stage.instance.sendBack(x, to: "a", in: new, given: [:])
        #expect(stage.open == ["a"])
        _ = try stage.instance.finish("a", in: new)
        #expect(stage.open == ["n"])
        #expect(moved.activities.map(\.element) == ["a", "b", "y", "x"])
    }

    @Test("going back to one branch is refused where its sister is no more")
    func halfBranch() throws {
        let stage = try Position.afterJoin.stage()
        let new = try NextVersion.of(
            NextVersion.tasks("a", "b", "x", "z", "w") + NextVersion.gates,
            [
                "1: s > a", "2: a > f", "3: f > b", "4: f > w", "5: b > j", "6: w > j", "7: j > x",
                "8: x > z", "9: z > e",
            ])
        var moved = try stage.instance.migrated(from: stage.definition, to: new).instance
        let x = moved.active[0].id
        #expect(try moved.returnTargets(of: x, in: new).map(\.id) == ["a"])
        #expect(
            refusal { _ = try moved.sendBack(x, to: "b", in: new, given: [:]) }
                == "流程换过版本，退回到「b」就办不下去了：「j」在现在的版本里不是这样汇合的。")
    }

    @Test("what was final stays final, though the new version has no such step")
    func final() throws {
        let old = SketchedProcess(
            Position.ends + NextVersion.tasks("a", "x") + SketchedProcess.service("issue", final: true),
            flows: ["1: s > a", "2: a > issue", "3: issue > x", "4: x > e"])
        var stage = try Stage(old)
        try stage.finish("a")
        try stage.finish("issue")
        for middle in ["", SketchedProcess.service("issue")] {
            let way = middle.isEmpty ? ["2: a > x"] : ["2: a > issue", "3: issue > x"]
            let new = try NextVersion.of(
                NextVersion.tasks("a", "x") + middle, ["1: s > a", "4: x > e"] + way)
            var moved = try stage.instance.migrated(from: stage.definition, to: new).instance
            #expect(
                refusal { _ = try moved.sendBack(moved.active[0].id, to: "a", in: new, given: [:]) }
                    == "「issue」已经作出，不能退回到它之前。")
        }
    }

    @Test("timers that go, come and count differently are told; those that stay are left alone")
    func timers() throws {
        let timer = { (id: String, days: String) in
            SketchedProcess.timer(id, on: "x", interrupting: false).replacing("P5D", with: days)
        }
        let build = { (timers: String, ends: [String]) in
            SketchedProcess(
                Position.ends + NextVersion.tasks("x") + timers,
                flows: ["1: s > x", "2: x > e"] + ends.map { "\($0)f: \($0) > e" })
        }
        let stage = try Stage(
            build(
                timer("go", "P1D") + timer("stay", "P2D") + timer("longer", "P3D"), ["go", "stay", "longer"]))
        let new = try NextVersion.of(
            build(
                timer("come", "P9D") + timer("stay", "P2D") + timer("longer", "P4D"),
                ["come", "stay", "longer"]))
        let effects = try stage.instance.migrated(from: stage.definition, to: new).effects
        let told = effects.map { effect in
            switch effect {
            case .timerCancelled(let activity, let timer): "\(activity) − \(timer)"
            case .setTimer(let activity, let timer): "\(activity) + \(timer.id) \(timer.words)"
            default: "\(effect)"
            }
        }
        #expect(told == ["1 − go", "1 − longer", "1 + come 9 天", "1 + longer 4 天"])
    }

    @Test("a step with another name, organ and id goes on, and the caller hears what its task is now")
    func renamed() throws {
        let stage = try Position.sequence.stage()
        let new = try NextVersion.of(
            NextVersion.tasks("a", "z") + SketchedProcess.task("check").replacing("lead", with: "hall"),
            ["1: s > a", "2: a > check", "3: check > z", "4: z > e"])
        let migration = stage.instance.migration(from: stage.definition, to: new, mapping: ["x": "check"])
        #expect(migration.obstacles.isEmpty && migration.effects.isEmpty)
        #expect(migration.tasks.mapValues(\.organ) == [2: "hall"])
        #expect(migration.instance.openElements == ["check"] && migration.instance.version == "2")
        #expect(migration.instance.imbalances.isEmpty)
        #expect(migration.instance.taken == ["1", "2"])
    }

    @Test("who has it, who signs too, and what stands still stay as they are")
    func people() throws {
        var stage = try Position.sequence.stage()
        let x = stage.id("x"), definition = stage.definition
        _ = try stage.instance.transfer(x, to: "王强", in: definition)
        _ = try stage.instance.addSigner("李敏", .after, to: x, in: definition)
        _ = try stage.instance.delegate(x, from: "王强", to: "陈静", in: definition)
        _ = try stage.instance.suspend(x, in: definition)
        let new = try NextVersion.of(Position.sequence.sketch)
        var moved = try stage.instance.migrated(from: definition, to: new).instance
        #expect(moved.activity(x)?.holder == "陈静" && moved.activity(x)?.owner == "王强")
        #expect(moved.activity(x)?.isSuspended == true)
        let stored = try JSONEncoder().encode(moved)
        #expect(try JSONDecoder().decode(ProcessInstance.self, from: stored) == moved)
        _ = try moved.resume(x, in: new)
        _ = try moved.handBack(x, in: new)
        _ = try moved.complete(x, in: new, given: [:])
        #expect(moved.active.map(\.holder) == ["李敏"])
    }

    @Test("inside a called process it is enough to name the call")
    func called() throws {
        let inner = SketchedProcess(
            Position.ends + NextVersion.tasks("t", "u"), flows: ["1: s > t", "2: t > u", "3: u > e"]
        )
        .xml.replacing("id=\"sketch\"", with: "id=\"in\"")
        let outer = { (call: String, version: Int) in
            let sketch = SketchedProcess(
                Position.ends + "<callActivity id=\"\(call)\" calledElement=\"in\"/>",
                flows: ["1: s > \(call)", "2: \(call) > e"])
            let xml = sketch.xml.replacing("name=\"草图\"", with: "minben:version=\"\(version)\"")
            return try ProcessDefinition.parse(Data(xml.utf8)) { _ in Data(inner.utf8) }
        }
        let (old, new) = (try outer("c", 1), try outer("d", 2))
        var instance = try ProcessInstance.start(old, given: [:]).0
        #expect(!instance.migration(from: old, to: new).obstacles.isEmpty)
        instance = try instance.migrated(from: old, to: new, mapping: ["c": "d"]).instance
        #expect(instance.openElements == ["d/t"])
        for step in ["d/t", "d/u"] { _ = try instance.finish(step, in: new) }
        #expect(instance.isEnded)
    }
}
