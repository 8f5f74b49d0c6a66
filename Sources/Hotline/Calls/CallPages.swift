import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

extension Call {
    /// Whoever answers it, and whoever leads the shift; when nobody was on duty at the line, any agent of the office.
    ///
    /// - Throws: `notFound` for others.
    func requireAnswering(by officer: OfficerContext) throws {
        if officer.account.organs(for: .leadShift).contains(organ) { return }
        let isTheirs = agent.map { $0.id == officer.account.id } ?? true
        guard isTheirs, officer.account.organs(for: .answerCalls).contains(organ) else {
            throw CallStore.missing
        }
    }
}

/// A call, and what is done with it.
struct CallPages: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(HotlinePath.call("{id}"), .may(.answerCalls, .leadShift), "来电") { try await show($0, $1) },
            .post(
                HotlinePath.call("{id}", "answer"), .may(.answerCalls), journal: "hotline.call_concluded",
                "当场答复"
            ) { request, officer in
                try await conclude(request, officer) { form, now in
                    try .answered(
                        form["question"] ?? "", form["words"] ?? "", entry: form["entry"] ?? "", at: now)
                }
            },
            .post(
                HotlinePath.call("{id}", "handover"), .may(.answerCalls), journal: "hotline.call_concluded",
                "转接 110、119、120"
            ) { request, officer in
                try await conclude(request, officer) { form, now in
                    try .emergency(form["service"] ?? "", note: form["note"] ?? "", at: now)
                }
            },
            .post(
                HotlinePath.call("{id}", "closing"), .may(.answerCalls), journal: "hotline.call_concluded",
                "来电不用登记"
            ) { request, officer in
                try await conclude(request, officer) { form, now in
                    try .other(form["reason"] ?? "", at: now)
                }
            },
        ]
    }

    private func conclude(
        _ request: WebRequest, _ officer: OfficerContext,
        _ conclusion: (FormData, Instant) throws -> Conclusion
    ) async throws -> WebResponse {
        let (form, now) = (try await request.form(), request.now)
        do {
            let conclusion = try conclusion(form, now)
            let id = try request.id(CallStore.missing.sentence)
            let actor = officer.actor(request)
            try await database.write { tx in
                var call = try CallStore.locked(id, in: tx)
                try call.requireAnswering(by: officer)
                try call.conclude(conclusion)
                if call.agent == nil {
                    call.agent = Call.Agent(id: officer.account.id, name: officer.account.displayName)
                }
                try CallStore.save(call, in: tx)
                try Journal.append(
                    JournalEntry(
                        at: now, actor: actor, action: "hotline.call_concluded", subject: "call:\(id)",
                        sentence: "\(actor.name)处理了来电：\(conclusion.chinese)。"), in: tx)
                try tx.announce(AgentPages.topic)
            }
            return .redirect(to: HotlinePath.desk)
        } catch DomainError.invalid(let errors) {
            return try await show(request, officer, errors: errors, entered: form)
        }
    }

    /// A number is personal data: who looked is written down before it is shown.
    private func show(
        _ request: WebRequest, _ officer: OfficerContext, errors: [FieldError] = [], entered: FormData? = nil
    ) async throws -> WebResponse {
        let id = try request.id(CallStore.missing.sentence)
        let (asked, chosen) = (request.query("q") ?? "", request.query("entry").flatMap { Int64($0) })
        let (actor, now) = (officer.actor(request), request.now)
        let (call, history) = try await database.write { tx in
            let call = try CallStore.call(id, in: tx)
            try call.requireAnswering(by: officer)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "hotline.caller_read", subject: "call:\(id)",
                    sentence: "\(actor.name)查看了来电号码和以前的来电。"), in: tx)
            let history = try call.caller.map { try CallStore.history(of: $0, before: id, in: tx) }
            return (call, history ?? [])
        }
        let (found, entry) = try await database.read { tx in
            (
                try KnowledgeSearch.entries(asked, on: now.day, limit: 8, in: tx),
                try chosen.flatMap { try KnowledgeStore.usable($0, on: now.day, in: tx) }
            )
        }
        let page = CallPage(
            call: call, history: history, asked: asked, found: found, entry: entry, errors: errors,
            entered: entered, token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
            .header("Cache-Control", "no-store")
    }
}
