import Refusals
import XMLTree

public import struct Foundation.Data

/// What was read of a file, and everything found wrong with it on the way.
struct ProcessDraft {
    var id = ""
    var name = ""
    var version = "1"
    var nodes: [FlowNode] = []
    var flows: [SequenceFlow] = []
    var lanes: [Lane] = []
    /// The line of each element by id, for findings that show only when all is read.
    var lines: [String: Int] = [:]
    /// The kind of each element by id, as it is written.
    var kinds: [String: String] = [:]
    private(set) var findings: [Finding] = []

    mutating func find(_ message: String, at element: XMLElement) {
        let id = element["id"].map { "\(element.localName) \($0)" }
        findings.append(Finding(line: element.line, element: id ?? element.localName, message: message))
    }

    mutating func find(_ message: String, at id: String) {
        let element = kinds[id].map { "\($0) \(id)" } ?? id
        findings.append(Finding(line: lines[id] ?? 1, element: element, message: message))
    }
}

extension ProcessDefinition {
    /// Reads a BPMN 2.0 file that is to be executed.
    ///
    /// - Throws: `unreadable`, or `notExecutable` with every finding.
    public static func parse(_ xml: Data) throws(ProcessError) -> ProcessDefinition {
        let root = try tree(of: xml)
        let draft = ProcessReader.read(root)
        guard draft.findings.isEmpty, let start = draft.nodes.first(where: { $0.kind == .start }) else {
            throw .notExecutable(draft.findings.sorted { $0.line < $1.line })
        }
        return ProcessDefinition(draft: draft, start: start.id, diagram: ProcessDiagram(root))
    }

    /// What keeps a file from being published, by line; empty when nothing does.
    public static func findings(in xml: Data) -> [Finding] {
        do {
            return ProcessReader.read(try tree(of: xml)).findings.sorted { $0.line < $1.line }
        } catch {
            guard case .unreadable(let problem) = error else { return [] }
            return [Finding(line: problem.line, element: "xml", message: problem.sentence.chinese)]
        }
    }

    private static func tree(of xml: Data) throws(ProcessError) -> XMLElement {
        do { return try XMLTree.parse(xml) } catch { throw .unreadable(error) }
    }
}
