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

/// What comes after an opinion: its review, the review of that, and any second matter about what a first was about.
extension RequestOffice {
    /// Asks for the review of an opinion, or of its review (信访工作条例 arts. 35, 36).
    ///
    /// - Parameter channel: how somebody came to the office that asks in their name; nil for the author's own asking.
    /// - Throws: `conflict` at the end of the road, when it is too late, or was asked for before; `forbidden` for others.
    func askReview(
        of number: String, because reason: String, for channel: String? = nil,
        once: Idempotency.Request? = nil, by actor: Actor, as viewer: Viewer
    ) async throws -> Matter {
        try await self.once(once) {
            try await askNewReview(
                of: number, because: reason, for: channel, once: once, by: actor, as: viewer)
        } again: {
            try await cases.matter($0, for: .system)
        }
    }

    private func askNewReview(
        of number: String, because reason: String, for channel: String?, once: Idempotency.Request?,
        by actor: Actor, as viewer: Viewer
    ) async throws -> Matter {
        let view = try await view(number, for: viewer)
        let subject = view.subject
        if channel == nil {
            try subject.requireAnswered(to: actor)
        } else {
            try subject.requireAnswered(through: actor)
        }
        let (rules, accused, first) = try await database.read { tx in
            let earlier = subject.said(.earlier)
            return (
                try book.current(in: tx), try Accused(of: subject, in: tx).keys,
                try earlier.isEmpty ? nil : RequestStore.request(earlier, in: tx).organ
            )
        }
        guard let review = rules.review(after: subject) else {
            throw DomainError.conflict(
                rules.settles(subject) ? "本事项在信访程序中已经办结，不能再请求复查复核。" : "建议、检举控告没有复查复核的程序。")
        }
        try subject.requireWithin(
            rules.limits.reviewAskDays, at: cases.now, by: view.calendar, "请求\(review.name)")
        let involved = accused.union([subject.plan.organ, first].compactMap(\.self))
        let office = try await organ(rules.organ(of: review, besides: involved))
        return try await follow(
            subject, by: rules.plan(.review, at: office, days: 0), because: reason, kind: review.code,
            channel: channel ?? actor.channel, once: once, actor: actor,
            field: channel == nil ? "reason" : "dissent")
    }

    /// A second matter about what another one was about; of each there is one.
    ///
    /// - Parameters:
    ///   - field: where the reason was entered.
    ///   - beside: what else is kept of it, in the same transaction.
    func follow(
        _ subject: Case, by plan: CasePlan, because reason: String, kind: String, channel: String,
        once: Idempotency.Request? = nil, actor: Actor, field: String = "reason",
        beside: @escaping @Sendable (Transaction) throws -> Void = { _ in }
    ) async throws -> Matter {
        guard reason.count >= 4, reason.count <= RequestForm.longestContent else {
            throw DomainError.invalid(field, "请写明对答复的哪一点不满意，4 到 \(RequestForm.longestContent) 字。")
        }
        try await requireUntold(reason, field: field, of: subject)
        let (number, accused) = (subject.number.text, subject.said(.against))
        try await requireFirst(after: number)
        var plan = plan
        plan.recused = subject.plan.recused ?? (accused.isEmpty ? nil : [accused])
        let filing = Filing(
            plan: plan, applicant: subject.applicant, channel: channel,
            form: subject.form(saidAgain: reason, of: kind, on: plan), materials: [], receivedAt: cases.now)
        do {
            return try await cases.file(filing, by: subject.pseudonym?.actor(actor) ?? actor) { matter, tx in
                try beside(tx)
                // It is as protected as the one that it is about, and the office may have to reach them as well.
                try HiddenAuthor.kept(of: subject.id, in: tx)?.keep(of: matter.root.id, in: tx)
                try once?.remember(matter.root.number.text, at: cases.now, in: tx)
                return matter
            }
        } catch StorageError.unique(let columns) where columns.contains("service_request.") {
            try await requireFirst(after: number)
            throw DomainError.conflict("同样的内容正在办理，不用重复提交。")
        }
    }

    private func requireFirst(after number: String) async throws {
        let known = try await database.read { try RequestStore.next(after: number, in: $0) }
        if let known { throw DomainError.conflict("您已经提出过，编号 \(known)。") }
    }
}

extension Case {
    /// Its form for the matter that follows it. The call in which it was said was concluded by the first one, and its turn
    /// was the first one's.
    fileprivate func form(saidAgain reason: String, of kind: String, on plan: CasePlan) -> [String: Value] {
        var form = form
        for field: RequestField in [.call, .turn, .received] { form[field.rawValue] = nil }
        let round = plan.process == RequestProcess.ticket.rawValue ? "2" : "1"
        let changed: [(RequestField, String)] = [
            (.content, reason), (.round, round), (.earlier, number.text), (.kind, kind),
        ]
        for (field, text) in changed { form[field.rawValue] = .string(text) }
        return form
    }

    /// It has an answer, and this is the office that took it in, for somebody whom it knows.
    fileprivate func requireAnswered(through actor: Actor) throws {
        guard actor.organ == plan.hall else { throw DomainError.forbidden("由受理的单位代为提出。") }
        guard pseudonym != .anonymous else {
            throw DomainError.conflict("没有署名的事项，无法核对是不是本人，不能代为提出。")
        }
        guard result?.outcome == .answered else { throw DomainError.conflict("还没有答复，请等答复以后再提出。") }
    }
}
