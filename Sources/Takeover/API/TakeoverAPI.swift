import Foundation
import HTTPTypes
import Identity
import Journal
import Modules
import Refusals
import Storage
import Web

/// Takeovers for programs: handed in and tried, read line by line, asked for, decided and undone, by the same rules and
/// the same two administrators as on the pages.
struct TakeoverAPI: Sendable {
    let takeovers: Takeovers

    private typealias Rule = @Sendable (inout TakeoverRecord, Actor, Transaction) throws -> Void

    var routes: [Route] {
        [
            .get(TakeoverPath.api, .may(.readTakeovers), "旧系统迁入列表", api: Self.listing) { request, _ in
                let records = try await takeovers.newest(after: request.query("after"))
                return try .json(ListDocument(records) { TakeoverDocument($0) })
            },
            .post(
                TakeoverPath.api, .may(.prepareTakeovers), journal: "takeover.received", "迁入并试运行",
                api: Self.receiving
            ) { try await receive($0, $1) },
            .get("\(TakeoverPath.api)/{id}", .may(.readTakeovers), "迁入情况", api: Self.reading) { request, _ in
                try await document(request.takeoverID)
            },
            .get("\(TakeoverPath.api)/{id}/lines", .may(.readTakeovers), "迁入报告", api: Self.lines) {
                request, _ in try await lines(request)
            },
            change("trial", .prepareTakeovers, "takeover.trial_requested", "试运行") { record, _, _ in
                try record.look()
            },
            change("request", .prepareTakeovers, "takeover.requested", "提交") { record, actor, tx in
                let counts = try LineStore.counts(of: record.id, in: tx)
                try record.ask(taking: counts[.new] ?? 0, by: actor)
            },
            .post(
                act("approval"), .may(.decideTakeovers), journal: "takeover.approved", "审定迁入",
                api: Self.changing("approval")
            ) { try await approve($0, $1) },
            .post(
                act("refusal"), .may(.decideTakeovers), journal: "takeover.refused", "退回迁入",
                api: Self.changing("refusal", body: .json(.object([.init("remark", .words(1...500))])))
            ) { try await refuse($0, $1) },
            change("undoing", .prepareTakeovers, "takeover.undo_requested", "撤销") { record, _, tx in
                try record.undo(obstacles: takeovers.obstacles(to: record, in: tx))
            },
        ]
    }

    private func act(_ what: String) -> String { "\(TakeoverPath.api)/{id}/\(what)" }

    private func change(
        _ what: String, _ power: Power, _ action: String, _ word: String, _ rule: @escaping Rule
    ) -> Route {
        .post(act(what), .may(power), journal: action, "\(word)迁入", api: Self.changing(what)) {
            request, officer in
            let (id, actor) = (try request.takeoverID, officer.actor(request))
            try await takeovers.change(
                id, action, word, by: actor, at: request.now,
                once: officer.account.once(request, "POST \(what)", String(id))
            ) { try rule(&$0, actor, $1) }
            return try await document(id, status: .created)
        }
    }

    private func receive(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        guard let kind = request.query("kind").flatMap({ TakeoverRecord.Kind(rawValue: $0) }) else {
            throw DomainError.invalid("kind", "请写明迁入什么：staff 部门和用户，cases 办件。")
        }
        let system = request.query("system") ?? ""
        guard request.header("Content-Type")?.lowercased().hasPrefix("multipart/form-data") == true else {
            throw DomainError.invalid("files", "请用 multipart/form-data 在 files 字段里上传文件。")
        }
        var upload = Upload(system: system.trimmingBlanks)
        let record = try await takeovers.receive(
            kind, &upload, of: request, by: officer.actor(request),
            once: officer.account.once(request, "POST \(TakeoverPath.api)", [kind.rawValue, system]))
        return try await document(record.id, status: .created)
            .header("Location", "\(TakeoverPath.api)/\(record.id)")
    }

    private func approve(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let id = try request.takeoverID
        try await takeovers.approve(
            id, by: officer.actor(request), at: request.now,
            once: officer.account.once(request, "POST approval", String(id)))
        return try await document(id, status: .created)
    }

    private func refuse(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, actor) = (try request.takeoverID, officer.actor(request))
        let input = try await request.json(Refusal.self)
        try await takeovers.change(
            id, "takeover.refused", "退回", by: actor, at: request.now,
            once: officer.account.once(request, "POST refusal", ["\(id)", input.remark])
        ) { record, _ in try record.refuse(remark: input.remark, by: actor) }
        return try await document(id, status: .created)
    }

    private struct Refusal: Decodable, Sendable { let remark: String }

    private func lines(_ request: WebRequest) async throws -> WebResponse {
        let asked = request.query("verdict") ?? ""
        let verdict = TakeoverLine.Verdict(rawValue: asked)
        guard asked.isEmpty || verdict != nil else {
            throw DomainError.invalid("verdict", "没有这种结果。")
        }
        let view = try await takeovers.view(
            request.takeoverID, verdict, after: request.query("after"))
        return try .json(ListDocument(view.lines, TakeoverLineDocument.init))
    }

    private func document(_ id: Int64, status: HTTPResponse.Status = .ok) async throws -> WebResponse {
        let view = try await takeovers.view(id, nil, after: nil)
        return try .json(TakeoverDocument(view.record, counts: view.counts), status: status)
    }
}
