import Codes
import Foundation
import Refusals
import Testing
import Yams

@testable import Services

@Suite("The delivered items")
struct ItemFilesTests {
    @Test("Nothing is wrong with any of them, by itself or together")
    func findings() throws {
        #expect(
            ItemFindings.all(in: try District.files.get(), known: District.known).map(\.description) == [])
    }

    @Test("There are the 40 items of the district and six joint services, all of them 演示数据")
    func count() throws {
        let items = try District.files.get()
        #expect(items.map(\.position) == Array(0...45))
        #expect(items.filter(\.isJoint).map(\.slug) == ["kbcyd", "qykb", "kblg", "kbwb", "gckg", "cjrfw"])
        #expect(items.allSatisfy { $0.demo && $0.visits == 0 })
    }

    @Test("Each can be started online: careful answers to its own questions are accepted")
    func startable() throws {
        for item in try District.items() {
            #expect(item.check(District.answers(item)).map(\.sentence.chinese) == [], "\(item.slug)")
            #expect(!item.audiences.isEmpty)
        }
    }

    @Test("Each gets a code of GB/T 39554.1 from its organ, and names its type")
    func codes() throws {
        for item in try District.files.get() where !item.isJoint {
            let code = try ItemCode(item.code(organCode: "11441202007185204J"))
            #expect(code.typeName == item.typeName)
        }
    }

    @Test("Every certificate type begins with a valid credit code (GB/T 36904)")
    func certificates() throws {
        for item in try District.files.get() {
            guard let type = item.output.certificateType else { continue }
            #expect(type.count == 21)
            _ = try CreditCode(String(type.prefix(18)))
        }
    }

    @Test("Every key that is written in a file is understood")
    func keys() throws {
        let folder = ItemFiles.folder.appending(path: "Items")
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let text = try String(contentsOf: file, encoding: .utf8)
            let written = try #require(Yams.load(yaml: text) as? [String: Any])
            let item = try YAMLDecoder().decode(ServiceItem.self, from: text)
            let understood = try JSONSerialization.jsonObject(with: JSONEncoder().encode(item))
            #expect(
                Self.paths(written).subtracting(Self.paths(understood)) == [], "\(file.lastPathComponent)")
        }
    }

    /// The paths of all keys, with list positions left out.
    static func paths(_ value: Any, at path: String = "") -> Set<String> {
        switch value {
        case let map as [String: Any]:
            map.reduce(into: []) { $0.formUnion(paths($1.value, at: "\(path).\($1.key)")) }
        case let list as [Any]: list.reduce(into: [path]) { $0.formUnion(paths($1, at: path)) }
        default: [path]
        }
    }

    @Test("Every life event of the home page leads to something")
    func lifeEvents() throws {
        let items = try District.files.get()
        for event in try ItemFiles.lifeEvents() {
            #expect(items.contains { $0.lifeEvents.contains(event.key) }, "\(event.key)")
        }
    }
}
