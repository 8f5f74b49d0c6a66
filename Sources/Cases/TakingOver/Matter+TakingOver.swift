import BusinessProcess
import Codes
import Refusals
import WorkingTime

extension Matter {
    /// Begins a case where it stood in an older system. Nobody is given a paper or a receipt for what was done there.
    ///
    /// What was reviewed there is not signed here, so the work goes on with the first step after acceptance
    /// (行政许可法 art. 34); the limits run from the days on which they began (arts. 32, 42).
    ///
    /// - Throws: `conflict` for what cannot be, and where the process does not begin with acceptance; `invalid` when no
    ///   street is known.
    static func takeOver(
        _ old: OldMatter, number: CaseNumber, definitions: [ProcessKey: ProcessDefinition],
        on occasion: Occasion
    ) throws -> Matter {
        try old.require(at: occasion.now)
        // The administrator who takes it over is no party to it and may not see it afterwards (三员分立).
        let record = FilingRecord(
            accountID: 0, filedBy: old.filing.applicant.name,
            channel: FilingRecord.takenOver, filedAt: old.filedAt, receivedAt: old.filedAt,
            reference: old.reference)
        let versions = Dictionary(definitions.keys.map { ($0.id, $0.version) }) { first, _ in first }
        let then = occasion.at(old.filedAt)
        var root = old.filing.root(number, record: record, versions: versions, on: then)
        root.materials = old.filing.materials
        var matter = Matter(cases: [root], definitions: definitions)
        matter.startClock(
            .acceptance, of: 0, limit: root.plan.acceptanceLimit, at: old.filedAt, on: occasion)
        if let ending = old.ending {
            matter.endAsThere(ending, old, on: occasion)
        } else {
            try matter.goOnFromThere(old, on: occasion)
        }
        matter.cases[0].documents = []
        matter.events = []
        matter.tell(of: old)
        matter.settle(by: occasion.calendar, now: occasion.now)
        return matter
    }

    private mutating func goOnFromThere(_ old: OldMatter, on occasion: Occasion) throws {
        try requireStreet()
        try startProcess(of: 0, on: occasion.at(old.filedAt))
        if let acceptedAt = old.acceptedAt { try acceptAsThere(on: occasion.at(acceptedAt)) }
        standStillAsThere(old)
    }

    /// The step of acceptance was done by the older system.
    private mutating func acceptAsThere(on occasion: Occasion) throws {
        guard let index = root.tasks.firstIndex(where: { $0.state == .open && $0.act == .accept }),
            let activity = root.tasks[index].activity, let outcome = root.tasks[index].outcomes.first
        else { throw Self.beginsElsewhere(root.plan) }
        var task = root.tasks[index]
        task.state = .completed
        task.outcome = outcome.code
        task.completedBy = .there
        task.completedAt = occasion.now
        cases[0].tasks[index] = task
        cases[0].outcomes[task.element] = outcome.code
        cases[0].timers.removeAll { $0.activity == activity }
        try finish(activity: activity, of: 0, outcome: outcome.code, on: occasion)
        guard root.phase == .accepted else { throw Self.beginsElsewhere(root.plan) }
    }

    private static func beginsElsewhere(_ plan: CasePlan) -> DomainError {
        .conflict("「\(plan.name)」的流程不能从受理之后接着办，请按待受理迁入。")
    }

    private mutating func tell(of old: OldMatter) {
        let name = root.plan.name
        let accepted = old.acceptedAt.map { "，\($0.day.chinese)受理" } ?? ""
        let standing =
            old.ending.map { "，\($0.closedAt.day.chinese)办结（\($0.outcome.chinese)）。" } ?? "；时限接着计算。"
        record(
            "case.taken_over", 0,
            "自原系统迁入，原办件编号 \(old.reference)，\(old.filedAt.day.chinese)收件\(accepted)\(standing)",
            // What is over concerns nobody any more: only who waits is told.
            notice: old.ending != nil
                ? nil
                : "您的「\(name)」申请已从原系统迁入，原办件编号 \(old.reference)，新的办件编号 \(root.number.text)。办理时限接着计算，不用重新申请。"
        )
        for line in old.history {
            record("case.old_history", 0, "原系统记录：\(line)", isPublic: false)
        }
    }
}
