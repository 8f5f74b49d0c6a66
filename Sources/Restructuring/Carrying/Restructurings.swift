import Cases
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// The plans of an installation: written, approved and carried out, each in one transaction with its entry in the journal.
public struct Restructurings: Sendable {
    let database: Database
    let cases: Cases

    /// The plans of an installation.
    public init(database: Database, cases: Cases) { (self.database, self.cases) = (database, cases) }

    /// The plans, the newest first.
    public func plans(after: String?) async throws -> Slice<RestructuringPlan> {
        try await database.read { try PlanStore.plans(after: after, in: $0) }
    }

    /// A plan with what it is checked against.
    /// - Throws: `notFound`.
    public func plan(_ id: Int64) async throws -> (plan: RestructuringPlan, facts: PlanFacts) {
        try await database.read { tx in
            let plan = try PlanStore.plan(id, in: tx)
            return (plan, try FactReading(cases: cases).facts(for: plan, in: tx))
        }
    }

    /// Begins a plan.
    ///
    /// - Parameters:
    ///   - steps: what it begins with.
    ///   - once: the same request under the same key gives the same plan.
    /// - Throws: what ``RestructuringPlan/draft(_:basis:effectiveOn:id:by:at:)`` refuses.
    public func draft(
        _ title: String, basis: String, effectiveOn day: CivilDate, steps: [RestructuringStep] = [],
        once: Idempotency.Request? = nil, by actor: Actor, at now: Instant
    ) async throws -> RestructuringPlan {
        try await database.write { tx in
            if let earlier = try once.flatMap({ try Idempotency.replay($0, in: tx) }) {
                return try PlanStore.plan(Int64(earlier.response) ?? 0, in: tx)
            }
            var plan = try RestructuringPlan.draft(
                title, basis: basis, effectiveOn: day, id: tx.ids.next(), by: actor, at: now)
            for step in steps { try plan.add(step, by: actor, at: now) }
            try PlanStore.save(plan, in: tx)
            try once?.remember(String(plan.id), at: now, in: tx)
            try Self.record(plan, "restructuring.drafted", "起草", by: actor, at: now, in: tx)
            return plan
        }
    }

    /// Changes a plan by one of its rules.
    /// - Throws: `notFound`, and what the rule refuses.
    @discardableResult
    public func change(
        _ id: Int64, by actor: Actor, at now: Instant, _ action: String, _ word: String,
        _ rule: @escaping @Sendable (inout RestructuringPlan, PlanFacts) throws -> Void
    ) async throws -> RestructuringPlan {
        try await database.write { tx in
            try tx.lock("restructuring", id: id)
            var plan = try PlanStore.plan(id, in: tx)
            try rule(&plan, try FactReading(cases: cases).facts(for: plan, in: tx))
            try PlanStore.save(plan, in: tx)
            try Self.record(plan, action, word, by: actor, at: now, in: tx)
            return plan
        }
    }

    /// Asks that a plan whose day has come be carried out by hand; with the second person it is.
    /// - Throws: `conflict`.
    @discardableResult
    public func execute(_ id: Int64, by actor: Actor, at now: Instant) async throws -> RestructuringPlan {
        try await database.write { tx in
            try tx.exclude("restructuring")
            try tx.lock("restructuring", id: id)
            var plan = try PlanStore.plan(id, in: tx)
            let isConfirmed = try plan.requestExecution(by: actor, at: now)
            guard isConfirmed else {
                try PlanStore.save(plan, in: tx)
                try Self.record(plan, "restructuring.execution_asked", "提出立即执行", by: actor, at: now, in: tx)
                return plan
            }
            return try carryOut(plan, by: actor, at: now, in: tx)
        }
    }

    /// Carries out what is due; a plan something stands against says so on its page and is tried again.
    func carryOutDue(at now: Instant) async throws {
        for id in try await database.read({ try PlanStore.due(on: now.day, in: $0) }) {
            do {
                try await database.write { tx in
                    try tx.exclude("restructuring")
                    try tx.lock("restructuring", id: id)
                    let plan = try PlanStore.plan(id, in: tx)
                    guard plan.state == .approved else { return }
                    _ = try carryOut(plan, by: .system, at: now, in: tx)
                }
            } catch DomainError.conflict(let sentence) {
                try await note(sentence, id)
            }
        }
    }

    private func carryOut(
        _ plan: RestructuringPlan, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws -> RestructuringPlan {
        // As long as there are open cases, on the one day; no other change of the house may take so long.
        try tx.takeTime()
        let done = try Carrying(cases: cases).carryOut(plan, by: actor, at: now, in: tx)
        try PlanStore.save(done, in: tx)
        try Self.record(done, "restructuring.carried_out", "执行", by: actor, at: now, in: tx)
        return done
    }

    private func note(_ obstacle: Sentence, _ id: Int64) async throws {
        try await database.write { tx in
            try tx.lock("restructuring", id: id)
            var plan = try PlanStore.plan(id, in: tx)
            guard plan.state == .approved, plan.record.obstacle != obstacle else { return }
            plan.record.obstacle = obstacle
            try PlanStore.save(plan, in: tx)
        }
    }

    private static func record(
        _ plan: RestructuringPlan, _ action: String, _ word: String, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        var detail = ["revision": String(plan.revision)]
        if let tally = plan.record.tally {
            detail["matters"] = String(tally.matters)
            detail["items"] = String(tally.items)
            detail["posts"] = String(tally.posts)
        }
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "restructuring/\(plan.id)",
                sentence:
                    "\(actor.name)\(word)机构改革方案「\(plan.title)」（\(plan.basis)），\(plan.effectiveOn.iso) 生效。",
                afterDigest: try Journal.digest(of: plan.steps), detail: detail), in: tx)
    }
}
