import Cases
import Codes
import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// Fees, and requests that are given up because nothing was supplemented or paid.
extension Requests {
    /// Asks for a fee for so many requests.
    ///
    /// - Throws: `invalid` when so many cost nothing, `conflict` when a fee was asked for before.
    func charge(items: Int, for number: String, by actor: Actor, as viewer: Viewer) async throws {
        let rules = try await rules()
        let yuan = try rules.fees.yuan(forItems: items)
        guard yuan > 0 else {
            throw DomainError.invalid("items", "\(rules.fees.freeItems) 件以内不收费。")
        }
        let now = cases.now
        let calendar = try await directory.calendar()
        let due = calendar.reckon(RequestPlan.days(rules.fees.paymentDays), from: now, now: now).due?.day
        let id = database.ids.next()
        try await cases.change(
            number, by: actor, as: viewer,
            also: { matter, tx in
                let subject = matter.root
                guard try FeeStore.all(of: subject.id, in: tx).isEmpty else {
                    throw DomainError.conflict("这件申请已经发过收费通知。")
                }
                let fee = FeeNotice(
                    id: id, requestID: subject.id, items: items, yuan: yuan, issuedAt: now,
                    issuedBy: actor.name, dueOn: due ?? now.day.adding(days: 28))
                try FeeStore.insert(fee, in: tx)
                try Journal.append(
                    JournalEntry(
                        at: now, actor: actor, action: "disclosure.charged", subject: number,
                        sentence: "发出收费通知：\(items) 件，\(yuan) 元，\(fee.dueOn.chinese)以前缴纳。", isPublic: true),
                    in: tx)
            }
        ) { matter, _ in
            try matter.root.requireHandler(actor)
            guard !matter.root.phase.isFinal else { throw DomainError.conflict("本件已经办结，不能再收费。") }
        }
    }

    /// Notes that a fee was paid.
    func pay(_ id: Int64, for number: String, by actor: Actor, as viewer: Viewer) async throws {
        let now = cases.now
        try await cases.change(
            number, by: actor, as: viewer,
            also: { matter, tx in
                guard var fee = try FeeStore.all(of: matter.root.id, in: tx).first(where: { $0.id == id })
                else { throw DomainError.notFound("没有这份收费通知。") }
                try fee.pay(at: now)
                try FeeStore.save(fee, in: tx)
                try Journal.append(
                    JournalEntry(
                        at: now, actor: actor, action: "disclosure.paid", subject: number,
                        sentence: "已缴纳信息处理费 \(fee.yuan) 元。", isPublic: true), in: tx)
            }
        ) { matter, _ in try matter.root.requireHandler(actor) }
    }

    /// Gives a request up: its applicant did not supplement it (art. 30), or did not pay.
    ///
    /// - Throws: `conflict` when neither is so, `forbidden` unless the head of the organ does it.
    func abandon(
        _ number: String, because row: String, reason: String, by actor: Actor, as viewer: Viewer
    ) async throws {
        let now = cases.now
        let subject = try await view(number, for: viewer).subject
        let fees = try await database.read { try FeeStore.all(of: subject.id, in: $0) }
        switch row {
        case "abandoned":
            guard subject.phase == .supplementing else { throw DomainError.conflict("本件没有在等申请人补正。") }
        case "unpaid":
            guard fees.contains(where: { $0.isUnpaid(on: now.day) }) else {
                throw DomainError.conflict("没有逾期未缴的收费通知。")
            }
        default: throw DomainError.invalid("because", "请选择不再处理的原因。")
        }
        try await cases.change(
            number, by: actor, as: viewer,
            also: { matter, tx in
                try tx.execute("UPDATE disclosure_request SET result = \(row) WHERE id = \(matter.root.id)")
            }
        ) { matter, occasion in try matter.terminate(number, reason: reason, on: occasion) }
    }
}
