import BusinessProcess
import Foundation
import WorkingTime

@testable import ProcessMining

/// A drawing in a few lines: nodes, and arrows as `id: a > b` or `id: a > b if condition`.
struct Sketch {
    let definition: ProcessDefinition

    init(_ nodes: String, _ arrows: [String]) throws {
        let flows = arrows.map { line in
            let parts = line.split(separator: " if ", maxSplits: 1).map(String.init)
            let words = parts[0].split { ": >".contains($0) }
            let condition = parts.dropFirst().first
                .map { "<conditionExpression><![CDATA[\($0)]]></conditionExpression>" }
            return "<sequenceFlow id=\"\(words[0])\" sourceRef=\"\(words[1])\" targetRef=\"\(words[2])\">"
                + (condition ?? "") + "</sequenceFlow>"
        }
        let xml = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:minben="urn:minben:bpmn:1">
            <process id="sketch" name="草图" isExecutable="true"><startEvent id="start"/><endEvent id="end"/>
            \(nodes)\(flows.joined())</process></definitions>
            """
        definition = try ProcessDefinition.parse(Data(xml.utf8))
    }

    static func step(_ id: String, _ act: String = "review", inside: String = "") -> String {
        """
        <userTask id="\(id)" name="步骤\(id)" minben:organ="lead" minben:role="officer" minben:act="\(act)">\
        <extensionElements><minben:outcome code="ok" label="同意"/><minben:outcome code="no" label="不同意"/>\
        </extensionElements>\(inside)</userTask>
        """
    }

    /// Three steps in a row.
    static func row() throws -> Sketch {
        try Sketch(
            step("a") + step("b") + step("c", "decide"),
            ["f1: start > a", "f2: a > b", "f3: b > c", "f4: c > end"])
    }

    /// Two steps side by side, and one after both.
    static func fork() throws -> Sketch {
        try Sketch(
            step("a") + step("b") + step("c", "decide")
                + "<parallelGateway id=\"split\"/><parallelGateway id=\"join\"/>",
            [
                "f1: start > split", "f2: split > a", "f3: split > b", "f4: a > join", "f5: b > join",
                "f6: join > c", "f7: c > end",
            ])
    }

    func replay(_ path: String...) throws -> Replay {
        var replay = TokenReplay(try PetriNet(definition))
        return replay.replay(path)
    }

    var successions: [Succession] { Succession.all(in: definition) { $0.act == "review" } }
}

/// A case of steps, each with the hours at which it came up and was done.
func trace(_ steps: [(step: String, offered: Int, done: Int)], person: Int64? = nil, isOver: Bool = true)
    -> CaseTrace
{
    let start = Instant(milliseconds: 1_790_000_000_000)
    func at(_ hour: Int) -> Instant { start.adding(seconds: hour * 3_600) }
    return CaseTrace(
        id: 1, number: "N1", version: 1, organ: "scjg", filedAt: start,
        closedAt: isOver ? at(steps.map(\.done).max() ?? 0) : nil,
        events: steps.enumerated().map { place, one in
            LogEvent(
                id: Int64(place), step: one.step, name: "步骤\(one.step)", organ: "scjg",
                person: person ?? Int64(place), offeredAt: at(one.offered), doneAt: at(one.done), outcome: nil
            )
        })
}
