import BusinessProcess
import Codes
import Foundation
import Identity
import Jobs
import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Cases

@Suite("Running cases that go on by another version")
struct VersionChangeTests {
    private let code = CasePlan.drainage.code

    private func change(_ mapping: [String: String] = [:], to version: Int = 2) -> VersionChange {
        VersionChange(
            process: "single-organ", from: 1, to: version, mapping: mapping, reason: "区政府调整审批流程")
    }

    /// The review has become an examination by another name and id.
    private func renamed() throws -> Data {
        try DrawnProcess.singleOrgan([
            "id=\"review\" name=\"审查\"": "id=\"examine\" name=\"核验\"",
            "<bpmn:flowNodeRef>review<": "<bpmn:flowNodeRef>examine<",
            "targetRef=\"review\"": "targetRef=\"examine\"", "sourceRef=\"review\"": "sourceRef=\"examine\"",
            "bpmnElement=\"review\"": "bpmnElement=\"examine\"",
        ])
    }

    @Test("A step that nothing takes the place of keeps its case where it is, and says so beforehand")
    func unmapped() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.drainage).root.number.text
        try await stage.goOn(number, until: .review)
        try await stage.publish(try renamed())
        let outlook = try #require(
            try await stage.cases.outlooks(change(), services: [code], after: nil).items.first)
        #expect(outlook.number == number && outlook.now == ["审查"] && !outlook.isPossible)
        await #expect(throws: DomainError.self) {
            try await stage.change(number) { [change = change()] in try $0.change(number, change, on: $1) }
        }
        #expect(try await stage.cases.matter(number, for: .system).root.processVersion == 1)
    }

    @Test(
        "A mapped step goes on under its new name, with whoever had it, and the case ends on the new version")
    func mapped() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.drainage).root.number.text
        try await stage.goOn(number, until: .review)
        try await stage.publish(try renamed())
        let mapping = change(["review": "examine"])
        let outlook = try #require(
            try await stage.cases.outlooks(mapping, services: [code], after: nil).items.first)
        #expect(outlook.isPossible && outlook.then == ["核验"])
        try await stage.change(number) { try $0.change(number, mapping, on: $1) }
        let moved = try await stage.cases.matter(number, for: .system).root
        #expect(moved.processVersion == 2)
        #expect(moved.openTasks.map(\.name) == ["核验"] && moved.openTasks.map(\.element) == ["examine"])
        #expect(try await stage.journal(number).contains { $0.entry.action == "case.version_changed" })
        #expect(try await stage.goOn(number).root.phase == .closed)
    }

    @Test("The job changes all that can be changed, and leaves the others on their version")
    func job() async throws {
        let stage = try await Stage()
        var numbers: [String] = []
        for _ in 1...3 { numbers.append(try await stage.file(.drainage).root.number.text) }
        try await stage.goOn(numbers[0], until: .review)
        try await stage.publish(try renamed())
        let (order, now) = (change(), stage.now)
        try await stage.database.write { [code] tx in
            _ = try Cases.ask(order, services: [code], by: .system, at: now, in: tx)
        }
        await stage.workOffJobs()
        var versions: [Int] = []
        for number in numbers {
            versions.append(try await stage.cases.matter(number, for: .system).root.processVersion)
        }
        let left = try await stage.cases.outlooks(order, services: [code], after: nil).items
        #expect(left.map(\.isPossible) == [false], "\(left)")
        #expect(versions == [1, 2, 2])
    }

    @Test("From a version to itself there is nothing to change")
    func same() async throws {
        let stage = try await Stage()
        let order = VersionChange(process: "single-organ", from: 1, to: 1, mapping: [:], reason: "x")
        await #expect(throws: DomainError.invalid("to", "请选择另外一版：办件本来就按这一版办理。")) {
            try await stage.database.write { tx in
                _ = try Cases.ask(order, services: [], by: .system, at: .now, in: tx)
            }
        }
    }

    @Test("Nobody changes the version of running cases without saying why")
    func reason() async throws {
        let stage = try await Stage()
        let order = VersionChange(process: "single-organ", from: 1, to: 2, mapping: [:], reason: " ")
        await #expect(throws: DomainError.invalid("reason", "请写明为什么要改版本。")) {
            try await stage.database.write { tx in
                _ = try Cases.ask(order, services: [], by: .system, at: .now, in: tx)
            }
        }
    }
}
