import HTTPTypes
import Identity
import Journal
import NIOCore
import Refusals
import Storage
import Web
import WorkingTime

/// Where a takeover begins: the two kinds, their files, and those that were begun.
struct StartPages: Sendable {
    let takeovers: Takeovers

    var routes: [Route] {
        [
            .get(TakeoverPath.takeovers, .may(.readTakeovers), "旧系统迁入") { request, officer in
                let records = try await takeovers.newest(after: request.query("after"))
                let pager = Pager(next: records.next, of: request)
                return .page(
                    TakeoverListPage(
                        records: records.items, pager: pager, mayPrepare: officer.may(.prepareTakeovers)
                    ).page)
            },
            .get(TakeoverPath.staff, .may(.prepareTakeovers), "迁入部门和用户") { request, _ in
                .page(StartPage(kind: .staff, system: "", errors: [], token: request.csrf).page)
            },
            .post(
                TakeoverPath.staff, .may(.prepareTakeovers), journal: "takeover.received", "读入部门和用户"
            ) { try await receive(.staff, $0, $1) },
            .get(TakeoverPath.cases, .may(.prepareTakeovers), "迁入办件") { request, _ in
                .page(StartPage(kind: .cases, system: "", errors: [], token: request.csrf).page)
            },
            .post(
                TakeoverPath.cases, .may(.prepareTakeovers), journal: "takeover.received", "读入办件"
            ) { try await receive(.cases, $0, $1) },
            .get(TakeoverPath.template, .may(.prepareTakeovers), "下载办件模板") { _, _ in
                .file(
                    Array(MatterColumn.template.utf8), name: "办件迁入模板.csv",
                    contentType: "text/csv; charset=utf-8")
            },
        ]
    }

    private func receive(
        _ kind: TakeoverRecord.Kind, _ request: WebRequest, _ officer: OfficerContext
    ) async throws -> WebResponse {
        var upload = Upload()
        do {
            let id = String(
                try await takeovers.receive(
                    kind, &upload, of: request, by: officer.actor(request)
                ).id)
            return .redirect(to: kind == .staff ? TakeoverPath.plan(id) : TakeoverPath.takeover(id))
        } catch DomainError.invalid(let errors) {
            let page = StartPage(kind: kind, system: upload.system, errors: errors, token: request.csrf)
            return .page(page.page, status: .unprocessableContent)
        }
    }
}
