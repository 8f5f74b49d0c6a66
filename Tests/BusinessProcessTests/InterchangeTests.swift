import BusinessProcess
import Foundation
import Testing
import XMLTree

@Suite("Models of the BPMN interchange working group")
struct InterchangeTests {
    static let names = [
        "A.1.0", "A.2.0", "A.2.1", "A.3.0", "A.4.0", "B.1.0", "B.2.0", "C.1.0", "C.2.0", "C.3.0", "C.6.0",
    ]

    private func model(_ name: String) throws -> Data {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures/bpmn-miwg", withExtension: nil))
        return try Data(contentsOf: folder.appending(path: "\(name).bpmn"))
    }

    @Test("What is not executed yet is refused by element and line", arguments: names)
    func refused(_ name: String) throws {
        let model = try model(name)
        let findings = ProcessDefinition.findings(in: model)
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0.line > 0 && !$0.element.isEmpty && !$0.message.isEmpty })
        #expect(throws: ProcessError.notExecutable(findings)) { try ProcessDefinition.parse(model) }
    }

    @Test("What is refused is still read, written and read again without loss", arguments: names)
    func roundTrip(_ name: String) throws {
        let tree = try XMLTree.parse(try model(name))
        let again = try XMLTree.parse(Data(tree.serialized().utf8))
        #expect(again == tree)
    }

    @Test("What is refused is still drawn, every shape and every line", arguments: names)
    func drawn(_ name: String) throws {
        let model = try model(name)
        let tree = try XMLTree.parse(model)
        let written = tree.selfAndDescendants.filter { $0.localName == "BPMNEdge" }
        let diagram = try ProcessDiagram(xml: model)
        #expect(diagram.edges.count == written.count)
        let picture = try XMLTree.parse(Data(diagram.svg().utf8))
        #expect(picture.localName == "svg")
    }

    @Test("The findings of A.1.0 name its tasks")
    func named() throws {
        let tasks = ProcessDefinition.findings(in: try model("A.1.0")).dropFirst().map(\.description)
        #expect(tasks.first == "7: task _ec59e164-68b4-4f94-98de-ffb1c58a84af: 还不支持执行")
        #expect(tasks.count == 3)
    }
}
