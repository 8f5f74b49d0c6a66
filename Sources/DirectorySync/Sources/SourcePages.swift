import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Web
import WorkingTime

/// The registry of directories on the desk.
struct SourcePages: Sendable {
    let sources: DirectorySources
    let directory: Directory

    var routes: [Route] {
        [
            .get(SourcePath.sources, .may(.readDirectories), "目录来源") { request, officer in
                try await list(request, officer)
            },
            .get(SourcePath.source("{id}"), .may(.readDirectories), "目录来源") {
                request, officer in try await show(request, officer)
            },
            .post(SourcePath.sources, .may(.askDirectories), journal: "directory.source_drafted", "登记目录来源") {
                request, officer in try await draft(request, officer)
            },
            .post(
                SourcePath.settling("{id}", "token"), .may(.askDirectories).fresh,
                journal: "directory.token_issued",
                "领取目录来源的令牌"
            ) { request, officer in try await issue(request, officer) },
            .post(
                SourcePath.post("{id}", "{group}"), .may(.askDirectories), journal: "directory.group_mapped",
                "设定组对应的岗位"
            ) { request, officer in try await map(request, officer) },
        ] + settling
    }

    private var settling: [Route] {
        [
            .post(
                SourcePath.settling("{id}", "approval"), .may(.decideDirectories).fresh,
                journal: "directory.source_approved", "批准目录来源"
            ) { request, officer in
                try await settle(request, officer, "directory.source_approved", "批准了") { source, _, actor in
                    try source.approve(by: actor, at: request.now)
                }
            },
            .post(
                SourcePath.settling("{id}", "refusal"), .may(.decideDirectories),
                journal: "directory.source_refused",
                "不同意目录来源"
            ) { request, officer in
                try await settle(request, officer, "directory.source_refused", "未同意") { source, form, actor in
                    try source.refuse(remark: form["remark"] ?? "", by: actor, at: request.now)
                }
            },
            .post(
                SourcePath.settling("{id}", "revocation"), .may(.askDirectories, .decideDirectories),
                journal: "directory.source_revoked", "停用目录来源"
            ) { request, officer in
                try await settle(request, officer, "directory.source_revoked", "停用了") { source, _, actor in
                    try source.revoke(by: actor, at: request.now)
                }
            },
        ]
    }

    private func list(
        _ request: WebRequest, _ officer: OfficerContext, entry: SourceEntry = .empty,
        errors: [FieldError] = []
    ) async throws -> WebResponse {
        let page = SourceListPage(
            sources: try await sources.all(), entry: entry, errors: errors, officer: officer,
            now: request.now, token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    func show(
        _ request: WebRequest, _ officer: OfficerContext, refusal: Sentence? = nil,
        secret: SourceToken? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> WebResponse {
        let (source, groups) = try await sources.source(request.id("没有这个目录来源，可能链接不完整。"))
        let page = SourcePage(
            source: source, groups: groups, organs: try await directory.organs(), refusal: refusal,
            secret: secret, officer: officer, now: request.now, token: request.csrf)
        return .page(page.page, status: status)
    }

    private func draft(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let entry = SourceEntry(try await request.form())
        do {
            let id = try await sources.draft(
                entry.name, purpose: entry.purpose, lifeDays: Int(entry.days), by: officer.actor(request),
                at: request.now)
            return .redirect(to: SourcePath.source(String(id)))
        } catch DomainError.invalid(let errors) {
            return try await list(request, officer, entry: entry, errors: errors)
        }
    }

    /// The token stands on this page and nowhere else.
    private func issue(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let token = SourceToken.random()
        return try await refusing(request, officer) { id in
            let (actor, now) = (officer.actor(request), request.now)
            try await sources.change(id, "directory.token_issued", "领取了令牌：", by: actor, at: now) {
                try $0.issueToken(hash: token.hash, by: actor, at: now)
            }
            return try await show(request, officer, secret: token)
        }
    }

    private func map(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        let (organ, role) = (form["organ"] ?? "", form["role"] ?? "")
        return try await refusing(request, officer) { id in
            guard let group = Int64(try request.parameter("group")) else {
                throw DomainError.notFound("没有这个组，可能已被目录移除。")
            }
            let post = Role(rawValue: role).map { Post(organ: organ, role: $0) }
            try await sources.map(group, of: id, to: post, by: officer.actor(request), at: request.now)
            return .redirect(to: SourcePath.source(String(id)))
        }
    }

    private func settle(
        _ request: WebRequest, _ officer: OfficerContext, _ action: String, _ word: String,
        _ rule: @escaping @Sendable (inout DirectorySource, FormData, Actor) throws -> Void
    ) async throws -> WebResponse {
        let form = try await request.form()
        return try await refusing(request, officer) { id in
            let actor = officer.actor(request)
            try await sources.change(id, action, word, by: actor, at: request.now) {
                try rule(&$0, form, actor)
            }
            return .redirect(to: SourcePath.source(String(id)))
        }
    }
}
