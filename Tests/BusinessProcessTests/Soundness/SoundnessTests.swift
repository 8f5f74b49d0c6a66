import BusinessProcess
import Foundation
import Testing

@Suite("Whether a process can be trusted to come to its end")
struct SoundnessTests {
    private func findings(
        _ nodes: String, _ flows: [String], _ circumstances: Soundness.Circumstances = .init()
    ) throws -> [String] {
        let definition = try SketchedProcess(Position.ends + nodes, flows: flows).definition()
        return Soundness(definition, circumstances).findings.map { finding in
            "\(finding.isWarning ? "?" : "!") \(finding.elementID ?? ""): \(finding.message)"
        }
    }
    private let two = ["a", "b"].map { SketchedProcess.task($0) }.joined()
    private let tasks = ["a", "b", "c"].map { SketchedProcess.task($0) }.joined()

    @Test("a join that waits for a branch nobody took")
    func deadlock() throws {
        let found = try findings(
            tasks + "<exclusiveGateway id=\"x\" default=\"2\"/><parallelGateway id=\"j\"/>",
            ["1: s > x", "2: x > a", "3: x > b if n", "4: a > j", "5: b > j", "6: j > c", "7: c > e"])
        #expect(Set(found) == ["! c: 永远走不到这里", "! e: 永远走不到这里", "! j: 这里可能等不齐：有的分支走不到这里"])
    }

    @Test("a circle without a way out")
    func livelock() throws {
        let found = try findings(
            two + "<exclusiveGateway id=\"x\"/><exclusiveGateway id=\"y\" default=\"3\"/>",
            ["1: s > y", "2: y > e if n", "3: y > x", "4: x > a", "5: a > b", "6: b > x"])
        #expect(Set(found) == ["! a: 走到这里以后永远走不到结束", "! b: 走到这里以后永远走不到结束", "! x: 走到这里以后永远走不到结束"])
    }

    @Test("a split that is merged without a join, and an end that is not the end")
    func double() throws {
        let found = try findings(
            tasks + "<parallelGateway id=\"f\"/><exclusiveGateway id=\"m\"/>",
            ["1: s > f", "2: f > a", "3: f > b", "4: a > m", "5: b > m", "6: m > c", "7: c > e"])
        #expect(found.contains("? m: 可能同时办理两次：前面的分支没有会合"))
        #expect(found.contains("? e: 走到这里时别的分支可能还在办理，流程不会就此结束"))
        #expect(found.allSatisfy { $0.hasPrefix("?") })
    }

    @Test("tokens that grow")
    func growing() throws {
        let found = try findings(
            two + "<exclusiveGateway id=\"m\"/><parallelGateway id=\"f\"/>",
            ["1: s > m", "2: m > a", "3: a > f", "4: f > m", "5: f > b", "6: b > e"])
        #expect(found.contains { $0.hasPrefix("! ") && $0.hasSuffix("走到这里的分支会越积越多") })
    }

    @Test("a choice without default, unless its conditions ask for every outcome of one task")
    func defaults() throws {
        let flows = ["1: s > a", "2: a > x", "3: x > b if outcomes.a = \"ok\"", "5: b > e", "6: c > e"]
        let nodes = tasks + "<exclusiveGateway id=\"x\"/>"
        #expect(
            try findings(nodes, flows + ["4: x > c if outcomes.a = \"no\""]) == [])
        #expect(
            try findings(
                nodes,
                ["1: s > a", "2: a > x", "3: x > b if n > 1", "4: x > c if n < 1", "5: b > e", "6: c > e"])
                == ["! x: 条件都不成立时没有默认路径"])
    }

    @Test("a task nobody can do, a date that has passed")
    func circumstances() throws {
        let date =
            "<boundaryEvent id=\"t\" attachedToRef=\"a\"><timerEventDefinition><timeDate>2026-01-01</timeDate></timerEventDefinition></boundaryEvent>"
        let found = try findings(
            SketchedProcess.task("a") + date, ["1: s > a", "2: a > e", "3: t > e"],
            .init(today: "2026-11-25") { _ in false })
        #expect(Set(found) == ["! t: 计时的日期 2026-01-01 已经过去", "! a: 没有人能办这一步：部门「lead」没有岗位「officer」"])
    }

    @Test("limits that add up to more than was promised, on the longest way")
    func limits() throws {
        let limited = tasks.replacing("minben:act", with: "minben:limit=\"4 working_day\" minben:act")
        let nodes = limited + "<parallelGateway id=\"f\"/><parallelGateway id=\"j\"/>"
        let flows = ["1: s > f", "2: f > a", "3: f > b", "4: a > j", "5: b > j", "6: j > c", "7: c > e"]
        #expect(try findings(nodes, flows, .init(promisedLimit: "8 working_day")) == [])
        #expect(
            try findings(nodes, flows, .init(promisedLimit: "7 working_day"))
                == ["! sketch: 各步时限加起来是 8 working_day，超过承诺的 7 working_day"])
    }

    @Test("it says when it gives up")
    func givesUp() throws {
        let definition = try RandomProcess(seed: 3).sketch.definition()
        let soundness = Soundness(definition, mostMarkings: 2)
        #expect(!soundness.isComplete && soundness.isSound)
        #expect(soundness.findings.contains { $0.message == "流程分支太多，只检查了 2 种情况，其余没有查完" })
    }

    @Test("the processes of the district are sound", arguments: DistrictProcess.names)
    func district(_ name: String) throws {
        let soundness = Soundness(try DistrictProcess.definition(name))
        #expect(soundness.isComplete)
        #expect(soundness.findings.filter { !$0.isWarning } == [])
    }
}
