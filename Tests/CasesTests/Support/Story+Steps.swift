import Codes
import Journal
import Testing
import WorkingTime

@testable import Cases

extension Story {
    /// Finishes the open task of this kind as its holder would, with the favourable outcome unless told otherwise.
    func complete(
        _ act: Act, of organ: String? = nil, _ outcome: String? = nil, opinion: String? = nil,
        missing: [String] = [], by actor: Actor? = nil
    ) throws {
        try complete(try task(act, of: organ), outcome, opinion: opinion, missing: missing, by: actor)
    }

    func complete(
        _ task: CaseTask, _ outcome: String? = nil, opinion: String? = nil, missing: [String] = [],
        by actor: Actor? = nil
    ) throws {
        let subject = try #require(matter.cases.first { $0.tasks.contains { $0.id == task.id } })
        let finding = Finding(
            outcome: outcome ?? task.outcomes.first?.code ?? "", opinion: opinion, missing: missing)
        try change(by: actor ?? .holder(of: task, in: subject)) {
            try $0.complete(task: task.id, with: finding, on: $1)
        }
    }

    /// Lets everybody do their work in the favourable way, until a task of this kind waits (or none at all).
    func goOn(until act: Act? = nil) throws {
        while let task = matter.cases.flatMap(\.openTasks).first(where: { $0.act != .verify }) {
            if task.act == act { return }
            try complete(task, opinion: "情况说明")
        }
    }

    /// Lets the time pass; timers fire as the job would have them.
    func wait(until time: String) throws {
        now = at(time)
        try change(by: .system) { try $0.fireTimers(on: $1) }
    }

    /// Brings what was asked for.
    func supply(_ requirements: [String] = ["rules"], note: String? = nil, by actor: Actor = .chenJing) throws
    {
        let number = root.number.text
        let uploadedAt = root.filing.filedAt
        let materials = requirements.map {
            FiledMaterial(requirement: $0, fileID: 9_000, name: "补正.pdf", filedAt: uploadedAt)
        }
        try change(by: actor) { try $0.supplyEvidence(number, materials: materials, note: note, on: $1) }
    }

    func suspend(
        _ organ: String? = nil, for reason: SuspensionReason = .testing, note: String = "送检水样",
        days: Int = 10,
        by actor: Actor
    ) throws {
        let number = try subject(organ).number.text
        try change(by: actor) {
            try $0.suspend(number, for: reason, note: note, expectedDays: days, on: $1)
        }
    }

    func resume(_ organ: String? = nil, by actor: Actor) throws {
        let number = try subject(organ).number.text
        try change(by: actor) { try $0.resume(number, on: $1) }
    }

    func extend(_ organ: String? = nil, reason: String = "案情复杂", by actor: Actor) throws {
        let number = try subject(organ).number.text
        try change(by: actor) { try $0.extend(number, reason: reason, on: $1) }
    }

    /// The due day of a clock, as ISO 8601.
    func due(_ name: CaseClock.Name, of organ: String? = nil) throws -> String? {
        let clock = try #require(try subject(organ).clock(name))
        return clock.dueAt?.day.iso
    }
}
