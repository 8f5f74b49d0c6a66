import Cases
import Codes
import DecisionModel
import Government
import Identity
import Journal
import Refusals
import RuleBooks
import Storage
import WorkingTime

/// What the author thinks of an answer, and what follows when it did not help.
extension RequestOffice {
    /// Keeps whether the matter was solved, and how the author found the handling; once. What is to be done again is said
    /// again with it.
    ///
    /// - Returns: the number of the one that says it again.
    /// - Throws: `conflict` before there is an answer, or when something was said before; `forbidden` for others.
    @discardableResult
    func say(_ said: Assessment, of number: String, by actor: Actor, as viewer: Viewer) async throws
        -> String?
    {
        let subject = try await view(number, for: viewer).subject
        try subject.requireAnswered(to: actor)
        try await requireUntold(said.reason, field: "lack", of: subject)
        return try await keep(said, of: subject, by: actor) { now in
            JournalEntry(
                at: now, actor: subject.named(actor), action: "service_request.assessed", subject: number,
                sentence: "反映人表示\(said.solved ? "已经解决" : "没有解决")，评价 \(said.grade) 分。")
        }
    }

    /// Keeps what was said and says the matter again where that is wished, in one transaction: a refusal of the one leaves
    /// nothing of the other.
    func keep(
        _ said: Assessment, of subject: Case, once: Idempotency.Request? = nil, by actor: Actor,
        twice: Sentence = "您已经评价过这件诉求。",
        telling entry: @escaping @Sendable (Instant) -> JournalEntry
    ) async throws -> String? {
        try await self.once(once) {
            try await keepNew(said, of: subject, once: once, by: actor, twice: twice, telling: entry)
        } again: {
            $0.isEmpty ? nil : $0
        }
    }

    private func keepNew(
        _ said: Assessment, of subject: Case, once: Idempotency.Request?, by actor: Actor, twice: Sentence,
        telling entry: @escaping @Sendable (Instant) -> JournalEntry
    ) async throws -> String? {
        let now = cases.now
        let record: @Sendable (Transaction) throws -> Void = { tx in
            guard try RequestStore.say(said, of: subject.id, at: now, in: tx) else {
                throw DomainError.conflict(twice)
            }
            try Journal.append(entry(now), in: tx)
        }
        guard said.again else {
            try await database.write { tx in
                try record(tx)
                try once?.remember("", at: now, in: tx)
            }
            return nil
        }
        return try await sayAgain(subject, because: said.reason, once: once, by: actor, beside: record)
            .root.number.text
    }

    /// Says a ticket again whose answer did not satisfy: the head of the organ answers for the second one.
    ///
    /// - Throws: `conflict` when it is too late, or was done before; `invalid` without saying what is missing.
    func sayAgain(
        _ number: String, because reason: String, account: Account, actor: Actor
    ) async throws -> Matter {
        let subject = try await view(number, for: account.viewer).subject
        try subject.requireAnswered(to: actor)
        return try await sayAgain(subject, because: reason, by: actor)
    }

    private func sayAgain(
        _ subject: Case, because reason: String, once: Idempotency.Request? = nil, by actor: Actor,
        beside: @escaping @Sendable (Transaction) throws -> Void = { _ in }
    ) async throws -> Matter {
        let (rules, calendar) = try await database.read { tx in
            (try book.current(in: tx), try Directory.calendar(in: tx))
        }
        try subject.requireRepeatable(at: cases.now, by: rules, calendar)
        let office = try await organ(subject.plan.hall)
        let plan = rules.plan(
            .ticket, at: office, days: rules.kind(subject.said(.kind))?.days ?? 15, isUrgent: subject.isUrgent
        )
        return try await follow(
            subject, by: plan, because: reason, kind: subject.said(.kind), channel: actor.channel,
            once: once, actor: actor, beside: beside)
    }
}

extension Case {
    /// It has an answer, and this is whoever it was given to.
    func requireAnswered(to actor: Actor) throws {
        guard isOwn(of: actor) else { throw DomainError.forbidden("只有反映人本人可以评价和要求重办。") }
        guard result?.outcome == .answered else { throw DomainError.conflict("还没有答复，请等答复以后再评价。") }
    }

    /// A ticket is said again once, and soon.
    func requireRepeatable(at now: Instant, by rules: RequestRules, _ calendar: WorkingCalendar) throws {
        guard requestProcess == .ticket, said(.round) == "1" else {
            throw DomainError.conflict("这件已经重办过，还有不同意见的，请按答复里写明的途径提出。")
        }
        try requireWithin(rules.limits.reopenDays, at: now, by: calendar, "要求重办")
    }

    /// Whether it can still be said again.
    func isRepeatable(at now: Instant, by rules: RequestRules, _ calendar: WorkingCalendar) -> Bool {
        (try? requireRepeatable(at: now, by: rules, calendar)) != nil
    }

    /// The last of so many natural days since the answer; one that is a rest day moves to the next working day (民法典
    /// art. 203), as with every clock. `nil` while there is no answer.
    func lastDay(of days: Int, by calendar: WorkingCalendar) -> CivilDate? {
        guard let answered = result?.decidedAt else { return nil }
        return calendar.reckon(TimeLimit(value: days, unit: .day), from: answered, now: answered).due?.day
    }

    /// So many natural days since the answer have not passed.
    func requireWithin(_ days: Int, at now: Instant, by calendar: WorkingCalendar, _ what: String) throws {
        guard let last = lastDay(of: days, by: calendar), now.day > last else { return }
        throw DomainError.conflict("收到答复已经超过 \(days) 日，不能再\(what)。")
    }
}
