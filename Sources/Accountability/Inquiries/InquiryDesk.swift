import Cases
import Government
import Identity
import Journal
import Messaging
import Refusals
import RuleBooks
import Storage
import Web
import WorkingTime

/// Begins inquiries and changes each together with its case.
struct InquiryDesk: Sendable {
    let database: Database
    let cases: Cases
    let directory: Directory
    let outbox: Outbox
    let grounds: InquiryGrounds
    let book: RuleBook<AccountabilityRules>

    static let unknown: Sentence = "没有这件问责。"

    /// Takes a step: the task of the case, the inquiry beside it and who is told, together.
    func take(_ act: InquiryAct, _ request: WebRequest, _ officer: OfficerContext) async throws {
        try await take(
            act, id: request.id(Self.unknown), InquiryFilter(officer), officer.actor(request), at: request.now
        )
    }

    func take(_ act: InquiryAct, id: Int64, _ filter: InquiryFilter, _ actor: Actor, at now: Instant)
        async throws
    {
        var looked = try await database.read { try look(id, filter, at: now, in: $0) }
        // Refused in the words of the rule, before the task says that it is somebody else's.
        try act.rule(&looked, filter.holder, now)
        let seat = InquiryPlan.seat(actor, as: act.role)
        try await cases.change(looked.number, by: seat, as: .system) { matter, tx in
            var inquiry = try look(id, filter, at: now, in: tx)
            let after = inquiry.stage
            // The case has moved on; it was at this step when the task was open.
            inquiry.stage = InquiryPlan.stages[act.element] ?? after
            try act.rule(&inquiry, filter.holder, now)
            inquiry.stage = after
            try keep(act.step, act.words, inquiry, actor, at: now, in: tx)
        } _: { matter, occasion in
            guard let task = matter.root.openTasks.first(where: { $0.element == act.element }) else {
                throw DomainError.conflict("这一步刚刚有人办了，请刷新页面。")
            }
            try matter.complete(task: task.id, with: Finding(outcome: act.outcome), on: occasion)
        }
    }

    /// 撤回: by a supervisor, with the reason.
    func withdraw(_ reason: String, _ request: WebRequest, _ officer: OfficerContext) async throws {
        let (id, filter, now) = (try request.id(Self.unknown), InquiryFilter(officer), request.now)
        let actor = officer.actor(request)
        var looked = try await database.read { try InquiryStore.inquiry(id, filter, in: $0) }
        try looked.withdraw(by: filter.holder)
        let number = looked.number
        try await cases.change(number, by: InquiryPlan.seat(actor, as: "supervisor"), as: .system) { _, tx in
            var inquiry = try InquiryStore.inquiry(id, filter, in: tx)
            guard inquiry.outcome == nil else {
                throw DomainError.conflict("已经作出决定或者办结的问责不能撤回。")
            }
            inquiry.outcome = .withdrawn
            try keep(.withdrawn, reason, inquiry, actor, at: now, in: tx)
        } _: {
            try $0.withdrawAccountability(number, on: $1)
        }
    }

    func keep(
        _ kind: InquiryStep.Kind, _ words: String, _ inquiry: Inquiry, _ actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try InquiryStore.update(inquiry, in: tx)
        try InquiryStore.insert(
            InquiryStep(kind: kind, accountID: actor.accountID, name: actor.name, words: words, at: now),
            of: inquiry.id, in: tx)
        try InquiryTelling(outbox: outbox, inquiry: inquiry, now: now, tx: tx).tell(after: kind)
    }
}
