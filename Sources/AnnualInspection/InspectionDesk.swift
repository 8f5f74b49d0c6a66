import Codes
import Government
import Identity
import Journal
import Messaging
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// What the pages of the annual inspection work with: each change in one transaction with its entry in the journal.
struct InspectionDesk: Sendable {
    let database: Database
    let directory: Directory
    let outbox: Outbox
    let rules: InspectionRules
    /// Who watches until when organs have to conclude.
    let watch: ConclusionWatch

    /// The plan of the year an address names.
    ///
    /// - Throws: `notFound`.
    func plan(_ request: WebRequest, in tx: Transaction) throws -> InspectionPlan {
        let year = Int(try request.parameter("year"))
        guard let plan = try year.flatMap({ try InspectionStore.plan(of: $0, in: tx) }) else {
            throw DomainError.notFound("没有这个年度的联合年检方案。")
        }
        return plan
    }

    /// The short names of organs by key.
    func organNames() async throws -> [String: String] {
        try await directory.organs().namesByKey
    }

    /// Changes the plan of a year.
    func change(
        _ request: WebRequest, _ action: String, _ words: String, by actor: Actor,
        _ rule: @escaping @Sendable (inout InspectionPlan) throws -> Void
    ) async throws {
        try await database.write { tx in
            var plan = try plan(request, in: tx)
            try tx.lock("inspection_plan", id: plan.id)
            plan = try self.plan(request, in: tx)
            try rule(&plan)
            try InspectionStore.save(plan, in: tx)
            try Self.record(
                action, words, plan.title, "annual_inspection/\(plan.year)", by: actor, request.now, tx)
        }
    }

    /// Takes in what an enterprise files.
    ///
    /// - Throws: `conflict` when the time is not now or it has filed, `invalid` naming each question.
    func file(
        _ entered: FormAnswers, confirmed: Set<String>, for entity: LegalEntity, by actor: Actor,
        once: Idempotency.Request? = nil, _ request: WebRequest
    ) async throws {
        let now = request.now
        try await database.write { tx in
            guard try Self.isNew(once, at: now, in: tx) else { return }
            let plan = try plan(request, in: tx)
            guard plan.isOpen(on: now.day) else {
                throw DomainError.conflict(
                    "\(plan.title)的申报时间是\(plan.opensOn.chinese)至\(plan.closesOn.chinese)。")
            }
            let code = entity.creditCode.text
            let earlier = try FilingStore.earlier(than: plan.year, of: code, in: tx)
            let (answers, carried) = try CarriedAnswers(for: plan, from: earlier)
                .checked(plan, entered, confirmed: confirmed)
            let filing = InspectionFiling(
                id: tx.ids.next(), planID: plan.id, year: plan.year, code: code, name: entity.name,
                accountID: actor.accountID, filedBy: actor.name, filedAt: now, answers: answers,
                carried: carried, parts: plan.parts.map { InspectionPart(organ: $0.organ) })
            try FilingStore.insert(filing, in: tx)
            try Self.record(
                "annual_inspection.filed", "申报", "\(entity.name)\(plan.title)",
                "annual_inspection/\(filing.id)", by: actor,
                now, tx)
        }
    }

    /// Changes the part of an organ in a filing; the enterprise is told when the organ has found something.
    func change(
        _ filingID: Int64, _ organ: String, _ action: String, _ words: String, by actor: Actor,
        once: Idempotency.Request? = nil, _ request: WebRequest, telling: Bool,
        _ rule: @escaping @Sendable (inout InspectionPart) throws -> Void
    ) async throws {
        try await database.write { tx in
            guard try Self.isNew(once, at: request.now, in: tx) else { return }
            let plan = try plan(request, in: tx)
            try tx.lock("inspection_filing", id: filingID)
            var filing = try FilingStore.filing(filingID, in: plan.id, tx)
            if telling { try filing.requireOther(than: actor) }
            try filing.change(organ, rule)
            guard let part = filing[organ] else { return }
            try PartStore.save(part, of: filing, in: tx)
            let limit = try rules.limit(of: part, in: filing, by: Self.calendar(in: tx), now: request.now)
            if let limit { try watch(limit, actor, request.now, tx) }
            try Self.record(
                action, words, "\(filing.name)\(plan.title)", "annual_inspection/\(filing.id)", by: actor,
                request.now, tx)
            guard telling else { return }
            try outbox.enqueue(
                to: filing.accountID, about: "annual_inspection/\(plan.year)/\(filing.code)",
                "\(filing.name)\(plan.title)有了新的结论，请到“我的年检”查看。", at: request.now, in: tx)
        }
    }

    private static func calendar(in tx: Transaction) throws -> WorkingCalendar {
        do { return try Directory.calendar(in: tx) } catch DomainError.notFound { return .weekendsOnly }
    }

    /// Whether a request comes for the first time, which is noted in the transaction that acts on it.
    private static func isNew(_ once: Idempotency.Request?, at now: Instant, in tx: Transaction) throws
        -> Bool
    {
        guard let once else { return true }
        guard try Idempotency.replay(once, in: tx) == nil else { return false }
        try once.remember("", at: now, in: tx)
        return true
    }

    static func record(
        _ action: String, _ words: String, _ what: String, _ subject: String, by actor: Actor,
        _ now: Instant, _ tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: subject,
                sentence: "\(actor.name)\(words)“\(what)”。"), in: tx)
    }
}
