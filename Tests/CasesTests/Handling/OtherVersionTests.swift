import BusinessProcess
import Codes
import Foundation
import Journal
import Testing

@testable import Cases

@Suite("What people have done to a step whose process changes its version")
struct OtherVersionTests {
    private let officer = Actor.post("officer", at: "zjj")
    private let colleague = Actor.second(at: "zjj")
    private static let timer = Sketch.boundary("late", on: "a", Sketch.time("timeDuration", "P5D"))
    private static let arrows = ["s > accept", "accept > a", "a > e"]

    /// A review that is open, and its next version, which differs in these words.
    private func story(
        _ nodes: String = "", _ more: [String] = [], becoming words: KeyValuePairs<String, String>
    ) throws -> Story {
        let sketch = Sketch(
            Sketch.ends + Sketch.service("accept", "accept") + Sketch.task("a") + nodes,
            flows: Self.arrows + more)
        var next = sketch.xml.replacing("minben:version=\"1\"", with: "minben:version=\"2\"")
        for (old, new) in words {
            try #require(next.contains(old))
            next = next.replacing(old, with: new)
        }
        return try Story(sketch.xml, then: next, plan: .sketched)
    }

    @Test("A deputy's step that goes to another post is nobody's, and whoever holds that post finishes it")
    func delegated() throws {
        let story = try story(becoming: ["minben:role=\"officer\"": "minben:role=\"head\""])
        let task = try story.task(.review)
        try story.delegate(task, to: colleague, by: officer)
        try story.goOnByTheNextVersion()
        #expect(try story.now(task).holder == nil && story.now(task).owner == nil)
        #expect(story.root.process?.active.map(\.holder) == [nil])
        try story.complete(task, by: .post("head", at: "zjj"))
        #expect(story.root.process?.isEnded == true)
    }

    @Test("A deputy keeps a step whose post stays the same, and gives it back")
    func stillDelegated() throws {
        let story = try story(becoming: ["name=\"a\"": "name=\"核验\""])
        let task = try story.task(.review)
        try story.delegate(task, to: colleague, by: officer)
        try story.goOnByTheNextVersion()
        #expect(try story.now(task).name == "核验" && story.now(task).owner?.accountID == officer.accountID)
        try story.handBack(task, by: colleague)
        try story.complete(task, by: officer)
        #expect(story.root.process?.isEnded == true)
    }

    @Test("Whoever signs as well goes on signing, in their own post")
    func signer() throws {
        let story = try story(becoming: ["minben:role=\"officer\"": "minben:role=\"head\""])
        try story.sign(try story.task(.review), with: colleague, .before, by: officer)
        let signer = try story.task(.review)
        try story.goOnByTheNextVersion()
        #expect(try story.now(signer).name == "a（加签）")
        #expect(try story.now(signer).holder?.accountID == colleague.accountID)
        try story.complete(signer, by: colleague)
        try story.complete(.review, by: .post("head", at: "zjj"))
        #expect(story.root.process?.isEnded == true)
    }

    @Test("A timer counts from when its step was opened, whatever it is called and however long it runs now")
    func timer() throws {
        let story = try story(
            Self.timer + Sketch.task("c"), ["late > c", "c > e"],
            becoming: ["P5D": "P3D", "\"late\"": "\"tardy\""])
        try story.wait(until: "2026-11-11")
        try story.goOnByTheNextVersion(["late": "tardy"])
        #expect(story.root.timers.map(\.boundary) == ["tardy"])
        #expect(story.root.timers.map(\.dueAt) == [at("2026-11-12")])
    }

    @Test("A timer that has failed is tried anew where the next version has another in its place")
    func failedTimer() throws {
        let story = try story(
            Self.timer + Sketch.task("c") + "<exclusiveGateway id=\"g\"/>",
            ["late > g", "g > c if form.area > 1", "g > e if form.area < 1", "c > e"],
            becoming: ["\"late\"": "\"tardy\"", "form.area < 1": "form.area = null"])
        try story.wait(until: "2026-11-20")
        #expect(story.root.incidents.map(\.element) == ["late"])
        try story.goOnByTheNextVersion(["late": "tardy"])
        #expect(story.root.incidents.isEmpty)
        #expect(story.root.timers.map(\.dueAt) == [at("2026-11-14")])
    }

    @Test("A step the system could not do waits under its new name")
    func failedStep() throws {
        let story = try story(
            Sketch.rule("r", "fire-check"), ["a > r", "r > e"],
            becoming: [
                "id=\"r\" name=\"r\"": "id=\"rule\" name=\"判定\"", "Ref=\"r\"": "Ref=\"rule\"",
            ])
        try story.complete(.review)
        try story.goOnByTheNextVersion(["r": "rule"])
        #expect(story.root.incidents.map(\.element) == ["rule"])
        #expect(story.root.incidents.map(\.name) == ["判定"])
    }

    @Test("An inspection that is none any more no longer stops the clock")
    func inspection() throws {
        let story = try story(becoming: ["minben:act=\"review\"": "minben:act=\"inspect\""])
        try story.goOnByTheNextVersion()
        #expect(story.root.isPaused)
        let other = try self.story(
            Sketch.task("b", act: "inspect"), ["a > b", "b > e"],
            becoming: ["minben:act=\"inspect\"": "minben:act=\"review\""])
        try other.complete(.review)
        #expect(other.root.isPaused)
        try other.goOnByTheNextVersion()
        #expect(!other.root.isPaused)
    }

    @Test("Each seat of a vote stays with its organ")
    func vote() throws {
        let file = String(decoding: Committee.process, as: UTF8.self)
        let next = file.replacing("minben:version=\"1\"", with: "minben:version=\"2\"")
            .replacing("会商表决", with: "联席表决")
        let story = try Story(file, then: next, plan: Committee.plan)
        try story.complete(.accept)
        try story.complete(.review)
        try story.goOnByTheNextVersion()
        #expect(story.root.openTasks.map(\.name) == ["联席表决", "联席表决", "联席表决"])
        #expect(story.root.openTasks.map(\.organ) == ["cgj", "gaj", "xfjy"])
    }

    @Test("Two steps that change their names with each other keep their outcomes apart")
    func swapped() throws {
        let swap: KeyValuePairs = ["\"a\"": "\"x\"", "\"b\"": "\"a\"", "\"x\"": "\"b\""]
        let story = try story(
            Sketch.task("b") + Sketch.task("c"), ["a > b", "b > c", "c > e"], becoming: swap)
        try story.complete(.review)
        try story.complete(.review)
        try story.change(by: .system) { matter, _ in matter.cases[0].outcomes = ["a": "一", "b": "二"] }
        try story.goOnByTheNextVersion(["a": "b", "b": "a"])
        #expect(story.root.outcomes == ["a": "二", "b": "一"])
    }
}

extension Story {
    /// The story of a case on the first of two versions of a process.
    fileprivate convenience init(_ version: String, then next: String, plan: CasePlan) throws {
        let (old, new) = (
            try ProcessDefinition.parse(Data(version.utf8)), try ProcessDefinition.parse(Data(next.utf8))
        )
        try self.init(plan, definitions: [ProcessKey(id: old.id, version: 1): old])
        publish(new, version: 2)
    }

    fileprivate func goOnByTheNextVersion(_ mapping: [String: String] = [:]) throws {
        let number = root.number.text
        let change = VersionChange(
            process: root.plan.process, from: 1, to: 2, mapping: mapping, reason: "调整流程")
        try self.change(by: .system) { try $0.change(number, change, on: $1) }
    }
}
