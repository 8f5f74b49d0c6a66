import BusinessProcess
import Cases
import DecisionModel
import HTTPTypes
import Identity
import Journal
import Refusals
import Web
import WorkingTime

/// One decision table: seen, edited, published by a second person, retired, taken along as a file.
struct DecisionPages: Sendable {
    let tables: DecisionTables

    var routes: [Route] {
        [
            .get(DecisionPath.template, .may(.readDecisions), "判定表") { request, officer in
                try await show(try await version(request), request, officer)
            },
            .post(
                "\(DecisionPath.template)/versions", .may(.editDecisions), journal: "decision.drafted",
                "新建判定表版本"
            ) { request, officer in
                let id = try request.parameter("id")
                try await tables.renew(id, by: officer.actor(request), at: request.now)
                return .redirect(to: DecisionPath.table(id))
            },
            .post(DecisionPath.versionTemplate, .may(.editDecisions), journal: "decision.edited", "修改判定表") {
                request, officer in try await edit(request, officer)
            },
            .post(
                "\(DecisionPath.versionTemplate)/publication", .may(.approveDecisions),
                journal: "decision.published",
                "公布判定表"
            ) { request, officer in
                let surroundings = try await tables.surroundings(at: request.now)
                return try await change(request, officer, "decision.published") {
                    try $0.publish(by: $1, at: $2, surroundings)
                }
            },
            .post(
                "\(DecisionPath.versionTemplate)/retirement", .may(.approveDecisions),
                journal: "decision.retired",
                "停用判定表"
            ) { request, officer in
                try await change(request, officer, "decision.retired") { try $0.retire(by: $1, at: $2) }
            },
            .get("\(DecisionPath.versionTemplate)/file", .may(.readDecisions), "导出判定表") { request, _ in
                let version = try await version(request)
                return .file(
                    Array(version.table.dmn.utf8), name: "\(version.table.name) 第\(version.version)版.dmn",
                    contentType: "application/xml")
            },
        ]
    }

    private func show(
        _ version: DecisionVersion, _ request: WebRequest, _ officer: OfficerContext,
        sheet: DecisionSheet? = nil, errors: [FieldError] = [], refusal: Sentence? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> WebResponse {
        let page = DecisionPage(
            version: version, surroundings: try await tables.surroundings(at: request.now),
            versions: try await tables.versions(of: version.table.id),
            sheet: sheet ?? DecisionSheet(version.table), officer: officer, errors: errors,
            refusal: refusal, isSaved: request.query("done") != nil, token: request.csrf)
        return .page(page.page, status: status)
    }

    private func edit(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (form, before) = (try await request.form(), try await version(request))
        var sheet = DecisionSheet(form, before: before.table)
        sheet.apply(SheetChange(form["do"]))
        let seen = form["revision"].flatMap { Int($0) } ?? 0
        let (actor, now) = (officer.actor(request), request.now)
        do {
            let table = try sheet.read()
            try await tables.change(
                before.table.id, version: before.version, "decision.edited", by: actor, at: now
            ) { try $0.edit(table, seen: seen, by: actor, at: now) }
        } catch DomainError.invalid(let errors) {
            return try await show(
                before, request, officer, sheet: sheet, errors: errors, status: .unprocessableContent)
        }
        return .redirect(to: "\(DecisionPath.page(of: before))&done=saved")
    }

    /// What stands in the way is said on the page.
    private func change(
        _ request: WebRequest, _ officer: OfficerContext, _ action: String,
        _ rule: @escaping @Sendable (inout DecisionVersion, Actor, Instant) throws -> Void
    ) async throws -> WebResponse {
        let version = try await version(request)
        let (actor, now) = (officer.actor(request), request.now)
        do {
            try await tables.change(version.table.id, version: version.version, action, by: actor, at: now) {
                try rule(&$0, actor, now)
            }
        } catch DomainError.conflict(let sentence) {
            return try await show(version, request, officer, refusal: sentence, status: .conflict)
        }
        return .redirect(to: DecisionPath.page(of: version))
    }

    /// The version named in the path or the query; the newest where none is.
    private func version(_ request: WebRequest) async throws -> DecisionVersion {
        let versions = try await tables.versions(of: try request.parameter("id"))
        guard let text = (try? request.parameter("version")) ?? request.query("version") else {
            return versions[0]
        }
        guard let version = versions.first(where: { String($0.version) == text }) else {
            throw DomainError.notFound("没有第 \(text) 版判定表。")
        }
        return version
    }
}
