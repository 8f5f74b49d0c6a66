import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The screen of whoever answers: on duty or not, the call that rings, what was answered before.
struct AgentPages: Sendable {
    let database: Database
    let streams: LiveStreams
    let clock: @Sendable () -> Instant

    /// Rung whenever a call or a shift changes.
    static let topic = "hotline"

    var routes: [Route] {
        [
            .get(HotlinePath.desk, .may(.answerCalls), "热线") { request, officer in
                .page(try await page(request, officer)).header("Cache-Control", "no-store")
            },
            .get(HotlinePath.events, .may(.answerCalls), "来电弹屏") { request, officer in
                let shift = try await database.read { try ShiftStore.shift(of: officer.account.id, in: $0) }
                guard shift != nil else { throw ShiftStore.offDuty }
                return try streams.response(about: Self.topic, to: request) {
                    try CallPop(calls: try await waiting(for: officer)).event
                }
            },
            .post(HotlinePath.shift, .may(.answerCalls), journal: "hotline.shift_changed", "上班、小休") {
                try await shift($0, $1)
            },
            .post(HotlinePath.shiftEnd, .may(.answerCalls), journal: "hotline.shift_changed", "下班") {
                request, officer in
                try await change(request, officer, "下班") { tx in
                    try ShiftStore.end(of: officer.account.id, at: request.now, in: tx)
                }
                return .redirect(to: HotlinePath.desk)
            },
        ]
    }

    /// What rings at the agent's line, or is talked about, or rings where nobody is on duty.
    private func waiting(for officer: OfficerContext) async throws -> [Call] {
        let organs = officer.account.organs(for: .answerCalls).sorted()
        return try await database.read { try CallStore.open(at: organs, in: $0) }
            .filter { $0.agent == nil || $0.agent?.id == officer.account.id }
    }

    private func shift(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        let (agent, now) = (
            Call.Agent(id: officer.account.id, name: officer.account.displayName), request.now
        )
        if let state = form["state"].flatMap(Shift.State.init) {
            try await change(request, officer, state.chinese) {
                try ShiftStore.set(state, of: agent.id, in: $0)
            }
            return .redirect(to: HotlinePath.desk)
        }
        guard let organ = officer.account.organs(for: .answerCalls).min() else { throw ShiftStore.offDuty }
        let line = form["line"] ?? ""
        do {
            try await change(request, officer, "上班，分机 \(line)") { tx in
                try tx.exclude("hotline.shift")
                let others = try ShiftStore.onDuty(of: [organ], in: tx)
                let shift = try Shift.start(
                    id: tx.ids.next(), organ: organ, agent: agent, line: line, beside: others, at: now)
                try ShiftStore.insert(shift, in: tx)
            }
            return .redirect(to: HotlinePath.desk)
        } catch DomainError.invalid(let errors) {
            return .page(
                try await page(request, officer, errors: errors, line: line), status: .unprocessableContent)
        }
    }

    private func change(
        _ request: WebRequest, _ officer: OfficerContext, _ what: String,
        _ work: @escaping @Sendable (Transaction) throws -> Void
    ) async throws {
        let (actor, now) = (officer.actor(request), request.now)
        try await database.write { tx in
            try work(tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "hotline.shift_changed",
                    subject: "agent:\(actor.accountID)",
                    sentence: "\(actor.name)在热线\(what)。"), in: tx)
            try tx.announce(Self.topic)
        }
    }

    private func page(
        _ request: WebRequest, _ officer: OfficerContext, errors: [FieldError] = [], line: String = ""
    ) async throws -> Page {
        let after = request.query("after")
        let (shift, calls) = try await database.read { tx in
            (
                try ShiftStore.shift(of: officer.account.id, in: tx),
                try CallStore.calls(of: officer.account.id, after: after, in: tx)
            )
        }
        return AgentPage(
            shift: shift, open: try await waiting(for: officer), calls: calls.items, errors: errors,
            line: line, pager: Pager(next: calls.next, of: request), token: request.csrf
        ).page
    }
}
