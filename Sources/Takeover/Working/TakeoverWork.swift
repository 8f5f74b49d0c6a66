import Cases
import Codes
import Identity
import Jobs
import Journal
import Refusals
import Storage
import WorkingTime

/// Works the lines of a takeover off, some a step: looks at them, takes them over, or takes them away again.
struct TakeoverWork: Errand {
    static let kind = JobKind("takeover.lines", title: "旧系统迁入", unit: "行")
    static let linesPerStep = 40

    /// Which takeover, and what is done.
    struct Assignment: Codable, Sendable {
        let takeoverID: Int64
        let act: TakeoverAct
        let actor: Actor
    }

    /// The lines of a step.
    struct Stretch: Sendable {
        let record: TakeoverRecord
        let assignment: Assignment
        let lines: [TakeoverLine]
    }

    /// A step with what had to be found out before it.
    struct Prepared: Sendable {
        var lines: [TakeoverLine]
        var plans: [String: CasePlan] = [:]
        var numbers: [CaseNumber] = []
        /// Whether the lines are as they are to be written.
        var isDone = false
    }

    let database: Database
    let staff: StaffTaking
    let matters: MatterTaking
    let clock: @Sendable () -> Instant
    var linesPerStep = TakeoverWork.linesPerStep
    var kind: JobKind { Self.kind }

    func prepare(_ job: QueuedJob, in tx: Transaction) throws -> Stretch? {
        let assignment = try job.payload(as: Assignment.self)
        let verdict: TakeoverLine.Verdict? =
            switch assignment.act {
            case .look: nil
            case .take: .new
            case .undo: .taken
            }
        let lines = try LineStore.lines(
            of: assignment.takeoverID, verdict, after: try job.cursor(as: Int.self) ?? 0, limit: linesPerStep,
            in: tx)
        return Stretch(
            record: try TakeoverStore.find(assignment.takeoverID, in: tx), assignment: assignment,
            lines: lines)
    }

    func act(_ stretch: Stretch, key: String) async throws -> Prepared {
        var prepared = Prepared(lines: stretch.lines)
        guard !stretch.lines.isEmpty else { return prepared }
        switch (stretch.record.kind, stretch.assignment.act) {
        case (.staff, .undo):
            prepared.lines = try await closed(stretch)
            prepared.isDone = true
        case (.staff, _), (.cases, .undo): break
        case (.cases, .look), (.cases, .take):
            prepared.plans = try await matters.plans(for: stretch.lines)
            guard stretch.assignment.act == .take else { break }
            prepared.numbers = try await matters.cases.takeNumbers(stretch.lines.count)
        }
        return prepared
    }

    func record(_ prepared: Prepared, of job: QueuedJob, in tx: Transaction) throws -> JobStep {
        let assignment = try job.payload(as: Assignment.self)
        var record = try TakeoverStore.hold(assignment.takeoverID, in: tx)
        for line in try worked(prepared, record, assignment, in: tx) { try LineStore.update(line, in: tx) }
        guard prepared.lines.count < linesPerStep else {
            return try .more(
                prepared.lines.last?.number ?? 0, done: prepared.lines.count, total: record.lineCount)
        }
        record.finish()
        if record.state == .undone { try removeOrgans(of: record, by: assignment.actor, in: tx) }
        try TakeoverStore.update(record, in: tx)
        try journal(record, by: assignment.actor, in: tx)
        return .finished(done: prepared.lines.count)
    }

    private func worked(
        _ prepared: Prepared, _ record: TakeoverRecord, _ assignment: Assignment, in tx: Transaction
    ) throws -> [TakeoverLine] {
        guard !prepared.isDone, !prepared.lines.isEmpty else { return prepared.lines }
        let actor = assignment.actor
        switch (record.kind, assignment.act) {
        case (.staff, .look): return try staff.look(prepared.lines, of: record, in: tx)
        case (.staff, .take):
            return try prepared.lines.map { try staff.take($0, of: record, at: clock(), in: tx) }
        case (.cases, .look):
            return try matters.look(prepared.lines, of: record, prepared.plans, by: actor, in: tx)
        case (.cases, .take):
            return try zip(prepared.lines, prepared.numbers).map { line, number in
                try matters.take(line, as: number, of: record, prepared.plans, by: actor, in: tx)
            }
        case (_, .undo):
            return try prepared.lines.map { try removed($0, by: actor, in: tx) }
        }
    }
}
