import BusinessProcess
import Codes
import Foundation
import Identity
import Journal
import Refusals
import Storage
import Testing

@testable import Cases

@Suite("A matter for which nobody applied")
struct PublicationTests {
    private static let desk = "\(CaseTask.featureDesk)sample:7"

    private static let process = Data(
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:minben="urn:minben:bpmn:1">
        <process id="announcement" name="公告" isExecutable="true" minben:version="1">
        <startEvent id="start"/>
        \(step("draft", "editor", "write"))\(step("review", "reviewer", "review"))\(step("sign", "publisher", "decide"))
        <serviceTask id="publish" name="发布" minben:service="publish"/><endEvent id="end"/>
        \(["start-draft", "draft-review", "review-sign", "sign-publish", "publish-end"].map(arrow).joined())
        </process></definitions>
        """.utf8)

    private static func step(_ id: String, _ role: String, _ act: String) -> String {
        """
        <userTask id="\(id)" name="\(id)" minben:organ="lead" minben:role="\(role)" minben:act="\(act)">\
        <extensionElements><minben:outcome code="done" label="完成"/></extensionElements></userTask>
        """
    }

    private static func arrow(_ ends: String) -> String {
        let ends = ends.split(separator: "-")
        return
            "<sequenceFlow id=\"\(ends[0])To\(ends[1])\" sourceRef=\"\(ends[0])\" targetRef=\"\(ends[1])\"/>"
    }

    private static func actor(_ id: Int64) -> Actor {
        Actor(
            accountID: id, name: "第\(id)人", organ: desk, roles: ["editor", "publisher", "reviewer"],
            channel: "page",
            address: "")
    }

    private func file(on stage: Stage) async throws -> String {
        try await stage.processes.install([Self.process], in: stage.database, at: stage.now)
        var plan = CasePlan.road
        (plan.organ, plan.hall, plan.process, plan.kind) = (
            Self.desk, Self.desk, "announcement", .publication
        )
        (plan.legalLimit, plan.promisedLimit, plan.materials) = (nil, nil, [])
        let filing = Filing(
            plan: plan, applicant: Applicant(kind: .entity, name: "区政府办公室", code: "11441202MB9D000170"),
            channel: "page", form: [:], materials: [])
        return try await stage.cases.file(filing, by: Self.actor(1)) { matter, _ in matter.root.number.text }
    }

    @Test("has no limit, is in nobody's list and counts among no applications")
    func unseen() async throws {
        let stage = try await Stage()
        let number = try await file(on: stage)
        let matter = try await stage.cases.matter(number, for: .system)
        #expect(matter.root.phase == .accepted && matter.root.clocks.isEmpty)
        for viewer: Viewer in [
            .everyone, .account(id: 1, person: nil, entities: ["11441202MB9D000170"]),
            .officer(id: 1, organs: ["scjg"], roles: [.head]), .officer(id: 2, organs: [], roles: [.leader]),
            .officer(id: 3, organs: [], roles: [.supervisor]),
        ] {
            #expect(try await stage.cases.list(CaseFilter(), for: viewer, after: nil).items.isEmpty)
            await #expect(throws: DomainError.self) { try await stage.cases.matter(number, for: viewer) }
            await #expect(throws: DomainError.self) {
                try await stage.cases.change(number, by: Self.actor(1), as: viewer) { _, _ in }
            }
        }
        let figures = try await stage.cases.figures()
        #expect(figures.receivedToday == 0 && figures.running == 0)
    }

    @Test("is written, reviewed and decided by three persons, and a feature writes beside it or not at all")
    func threePersons() async throws {
        let stage = try await Stage()
        let number = try await file(on: stage)
        try await finish(number, by: 1, on: stage)
        await #expect(throws: DomainError.forbidden("稿件是您写的，审核和签发要由其他人办理。")) {
            try await finish(number, by: 1, on: stage)
        }
        try await finish(number, by: 2, on: stage)
        await #expect(throws: DomainError.self) { try await finish(number, by: 1, on: stage) }
        await #expect(throws: DomainError.self) { try await finish(number, by: 2, on: stage) }
        await #expect(throws: DomainError.conflict("旁边写不下")) {
            try await finish(number, by: 3, on: stage) { throw DomainError.conflict("旁边写不下") }
        }
        #expect(try await stage.cases.matter(number, for: .system).root.phase == .accepted)
        try await finish(number, by: 3, on: stage)
        let root = try await stage.cases.matter(number, for: .system).root
        #expect(root.phase == .closed && root.result?.outcome == .granted && root.documents.isEmpty)
        let done = Viewer.officer(id: 3, organs: ["zfb"], roles: [.publisher])
        #expect(try await stage.cases.desk(.done, for: done, after: nil).items.isEmpty)
    }

    private func finish(
        _ number: String, by person: Int64, on stage: Stage,
        beside: @escaping @Sendable () throws -> Void = {}
    ) async throws {
        try await stage.database.write { [now = stage.now] tx in
            let task = try Cases.openSteps(of: [number], in: tx)[number]?.first?.task ?? 0
            try stage.cases.change(number, by: Self.actor(person), as: .system, at: now, in: tx) {
                try $0.complete(task: task, with: Finding(outcome: "done"), on: $1)
            }
            try beside()
        }
    }
}
