import Cases
import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Asks and answers, each in one transaction with its line in the journal and its message.
struct PersonRequests: Sendable {
    let database: Database
    let cases: Cases
    let outbox: Outbox

    /// Asks the organ in charge of one's case for something.
    ///
    /// - Throws: `invalid` when nothing is said, `notFound` for somebody else's case.
    func ask(
        _ kind: PersonRequest.Kind, about number: String, _ words: String, by account: Account,
        as actor: Actor,
        at now: Instant
    ) async throws {
        try PersonRequest.check(words, "words")
        try await database.write { tx in
            let own = try Cases.personalNumbers(of: account, limit: MyReadings.mostCases, in: tx)
            guard own.contains(number), let organ = try Cases.organ(of: number, in: tx) else {
                throw DomainError.invalid("case", "请选择您自己的办件。")
            }
            let request = PersonRequest(
                id: tx.ids.next(), by: actor, kind, to: organ, about: number, entry: nil, words, at: now,
                due: try Self.due(from: now, in: tx))
            try keep(request, by: actor, in: tx)
        }
    }

    /// Complains about a reading of one's data.
    ///
    /// - Throws: `invalid` when nothing is said, `notFound` for a reading of somebody else's data.
    func complain(
        about id: Int64, _ words: String, by account: Account, as actor: Actor, at now: Instant
    ) async throws {
        try PersonRequest.check(words, "words")
        try await database.write { tx in
            let reading = try MyReadings.reading(id, of: account, in: tx)
            let request = PersonRequest(
                id: tx.ids.next(), by: actor, .complaint, to: nil,
                about: AuditRules.caseNumber(of: reading.entry), entry: id, words, at: now,
                due: try Self.due(from: now, in: tx))
            try keep(request, by: actor, in: tx)
        }
    }

    private func keep(_ request: PersonRequest, by actor: Actor, in tx: Transaction) throws {
        try PersonRequestStore.insert(request, in: tx)
        try Journal.append(
            JournalEntry(
                at: request.askedAt, actor: actor, action: "person_request.asked",
                subject: "person_request/\(request.id)",
                sentence: "\(actor.name)提出请求：\(request.kind.chinese)。",
                detail: ["kind": request.kind.rawValue]), in: tx)
        try announce(request, in: tx)
    }

    /// Tells the heads of the organ that something waits for them.
    private func announce(_ request: PersonRequest, in tx: Transaction) throws {
        guard let organ = request.organ else { return }
        for head in try Accounts.members(of: organ, on: request.askedAt.day, in: tx)
        where head.roles.contains(.head) {
            try outbox.enqueue(
                to: head.id, about: "person_request/\(request.id)",
                """
                有一项个人信息请求（\(request.kind.chinese)，办件 \(request.caseNumber ?? "")）等待答复，\
                期限 \(request.dueOn.shortChinese)，请在工作台的信息请求里办理。
                """, at: request.askedAt, in: tx)
        }
    }

    /// Answers a request that waits for one of these organs, or for the audit administrator, and tells who asked.
    func answer(
        _ id: Int64, for organs: [String?], _ state: PersonRequest.State, _ words: String, by actor: Actor,
        at now: Instant
    ) async throws {
        try await database.write { tx in
            guard var request = try PersonRequestStore.locked(id, for: organs, in: tx) else {
                throw DomainError.notFound("没有这项请求。")
            }
            try request.answer(state, words, by: actor, at: now)
            try PersonRequestStore.save(request, in: tx)
            if request.kind == .deletion, state == .granted, let number = request.caseNumber {
                try cases.erase(
                    number, after: RulesStore.current(in: tx).rules.retention, ground: "本人申请删除（个人信息保护法第四十七条）",
                    by: actor, at: now, in: tx)
            }
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "person_request.answered", subject: "person_request/\(id)",
                    sentence: "\(actor.name)答复了请求「\(request.kind.chinese)」：\(state.chinese)。",
                    detail: ["state": state.rawValue]), in: tx)
            try outbox.enqueue(
                to: request.accountID, about: "person_request/\(id)",
                "您\(request.askedAt.day.shortChinese)提出的「\(request.kind.chinese)」\(state.chinese)：\(words)",
                at: now, in: tx)
        }
    }

    /// The last day for the answer, by the rules and the calendar in force.
    private static func due(from now: Instant, in tx: Transaction) throws -> CivilDate {
        let days = try RulesStore.current(in: tx).rules.answerDays
        let calendar = try PatternWatch.calendar(in: tx)
        let reckoning = calendar.reckon(TimeLimit(value: days, unit: .workingDay), from: now, now: now)
        return reckoning.due?.day ?? now.day.adding(days: days)
    }
}
