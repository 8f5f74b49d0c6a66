import Cases
import Codes
import DecisionModel
import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// What the author thinks of an answer, and what follows when it did not help.
extension RequestOffice {
    /// Keeps whether the matter was solved, and how the author found the handling; once.
    ///
    /// - Throws: `conflict` before there is an answer, or when something was said before; `forbidden` for others.
    func say(solved: Bool, grade: Int, of number: String, by actor: Actor, as viewer: Viewer) async throws {
        let subject = try await view(number, for: viewer).subject
        try subject.requireAnswered(to: actor)
        guard (1...5).contains(grade) else { throw DomainError.invalid("grade", "请选择满意的程度。") }
        let now = cases.now
        try await database.write { tx in
            guard try RequestStore.say(solved: solved, grade: grade, of: subject.id, at: now, in: tx) else {
                throw DomainError.conflict("您已经评价过这件诉求。")
            }
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "service_request.assessed", subject: number,
                    sentence: "反映人表示\(solved ? "已经解决" : "没有解决")，评价 \(grade) 分。"),
                in: tx)
        }
    }

    /// Says a ticket again whose answer did not satisfy: the head of the organ answers for the second one.
    ///
    /// - Throws: `conflict` when it is too late, or was done before; `invalid` without saying what is missing.
    func sayAgain(
        _ number: String, because reason: String, account: Account, actor: Actor
    ) async throws -> Matter {
        let rules = try await rules()
        let subject = try await view(number, for: account.viewer).subject
        try subject.requireAnswered(to: actor)
        guard subject.requestProcess == .ticket, subject.said(.round) == "1" else {
            throw DomainError.conflict("这件已经重办过，还有不同意见的，请按答复里写明的途径提出。")
        }
        try subject.requireWithin(rules.limits.reopenDays, at: cases.now, "要求重办")
        let kind = rules.kind(subject.said(.kind))?.days ?? 15
        return try await follow(
            subject, .ticket, at: try await organ(rules.offices[.ticket] ?? ""), rules: rules, days: kind,
            reason: reason, kind: subject.said(.kind), actor: actor)
    }

    /// Asks for the review of an opinion, or of its review (信访工作条例 arts. 35, 36).
    ///
    /// - Throws: `conflict` at the end of the road, when it is too late, or was asked for before.
    func askReview(
        of number: String, because reason: String, account: Account, actor: Actor
    ) async throws -> Matter {
        let rules = try await rules()
        let subject = try await view(number, for: account.viewer).subject
        try subject.requireAnswered(to: actor)
        guard let review = rules.review(after: subject) else {
            throw DomainError.conflict("本事项在信访程序中已经办结，不能再请求复查复核。")
        }
        try subject.requireWithin(rules.limits.reviewAskDays, at: cases.now, "请求\(review.name)")
        return try await follow(
            subject, .review, at: try await organ(review.organ), rules: rules, days: 0, reason: reason,
            kind: review.code, actor: actor)
    }

    /// A second matter about what another one was about.
    func follow(
        _ subject: Case, _ process: RequestProcess, at office: Organ, rules: RequestRules,
        days: Int, reason: String, kind: String, actor: Actor
    ) async throws -> Matter {
        guard reason.count >= 4, reason.count <= RequestForm.longestContent else {
            throw DomainError.invalid("reason", "请写明对答复的哪一点不满意，4 到 \(RequestForm.longestContent) 字。")
        }
        let number = subject.number.text
        let known = try await database.read { try RequestStore.next(after: number, in: $0) }
        if let known { throw DomainError.conflict("您已经提出过，编号 \(known)。") }
        var form = subject.form
        let changed: [(RequestField, String)] = [
            (.content, reason), (.round, process == .ticket ? "2" : "1"), (.earlier, number), (.kind, kind),
        ]
        for (field, text) in changed { form[field.rawValue] = .string(text) }
        return try await cases.file(
            Filing(
                plan: rules.plan(process, at: office, days: days), applicant: subject.applicant,
                channel: actor.channel, form: form, materials: [],
                receivedAt: process == .ticket ? cases.now : nil),
            by: subject.pseudonym?.actor(actor) ?? actor)
    }
}

extension Case {
    /// It has an answer, and this is whoever it was given to.
    func requireAnswered(to actor: Actor) throws {
        guard isOwn(of: actor) else { throw DomainError.forbidden("只有反映人本人可以评价和要求重办。") }
        guard result?.outcome == .answered else { throw DomainError.conflict("还没有答复，请等答复以后再评价。") }
    }

    /// So many natural days since the answer have not passed.
    func requireWithin(_ days: Int, at now: Instant, _ what: String) throws {
        guard let answered = result?.decidedAt else { return }
        guard now.day <= answered.day.adding(days: days) else {
            throw DomainError.conflict("收到答复已经超过 \(days) 日，不能再\(what)。")
        }
    }
}
