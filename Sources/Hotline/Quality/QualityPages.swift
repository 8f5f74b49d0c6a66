import HTTPTypes
import Identity
import Journal
import Messaging
import Refusals
import RuleBooks
import Storage
import Web
import WorkingTime

/// The quality of calls: drawn by lot, scored by those who lead, told to the agents, who may appeal once.
struct QualityPages: Sendable {
    let database: Database
    let outbox: Outbox
    let book: RuleBook<HotlineRules>

    var routes: [Route] {
        [
            .get(HotlinePath.quality, .may(.answerCalls, .leadShift), "来电质检") { try await list($0, $1) },
            .get(HotlinePath.quality("{id}"), .may(.answerCalls, .leadShift), "来电质检") {
                try await show($0, $1)
            },
            .post(
                HotlinePath.quality("{id}", "score"), .may(.leadShift), journal: "hotline.call_scored", "质检评分"
            ) { request, officer in
                try await act(request, officer, "评分") { review, form, rules, actor, now in
                    let entered = rules.sheet.map { ($0.code, form[$0.code] ?? "") }
                    try review.score(
                        Dictionary(entered) { first, _ in first }, remark: form["remark"] ?? "",
                        sheet: rules.sheet, by: actor, at: now)
                }
            },
            .post(
                HotlinePath.quality("{id}", "appeal"), .may(.answerCalls), journal: "hotline.score_appealed",
                "对质检评分申诉"
            ) { request, officer in
                try await act(request, officer, "申诉") { review, form, rules, actor, now in
                    try review.appeal(
                        form["appeal"] ?? "", within: rules.sample.appealDays, by: actor, at: now)
                }
            },
            .post(
                HotlinePath.quality("{id}", "decision"), .may(.leadShift), journal: "hotline.appeal_decided",
                "处理质检申诉"
            ) { request, officer in
                try await act(request, officer, "处理申诉") { review, form, _, actor, now in
                    try review.decide(form["total"] ?? "", form["decision"] ?? "", by: actor, at: now)
                }
            },
        ]
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (organ, after) = (officer.account.organs(for: .leadShift).min(), request.query("after"))
        let slice = try await database.read {
            try QualityStore.reviews(of: organ, agent: officer.account.id, after: after, in: $0)
        }
        return .page(
            QualityListPage(
                reviews: slice.items, leads: organ != nil, pager: Pager(next: slice.next, of: request)
            ).page)
    }

    private func act(
        _ request: WebRequest, _ officer: OfficerContext, _ what: String,
        _ work:
            @escaping @Sendable (inout QualityReview, FormData, HotlineRules, Actor, Instant) throws -> Void
    ) async throws -> WebResponse {
        let (id, form) = (try request.id(QualityStore.missing.sentence), try await request.form())
        let (actor, now) = (officer.actor(request), request.now)
        do {
            try await database.write { tx in
                try tx.lock("hotline_review", id: id)
                var review = try QualityStore.review(id, in: tx)
                try review.requireVisible(to: officer)
                try work(&review, form, try book.current(in: tx), actor, now)
                try QualityStore.save(review, in: tx)
                try tell(review, what, actor, now, tx)
            }
            return .redirect(to: HotlinePath.quality(String(id)))
        } catch DomainError.invalid(let errors) {
            return try await show(request, officer, errors: errors, entered: form)
        }
    }

    /// The agent is told of a score and of a decision; whoever scored, of an appeal.
    private func tell(
        _ review: QualityReview, _ what: String, _ actor: Actor, _ now: Instant, _ tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: review.action, subject: "review:\(review.id)",
                sentence: "\(actor.name)对\(review.agent.name)的来电质检\(what)。"), in: tx)
        guard let other = actor.accountID == review.agent.id ? review.scorer?.id : review.agent.id else {
            return
        }
        try outbox.enqueue(
            to: other, about: "hotline-review:\(review.id)",
            "\(review.agent.name)的来电质检：\(review.state)，\(review.total ?? 0) 分。", at: now, in: tx)
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, errors: [FieldError] = [], entered: FormData? = nil
    ) async throws -> WebResponse {
        let id = try request.id(QualityStore.missing.sentence)
        let (review, call, rules) = try await database.read { tx in
            let review = try QualityStore.review(id, in: tx)
            try review.requireVisible(to: officer)
            return (review, try CallStore.call(review.callID, in: tx), try book.current(in: tx))
        }
        let page = QualityPage(
            review: review, call: call, rules: rules, leads: officer.leads(review),
            reader: officer.account.id, errors: errors, entered: entered, token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
            .header("Cache-Control", "no-store")
    }
}

extension OfficerContext {
    /// Whether they lead the office of a review.
    func leads(_ review: QualityReview) -> Bool {
        account.organs(for: .leadShift).contains(review.organ)
    }
}

extension QualityReview {
    /// The agent and those who lead.
    func requireVisible(to officer: OfficerContext) throws {
        guard agent.id == officer.account.id || officer.leads(self) else { throw QualityStore.missing }
    }

    /// What happened last, as the journal calls it.
    fileprivate var action: String {
        if decidedAt != nil { return "hotline.appeal_decided" }
        return appealedAt == nil ? "hotline.call_scored" : "hotline.score_appealed"
    }
}
