import BusinessProcess
import Codes
import Foundation
import Refusals
import Services
import Storage
import Testing

@testable import Cases

@Suite("The process library")
struct ProcessLibraryTests {
    @Test("may be filled again with the same files")
    func again() async throws {
        let stage = try await Stage()
        try await stage.processes.install(try ItemFiles.processFiles(), in: stage.database, at: stage.now)
        #expect(stage.processes.newest.count == 13)
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

    @Test("leaves a process alone that the district has drawn itself, whatever the program brings later")
    func ownProcess() async throws {
        let stage = try await Stage()
        #expect(try await stage.publish(try DrawnProcess.singleOrgan(["name=\"审查\"": "name=\"初审\""])) == 2)
        let delivered = try DrawnProcess.singleOrgan(["minben:version=\"1\"": "minben:version=\"7\""])
        try await stage.processes.install([delivered], in: stage.database, at: stage.now)
        #expect(try await stage.file(.drainage).root.processVersion == 2)
    }

    @Test("does not publish the same process twice, nor one that names a service the engine does not have")
    func refusals() async throws {
        let stage = try await Stage()
        let same = try DrawnProcess.singleOrgan()
        await #expect(throws: DomainError.conflict("与现行的第 \(1) 版相同，不需要发布。")) {
            try await stage.publish(same)
        }
        let strange = try DrawnProcess.singleOrgan(["minben:service=\"issue\"": "minben:service=\"pay\""])
        await #expect(throws: DomainError.conflict("这个流程还有问题，不能发布。")) {
            try await stage.publish(strange)
        }
    }

    @Test("retires a version but never the last one; new cases begin on the one before")
    func retirement() async throws {
        let stage = try await Stage()
        try await stage.publish(try DrawnProcess.singleOrgan(["name=\"审查\"": "name=\"初审\""]))
        try await stage.retire(version: 2)
        #expect(try await stage.file(.drainage).root.processVersion == 1)
        await #expect(throws: DomainError.conflict("第 \(2) 版已经停用。")) { try await stage.retire(version: 2) }
        await #expect(throws: DomainError.conflict("只剩这一版在用，停用以后没有流程可走。请先发布新版。")) {
            try await stage.retire(version: 1)
        }
    }

    @Test("keeps a called process as it was when its caller was published")
    func pinned() async throws {
        let stage = try await Stage()
        try await stage.publish(CallingProcess.called(task: "核对"))
        try await stage.publish(CallingProcess.caller)
        let key = ProcessKey(id: "caller", version: 1)
        #expect(stage.processes.definition(key)?.userTasks.map(\.name) == ["核对"])
        try await stage.publish(CallingProcess.called(task: "复核"))
        #expect(stage.processes.definition(key)?.userTasks.map(\.name) == ["核对"])
    }

    private func file(_ id: String, replacing text: String, with other: String) throws -> Data {
        let files = try ItemFiles.processFiles().map { String(decoding: $0, as: UTF8.self) }
        let found = try #require(files.first { $0.contains("bpmn:process id=\"\(id)\"") })
        try #require(found.contains(text))
        return Data(found.replacing(text, with: other).utf8)
    }
}

extension Stage {
    fileprivate func retire(version: Int) async throws {
        try await database.write { [now] tx in
            try ProcessLibrary.retire(ProcessKey(id: "single-organ", version: version), at: now, in: tx)
        }
        try await processes.reload(from: database)
    }
}

/// A process that calls another.
private enum CallingProcess {
    static let caller = definitions(
        "caller", "<bpmn:callActivity id=\"call\" name=\"调用\" calledElement=\"called\"/>", step: "call")

    static func called(task name: String) -> Data {
        definitions(
            "called",
            """
            <bpmn:userTask id="check" name="\(name)" minben:organ="lead" minben:role="officer" minben:act="review">
            <bpmn:extensionElements><minben:outcome code="pass" label="通过"/></bpmn:extensionElements>
            </bpmn:userTask>
            """, step: "check")
    }

    private static func definitions(_ id: String, _ element: String, step: String) -> Data {
        Data(
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:minben="urn:minben:bpmn:1">
            <bpmn:process id="\(id)" name="\(id)" isExecutable="true"><bpmn:startEvent id="start"/>\(element)
            <bpmn:endEvent id="end"/><bpmn:sequenceFlow id="a" sourceRef="start" targetRef="\(step)"/>
            <bpmn:sequenceFlow id="b" sourceRef="\(step)" targetRef="end"/></bpmn:process></bpmn:definitions>
            """.utf8)
    }
}
