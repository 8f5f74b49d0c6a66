import BusinessProcess
import Cases
import Foundation
import Government
import Services
import Storage
import TestSupport
import Testing

@Suite("The drawing of a joint service")
struct JointDrawingTests {
    static let designed = ["kbcyd", "qykb", "kblg", "kbwb", "gckg", "cjrfw"]

    private static let room = Task { try await WritersRoom() }

    private func drawing(_ item: ServiceItem) async throws -> String {
        let organs = try await Directory(Self.room.value.database).organs()
        let names = Dictionary(organs.map { ($0.key, $0.name) }) { first, _ in first }
        return JointDrawing(item, among: try District.files.get(), organs: names).xml
    }

    /// `MINBEN_DRAWINGS=DIR` leaves the drawings there: what changed in the design is copied to `Resources/Processes`.
    @Test("delivered is what the design draws", arguments: designed)
    func delivered(_ slug: String) async throws {
        let item = try #require(try District.files.get().first { $0.slug == slug })
        let xml = try await drawing(item)
        if let folder = ProcessInfo.processInfo.environment["MINBEN_DRAWINGS"] {
            try xml.write(toFile: "\(folder)/\(item.drawnProcess).bpmn", atomically: true, encoding: .utf8)
            return
        }
        let files = try ItemFiles.processFiles().map { String(decoding: $0, as: UTF8.self) }
        let version = /minben:version="[0-9]+"/
        let plain = files.map { $0.replacing(version, with: "") }
        #expect(
            plain.contains(xml.replacing(version, with: "")),
            "\(slug): the file in Resources/Processes is not what the design draws")
    }

    @Test(
        "can be executed, comes to an end on every way, and has a place for everything", arguments: designed)
    func sound(_ slug: String) async throws {
        let item = try #require(try District.files.get().first { $0.slug == slug })
        let xml = try await drawing(item)
        #expect(ProcessFile(drawn: Data(xml.utf8)).findings == [])
        let diagram = try ProcessDiagram(xml: Data(xml.utf8))
        let definition = try ProcessDefinition.parse(Data(xml.utf8))
        let placed = Set(diagram.shapes.map(\.element))
        #expect(Set(definition.elements.keys).subtracting(placed) == [])
    }

    @Test("names cannot break out of it")
    func names() async throws {
        var item = try #require(try District.files.get().first { $0.slug == "kbwb" })
        item.name = "\"<b>{{flows}}&"
        let definition = try ProcessDefinition.parse(Data(try await drawing(item).utf8))
        #expect(definition.name == "\"<b>{ {flows}}&")
    }

    @Test("of a circle is empty, and is not published")
    func circle() async throws {
        var item = try #require(try District.files.get().first { $0.slug == "kbwb" })
        item.joint?.needs["fire-safety-inspection"] = ["internet-cafe-licence"]
        #expect(try await drawing(item).isEmpty)
    }

    @Test("is published with the draft on its day, once for as long as it stays the same")
    func published() async throws {
        let room = try await WritersRoom()
        let offered = room.library.catalogue.services.map { $0.item.offering(streets: [], districts: []) }
        for promise in [3, 4] {
            let id = try await room.drafts.begin("qykb", by: room.limin, at: room.now)
            try await room.drafts.write(id, seen: 0, by: room.limin, at: room.now) {
                try $0.promise(promise, of: offered)
            }
            try await room.drafts.submit(
                id, effectiveOn: room.today, endsOn: nil, by: room.limin, at: room.now)
            try await room.drafts.approve(id, by: room.wang, at: room.now)
            #expect(try await room.state(id) == .published)
        }
        let versions = try await room.database.read {
            try PublishedProcess.versions(of: "joint-qykb", in: $0)
        }
        #expect(versions.map(\.key.version) == [1])
    }
}
