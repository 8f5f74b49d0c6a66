import BusinessProcess
import Foundation
import Refusals
import Testing

@Suite("What is not the same in two versions")
struct ComparisonTests {
    private func changes(_ name: String, _ edits: [(String, String)]) throws -> [String] {
        let old = try DistrictProcess.xml(name)
        let new = edits.reduce(old) { $0.replacing($1.0, with: $1.1) }
        #expect(edits.isEmpty || new != old)
        let comparison = try ProcessComparison(from: Data(old.utf8), to: Data(new.utf8))
        return comparison.changes.flatMap { change in
            change.details.isEmpty
                ? ["\(change.mark.chinese)\(change.kind.chinese) \(change.title)"]
                : change.details.map { "\(change.title) \($0)" }
        }
    }

    @Test("what is not XML cannot be compared")
    func unreadable() {
        #expect(throws: ProcessError.self) {
            try ProcessComparison(from: Data("{}".utf8), to: Data("{}".utf8))
        }
    }

    @Test("the same version has no changes, and moving a figure is none", arguments: DistrictProcess.names)
    func same(_ name: String) throws {
        #expect(try changes(name, []).isEmpty)
        #expect(try changes(name, [("x=\"", "x=\"1")]).isEmpty)
    }

    @Test("a drawing that cannot be executed yet is compared all the same")
    func unfinished() throws {
        let old = SketchedProcess(Position.ends + SketchedProcess.task("a"), flows: ["1: s > a", "2: a > e"])
        let new = SketchedProcess(Position.ends + "<userTask id=\"a\" name=\"甲\"/>", flows: ["1: s > a"])
        let found = try ProcessComparison(from: Data(old.xml.utf8), to: Data(new.xml.utf8))
        #expect(
            found.changes.flatMap(\.details).map(\.chinese) == [
                "名称：a → 甲", "办理单位：lead → 无", "岗位：officer → 无", "法律含义：review → 无", "办理结果：同意（ok） → 无",
            ])
        #expect(found.marks == ["a": .changed, "2": .removed])
    }

    private static let old = SketchedProcess(
        Position.ends + SketchedProcess.task("a")
            + SketchedProcess.task("b", inside: Position.loop("2", "minben:vote=\"ok\""))
            + SketchedProcess.timer("late", on: "a") + "<exclusiveGateway id=\"g\" default=\"4\"/>",
        flows: ["1: s > a", "2: a > g", "3: g > b if x > 1", "4: g > e", "5: b > e", "6: late > e"])

    @Test(
        "each thing that can be changed is named, from what to what",
        arguments: [
            ("name=\"a\"", "name=\"核对\"", "名称：a → 核对"),
            ("minben:organ=\"lead\"", "minben:organ=\"hall\"", "办理单位：lead → hall"),
            ("minben:role=\"officer\"", "minben:role=\"head\"", "岗位：officer → head"),
            (
                "minben:act=\"review\"", "minben:act=\"decide\" minben:limit=\"3 working_day\"",
                "时限：无 → 3 working_day"
            ),
            (
                "code=\"ok\" label=\"同意\"", "code=\"ok\" label=\"同意\" needsOpinion=\"true\"",
                "办理结果：同意（ok） → 同意（ok，须写意见）"
            ),
            ("x > 1", "x > 2", "条件：x > 1 → x > 2"), ("default=\"4\"", "default=\"3\"", "默认路径：4 → 3"),
            ("P5D", "P9D", "触发：计时 5 天 → 计时 9 天"),
            ("attachedToRef=\"a\"", "attachedToRef=\"b\"", "附带的事件：late → 无"),
            ("cancelActivity=\"true\"", "cancelActivity=\"false\"", "不中断：无 → 是"),
            ("exclusiveGateway", "inclusiveGateway", "类型：排他网关 → 包容网关"),
            ("isSequential=\"false\"", "isSequential=\"true\"", "多次办理：同时 → 依次"),
            (">2</loop", ">3</loop", "份数：2 → 3"),
            ("minben:vote=\"ok\"", "minben:vote=\"ok\" minben:needs=\"1\"", "表决需要：全体 → 1 人"),
            (
                "id=\"5\" sourceRef=\"b\" targetRef=\"e\"", "id=\"5\" sourceRef=\"b\" targetRef=\"a\"",
                "终点：e → a"
            ),
            ("name=\"草图\"", "name=\"成品\"", "名称：草图 → 成品"),
        ])
    func details(_ before: String, _ after: String, _ phrase: String) throws {
        let new = Self.old.xml.replacing(before, with: after)
        let found = try ProcessComparison(from: Data(Self.old.xml.utf8), to: Data(new.utf8))
        #expect(found.changes.flatMap(\.details).map(\.chinese).contains(phrase), "\(found)")
        #expect(found.changes.allSatisfy { $0.mark == .changed })
    }

    @Test("a timer that goes is removed, and the step it was attached to says so")
    func removed() throws {
        let new = SketchedProcess(
            Position.ends + SketchedProcess.task("a")
                + SketchedProcess.task("b", inside: Position.loop("2", "minben:vote=\"ok\""))
                + "<exclusiveGateway id=\"g\" default=\"4\"/>",
            flows: ["1: s > a", "2: a > g", "3: g > b if x > 1", "4: g > e", "5: b > e"])
        let found = ProcessComparison(from: try Self.old.definition(), to: try new.definition())
        #expect(found.changes.map { "\($0.mark.chinese)" } == ["改动", "删除", "删除"])
        #expect(found.marks == ["a": .changed, "late": .removed, "6": .removed])
        let back = ProcessComparison(from: try new.definition(), to: try Self.old.definition())
        #expect(back.marks == ["a": .changed, "late": .added, "6": .added])
    }

    @Test(
        "a lane that moves to another organ changes its tasks, and what changes in a called process shows at the call"
    )
    func lanesAndCalls() throws {
        let lane =
            "<laneSet><lane id=\"l\" name=\"窗口\" minben:organ=\"hall\"><flowNodeRef>a</flowNodeRef></lane></laneSet>"
        let bare = SketchedProcess.task("a").replacing("minben:organ=\"lead\" ", with: "")
        let old = SketchedProcess(
            Position.ends + lane + bare + "<callActivity id=\"c\" calledElement=\"in\"/>",
            flows: ["1: s > a", "2: a > c", "3: c > e"])
        let inner = { (name: String) in
            SketchedProcess(
                Position.ends + SketchedProcess.task(name), flows: ["1: s > \(name)", "2: \(name) > e"]
            )
            .xml.replacing("id=\"sketch\"", with: "id=\"in\"")
        }
        let one = try ProcessDefinition.parse(Data(old.xml.utf8)) { _ in Data(inner("t").utf8) }
        let two = try ProcessDefinition.parse(Data(old.xml.replacing("hall", with: "street").utf8)) { _ in
            Data(inner("u").utf8)
        }
        let found = ProcessComparison(from: one, to: two)
        #expect(found.marks == ["a": .changed, "c": .changed, "l": .changed])
        #expect(found.changes.last?.details.map(\.chinese) == ["办理单位：hall → street"])
    }
}
