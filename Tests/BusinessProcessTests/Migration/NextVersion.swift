import BusinessProcess
import Foundation
import Refusals

/// The second version of a sketched process, in a few lines.
enum NextVersion {
    static let gates = "<parallelGateway id=\"f\"/><parallelGateway id=\"j\"/>"

    static func of(_ sketch: SketchedProcess) throws -> ProcessDefinition {
        let xml = sketch.xml.replacing("name=\"草图\"", with: "name=\"草图\" minben:version=\"2\"")
        return try ProcessDefinition.parse(Data(xml.utf8))
    }

    static func of(_ nodes: String, _ flows: [String]) throws -> ProcessDefinition {
        try of(SketchedProcess(Position.ends + nodes, flows: flows))
    }

    static func tasks(_ ids: String...) -> String { ids.map { SketchedProcess.task($0) }.joined() }
}

extension Stage {
    /// What stands against going on by another version.
    func obstacles(_ new: ProcessDefinition, _ mapping: [String: String] = [:]) -> [String] {
        instance.migration(from: definition, to: new, mapping: mapping).obstacles.map(\.sentence.chinese)
    }
}
