import BusinessProcess
import Codes
import Foundation
import Services
import Testing

@testable import Cases

@Suite("The process library")
struct ProcessLibraryTests {
    @Test("may be filled again with the same files")
    func again() async throws {
        let stage = try await Stage()
        try await stage.processes.install(try ItemFiles.processFiles(), in: stage.database, at: stage.now)
        #expect(stage.processes.newest.count == 7)
    }

    @Test("refuses a published version that was edited")
    func edited() async throws {
        let stage = try await Stage()
        let edited = try file("single-organ", replacing: "name=\"审查\"", with: "name=\"复审\"")
        await #expect(throws: ChangedProcess.self) {
            try await stage.processes.install([edited], in: stage.database, at: stage.now)
        }
    }

    @Test("refuses a service the engine does not have")
    func unknownService() async throws {
        let stage = try await Stage()
        let strange = try file(
            "single-organ", replacing: "minben:service=\"issue\"", with: "minben:service=\"pay\"")
        await #expect(throws: ProcessError.self) {
            try await stage.processes.install([strange], in: stage.database, at: stage.now)
        }
    }

    @Test("lets a running case finish on the version it began with, and begins new cases on the newest")
    func versions() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.drainage).root.number.text
        let second = try file("single-organ", replacing: "minben:version=\"1\"", with: "minben:version=\"2\"")
        try await stage.processes.install([second], in: stage.database, at: stage.now)
        #expect(try await stage.file(.drainage).root.processVersion == 2)
        let old = try await stage.goOn(number).root
        #expect(old.processVersion == 1)
        #expect(old.phase == .closed)
    }

    private func file(_ id: String, replacing text: String, with other: String) throws -> Data {
        let files = try ItemFiles.processFiles().map { String(decoding: $0, as: UTF8.self) }
        let found = try #require(files.first { $0.contains("bpmn:process id=\"\(id)\"") })
        try #require(found.contains(text))
        return Data(found.replacing(text, with: other).utf8)
    }
}
