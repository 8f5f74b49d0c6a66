import Refusals
import XMLTree

public import struct Foundation.Data

/// What was read of a file, and everything found wrong with it on the way.
struct ProcessDraft {
    var id = ""
    var name = ""
    var version = "1"
    var limit: String?
    var nodes: [FlowNode] = []
    var flows: [SequenceFlow] = []
    var lanes: [Lane] = []
    /// Where each element stands, for findings that show only when all is read.
    var places: [String: ElementPlace] = [:]
    private(set) var findings: [Finding] = []

    mutating func find(_ message: String, at element: XMLElement) {
        let id = element["id"].map { "\(element.localName) \($0)" }
        findings.append(
            Finding(
                line: element.line, element: id ?? element.localName, message: message,
                elementID: element["id"]))
    }

    mutating func find(_ message: String, at id: String) {
        findings.append(places.finding(message, at: id))
    }

    /// Takes over a called process, as a subprocess of this one.
    mutating func include(_ called: ProcessDraft, under call: String) {
        let place = places[call] ?? ElementPlace(line: 1, kind: "callActivity")
        nodes += called.nodes.map { $0.inside(call) }
        flows += called.flows.map { $0.inside(call) }
        for id in called.places.keys { places["\(call)/\(id)"] = place }
    }
}

extension [String: ElementPlace] {
    func finding(_ message: String, at id: String, isWarning: Bool = false) -> Finding {
        let place = self[id]
        return Finding(
            line: place?.line ?? 1, element: place.map { "\($0.kind) \(id)" } ?? id, message: message,
            isWarning: isWarning, elementID: id)
    }
}

/// Hands out the file of a called process by its id; `nil` where there is none.
public typealias CalledProcesses = (_ id: String) -> Data?

extension ProcessDefinition {
    /// Reads a BPMN 2.0 file that is to be executed.
    ///
    /// Called processes become part of this definition as they are now: a later version of them changes
    /// nothing for it.
    ///
    /// - Throws: `unreadable`, or `notExecutable` with every finding.
    public static func parse(
        _ xml: Data, calling called: @escaping CalledProcesses = { _ in nil }
    ) throws(ProcessError) -> ProcessDefinition {
        let root = try tree(of: xml)
        let draft = ProcessReader.read(root, called: called)
        guard draft.findings.isEmpty else {
            throw .notExecutable(draft.findings.sorted { $0.line < $1.line })
        }
        return ProcessDefinition(draft: draft, diagram: ProcessDiagram(root))
    }

    /// What keeps a file from being executed, by line; empty when nothing does.
    public static func findings(
        in xml: Data, calling called: @escaping CalledProcesses = { _ in nil }
    ) -> [Finding] {
        do {
            return ProcessReader.read(try tree(of: xml), called: called).findings.sorted { $0.line < $1.line }
        } catch {
            return error.findings
        }
    }

    /// The id and the name of the process in a file, whether it can be executed or not; empty where it has none.
    ///
    /// - Throws: `unreadable`.
    public static func title(of xml: Data) throws(ProcessError) -> (id: String, name: String) {
        let draft = ProcessReader.read(try tree(of: xml)) { _ in nil }
        return (draft.id, draft.name)
    }

    private static func tree(of xml: Data) throws(ProcessError) -> XMLElement {
        do { return try XMLTree.parse(xml) } catch { throw .unreadable(error) }
    }
}
