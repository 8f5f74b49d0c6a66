import CSV
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// One takeover: its report, and what each of the two administrators does with it.
struct TakeoverPages: Sendable {
    let takeovers: Takeovers

    var routes: [Route] {
        [
            .get(TakeoverPath.takeover("{id}"), .may(.readTakeovers), "迁入情况") { try await show($0, $1) },
            .get(TakeoverPath.report("{id}"), .may(.readTakeovers), "下载迁入报告") { request, _ in
                try await report(request)
            },
            act("trial", .prepareTakeovers, "takeover.trial_requested", "试运行") { record, _, _ in
                try record.look()
            },
            act("request", .prepareTakeovers, "takeover.requested", "提交") { record, actor, tx in
                let counts = try LineStore.counts(of: record.id, in: tx)
                try record.ask(taking: counts[.new] ?? 0, by: actor)
            },
            .post(
                TakeoverPath.act("{id}", "approval"), .may(.decideTakeovers), journal: "takeover.approved",
                "审定迁入"
            ) { request, officer in
                try await tried(request, officer) {
                    try await takeovers.approve($0, by: officer.actor(request), at: request.now)
                }
            },
            .post(
                TakeoverPath.act("{id}", "refusal"), .may(.decideTakeovers), journal: "takeover.refused",
                "退回迁入"
            ) { request, officer in
                let remark = try await request.form()["remark"] ?? ""
                return try await change(request, officer, "takeover.refused", "退回") { record, actor, _ in
                    try record.refuse(remark: remark, by: actor)
                }
            },
            act("undoing", .prepareTakeovers, "takeover.undo_requested", "撤销") { record, _, tx in
                try record.undo(obstacles: takeovers.obstacles(to: record, in: tx))
            },
            .post(
                TakeoverPath.act("{id}", "resumption"), .may(.prepareTakeovers), journal: "takeover.resumed",
                "继续迁入"
            ) { request, officer in
                try await tried(request, officer) {
                    try await takeovers.resume($0, by: officer.actor(request), at: request.now)
                }
            },
        ]
    }

    private func act(
        _ what: String, _ power: Power, _ action: String, _ word: String,
        _ rule: @escaping @Sendable (inout TakeoverRecord, Actor, Transaction) throws -> Void
    ) -> Route {
        .post(TakeoverPath.act("{id}", what), .may(power), journal: action, "\(word)迁入") { request, officer in
            try await change(request, officer, action, word, rule)
        }
    }

    private func change(
        _ request: WebRequest, _ officer: OfficerContext, _ action: String, _ word: String,
        _ rule: @escaping @Sendable (inout TakeoverRecord, Actor, Transaction) throws -> Void
    ) async throws -> WebResponse {
        let (actor, now) = (officer.actor(request), request.now)
        return try await tried(request, officer) { id in
            try await takeovers.change(id, action, word, by: actor, at: now) { try rule(&$0, actor, $1) }
        }
    }

    /// What is refused is said on the page itself, where the report is.
    private func tried(
        _ request: WebRequest, _ officer: OfficerContext, _ change: (Int64) async throws -> Void
    ) async throws -> WebResponse {
        let id = try request.takeoverID
        do {
            try await change(id)
            return .redirect(to: TakeoverPath.takeover(String(id)))
        } catch DomainError.invalid(let errors) {
            return try await show(request, officer, errors: errors)
        } catch DomainError.conflict(let sentence) {
            return try await show(request, officer, refused: sentence)
        }
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, errors: [FieldError] = [], refused: Sentence? = nil
    ) async throws -> WebResponse {
        let verdict = request.query("verdict").flatMap { TakeoverLine.Verdict(rawValue: $0) }
        let view = try await takeovers.view(request.takeoverID, verdict, after: request.query("after"))
        let obstacles =
            refused == nil || view.record.state != .done
            ? [] : try await takeovers.database.read { try takeovers.obstacles(to: view.record, in: $0) }
        let page = TakeoverPage(
            view: view, verdict: verdict, obstacles: obstacles, refused: refused, errors: errors,
            officer: officer, request: request)
        let status: HTTPResponse.Status =
            refused != nil ? .conflict : errors.isEmpty ? .ok : .unprocessableContent
        return .page(page.page, status: status)
    }

    /// Line, reference, outcome and reason: nobody's numbers are in it.
    private func report(_ request: WebRequest) async throws -> WebResponse {
        let id = try request.takeoverID
        let record = try await takeovers.database.read { try TakeoverStore.find(id, in: $0) }
        return .file(
            pieces: ReportPieces(takeover: id, database: takeovers.database),
            name: "迁入报告-\(record.createdAt.day.iso).csv", contentType: "text/csv; charset=utf-8")
    }
}

extension WebRequest {
    /// The takeover in the path.
    var takeoverID: Int64 {
        get throws { try id("没有找到这次迁入，可能链接不完整。") }
    }
}
