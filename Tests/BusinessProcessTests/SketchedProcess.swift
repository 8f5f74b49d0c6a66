import BusinessProcess
import Foundation

/// A process sketched in a few lines: nodes as XML, arrows as `id: a > b` or `id: a > b if condition`.
struct SketchedProcess {
    let xml: String

    init(_ nodes: String, flows: [String], declarations: String = "") {
        let arrows = flows.map(Self.arrow)
        xml = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:minben="urn:minben:bpmn:1">
            \(declarations)<process id="sketch" name="草图" isExecutable="true">
            \(nodes)
            \(arrows.joined(separator: "\n"))
            </process></definitions>
            """
    }

    static func arrow(_ line: String) -> String {
        let parts = line.split(separator: " if ", maxSplits: 1).map(String.init)
        let words = parts[0].split { ": >".contains($0) }
        let condition = parts.dropFirst().first
            .map { "<conditionExpression><![CDATA[\($0)]]></conditionExpression>" }
        return "<sequenceFlow id=\"\(words[0])\" sourceRef=\"\(words[1])\" targetRef=\"\(words[2])\">"
            + (condition ?? "") + "</sequenceFlow>"
    }

    static func task(_ id: String, inside: String = "") -> String {
        """
        <userTask id="\(id)" name="\(id)" minben:organ="lead" minben:role="officer" minben:act="review">\
        <extensionElements><minben:outcome code="ok" label="同意"/></extensionElements>\(inside)</userTask>
        """
    }

    static func service(_ id: String, final: Bool = false) -> String {
        "<serviceTask id=\"\(id)\" name=\"\(id)\" minben:service=\"\(id)\" minben:final=\"\(final)\" minben:organ=\"scjg\"/>"
    }

    static func timer(_ id: String, on task: String, interrupting: Bool = true) -> String {
        """
        <boundaryEvent id="\(id)" attachedToRef="\(task)" cancelActivity="\(interrupting)">\
        <timerEventDefinition><timeDuration>P5D</timeDuration></timerEventDefinition></boundaryEvent>
        """
    }

    var findings: [String] { ProcessDefinition.findings(in: Data(xml.utf8)).map(\.description) }

    func definition() throws -> ProcessDefinition { try ProcessDefinition.parse(Data(xml.utf8)) }
}

extension ProcessInstance {
    /// Completes the open step at this element.
    mutating func finish(
        _ element: String, in definition: ProcessDefinition, _ given: Circumstances = [:]
    ) throws -> [Effect] {
        let open = active.first { $0.element == element }
        return try complete(open?.id ?? 0, in: definition, given: given)
    }

    var openElements: [String] { active.map(\.element).sorted() }
}
