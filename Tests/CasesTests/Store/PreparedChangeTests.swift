import BusinessProcess
import Codes
import Foundation
import Government
import Identity
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Cases

/// Five reviews side by side, a join, and a last step.
private let fan = Sketch(
    Sketch.ends + "<parallelGateway id=\"split\"/><parallelGateway id=\"join\"/>"
        + (1...5).map { Sketch.task("review\($0)") }.joined() + Sketch.task("last"),
    flows: ["s > split", "join > last", "last > e"]
        + (1...5).flatMap { ["split > review\($0)", "review\($0) > join"] })

@Suite("A change that was put together before its transaction")
struct PreparedChangeTests {
    private func stage() async throws -> Stage {
        let stage = try await Stage()
        try await stage.processes.install([Data(fan.xml.utf8)], in: stage.database, at: stage.now)
        return stage
    }

    private func complete(_ task: CaseTask, by actor: Actor, on cases: Cases) async throws {
        try await cases.change(task: task.id, by: actor, as: .post(.officer, at: "zjj")) {
            try $0.complete(task: task.id, with: Finding(outcome: "ok"), on: $1)
        }
    }

    private let officer = Actor.post("officer", at: "zjj")
    private let colleague = Actor.second(at: "zjj")

    @Test("is refused by what stands in the database, not by what is remembered, and begun anew on it")
    func changedElsewhere() async throws {
        let stage = try await stage()
        let matter = try await stage.file(.sketched)
        let task = matter.root.openTasks[0]
        let other = stage.otherNode
        try await other.change(task: task.id, by: colleague, as: .system) {
            try $0.claim(task: task.id, on: $1)
        }
        let refused = await refusal { try await complete(task, by: officer, on: stage.cases) }
        #expect(refused == .conflict("「\(task.name)」已由周强领取，请与其联系或由其转办。"))
        try await complete(task, by: colleague, on: stage.cases)
        let again = await refusal { try await complete(task, by: colleague, on: other) }
        #expect(again == .conflict("「\(task.name)」已由周强办理完毕，您的意见没有保存。"))
        try await complete(matter.root.openTasks[1], by: officer, on: stage.cases)
        try await stage.expectRemembered(matter.root.number.text)
    }

    @Test("of five at the same moment on two nodes is made by each, one after another", arguments: 1...5)
    func atOnce(_: Int) async throws {
        let stage = try await stage()
        let matter = try await stage.file(.sketched)
        let number = matter.root.number.text
        let nodes = [stage.cases, stage.otherNode]
        try await withThrowingTaskGroup { group in
            for (place, task) in matter.root.openTasks.enumerated() {
                group.addTask { try await complete(task, by: officer, on: nodes[place % 2]) }
            }
            try await group.waitForAll()
        }
        let now = try await stage.cases.matter(number, for: .system).root
        #expect(now.openTasks.map(\.element) == ["last"])
        #expect(now.tasks.count { $0.state == .completed } == 5)
        let entries = try await stage.journal(number).map(\.entry)
        let completed = entries.filter { $0.action == "task.completed" }
        #expect(completed.count == 5)
        #expect(Set(completed.map(\.beforeDigest)).count == 5)
        #expect(Set(completed.map(\.afterDigest)).subtracting(completed.map(\.beforeDigest)).count == 1)
        // Whoever lost the race knows now what stands there.
        try await complete(now.openTasks[0], by: officer, on: stage.cases)
        try await stage.expectRemembered(number)
    }

    @Test("is reckoned by the calendar that is in force when it is written")
    func newCalendar() async throws {
        let stage = try await stage()
        let number = try await stage.file(.sketched).root.number.text
        try await stage.publish(try next(2))
        let filed = try await stage.file(.sketched)
        #expect(filed.root.clocks.allSatisfy { $0.calendarVersion == 2 })
        try await stage.publish(try next(3))
        let matter = try await stage.complete(.review, in: number)
        let running = matter.root.clocks.filter { $0.stoppedAt == nil }
        #expect(!running.isEmpty && running.allSatisfy { $0.calendarVersion == 3 })
    }

    private func next(_ version: Int) throws -> WorkingCalendar {
        let old = Samples.calendar
        return try WorkingCalendar(
            version: version, years: old.years, holidays: old.holidays, workdays: old.workdays)
    }

    @Test("of a matter that is not the viewer's is not found, though it is remembered")
    func notTheirs() async throws {
        let stage = try await stage()
        let matter = try await stage.file(.sketched)
        let task = matter.root.openTasks[0].id
        let before = try await stage.rowCounts()
        for name in [MatterName.number(matter.root.number.text), .task(task)] {
            let refused = await refusal {
                try await stage.cases.change(
                    MatterChange(
                        name: name, actor: .liMin, viewer: .post(.officer, at: "scjg"), now: stage.now,
                        once: nil, rule: { try $0.claim(task: task, on: $1) }))
            }
            guard case .notFound = refused else {
                Issue.record("\(name) was found")
                continue
            }
        }
        #expect(try await stage.rowCounts() == before)
    }

    @Test("is not made, nor remembered, while the disk lets nothing be written; then it is made once")
    func readOnly() async throws {
        guard TestDatabase.dialect == .sqlite else { return }
        let stage = try await stage()
        let matter = try await stage.file(.sketched)
        _ = try await stage.database.write { try $0.rows("PRAGMA query_only = 1") }
        await #expect(throws: DatabaseUnavailable(.readOnly)) {
            try await complete(matter.root.openTasks[0], by: officer, on: stage.cases)
        }
        // A read ends it.
        try await stage.expectRemembered(matter.root.number.text)
        try await complete(matter.root.openTasks[0], by: officer, on: stage.cases)
        let done = try await stage.journal(matter.root.number.text).filter {
            $0.entry.action == "task.completed"
        }
        #expect(done.count == 1)
    }
}
