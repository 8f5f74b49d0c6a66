import BusinessProcess
import Foundation
import Testing

@Suite("What people who draw are given")
struct ModellingTests {
    private func file(_ name: String) throws -> Data {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        return try Data(contentsOf: root.appending(path: "docs/process/\(name)"))
    }

    private struct Template: Decodable {
        let id: String
        let appliesTo: [String]
        let elementType: ElementType?
        let properties: [Property]

        struct ElementType: Decodable { let value: String }
        struct Property: Decodable {
            let type: String
            let binding: Binding
        }
        struct Binding: Decodable {
            let type: String
            let name: String
        }
    }

    private struct Moddle: Decodable {
        let uri: String
        let types: [Kind]

        struct Kind: Decodable {
            let name: String
            let extends: [String]?
            let properties: [Property]
        }
        struct Property: Decodable { let name: String }
    }

    @Test("every example of the page is accepted, sound, and comes to its end")
    func examples() throws {
        let page = String(decoding: try file("modelling.md"), as: UTF8.self)
        let examples = page.matches(of: /```xml\n([\s\S]*?)```/).map { String($0.1) }
        #expect(examples.count == 3)
        for xml in examples {
            let definition = try ProcessDefinition.parse(Data(xml.utf8))
            let soundness = Soundness(definition)
            #expect(soundness.findings.isEmpty, "\(soundness.findings)")
            let tried = TryOut(definition, moves: Array(repeating: .advance, count: 10))
            #expect(tried.end != nil, "\(tried.lines.map(\.sentence))")
        }
    }

    @Test("every attribute a template writes is in the moddle descriptor, for an element it stands on")
    func templates() throws {
        let templates = try JSONDecoder().decode(
            [Template].self, from: try file("minben-element-templates.json"))
        let moddle = try JSONDecoder().decode(Moddle.self, from: try file("minben-moddle.json"))
        #expect(moddle.uri == "urn:minben:bpmn:1")
        #expect(Set(templates.map(\.id)).count == templates.count)
        // Boundary and intermediate events are catch events.
        let parents = [
            "bpmn:BoundaryEvent": "bpmn:CatchEvent", "bpmn:IntermediateCatchEvent": "bpmn:CatchEvent",
        ]
        for template in templates {
            let elements =
                template.elementType.map { [$0.value] } ?? template.appliesTo.map { parents[$0] ?? $0 }
            for property in template.properties {
                #expect(property.binding.type == "property")
                #expect(["String", "Dropdown", "Hidden"].contains(property.type))
                for element in elements {
                    let known = moddle.types.filter { $0.extends?.contains(element) == true }.flatMap(
                        \.properties)
                    #expect(known.contains { "minben:\($0.name)" == property.binding.name }, "\(template.id)")
                }
            }
        }
    }

    @Test("the page names every attribute of the descriptor")
    func complete() throws {
        let page = String(decoding: try file("modelling.md"), as: UTF8.self)
        let moddle = try JSONDecoder().decode(Moddle.self, from: try file("minben-moddle.json"))
        for property in moddle.types.flatMap(\.properties) {
            #expect(page.contains("`\(property.name)`"), "\(property.name)")
        }
    }
}
