import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Where sites are made, get columns, and people get their places in them.
struct SiteDeskPages: Sendable {
    let sites: Sites
    let directory: Directory

    private static let missing: Sentence = "没有这个站点。"

    var routes: [Route] {
        [
            .get(ContentPath.sites, .may(.tendSites), "站点和栏目") { request, _ in try await list(request) },
            .post(ContentPath.sites, .may(.tendSites), journal: "site.created", "建立站点") {
                try await make($0, $1)
            },
            .get(ContentPath.deskSite("{id}"), .may(.tendSites), "站点") { request, _ in
                try await show(request)
            },
            .post(ContentPath.columns(of: "{id}"), .may(.tendSites), journal: "column.created", "增加栏目") {
                request, officer in
                try await change(request) { id, form in
                    try await sites.add(
                        try ColumnDraft(form), to: id, by: officer.actor(request), at: request.now)
                }
            },
            .post(ContentPath.posts(of: "{id}"), .may(.tendSites), journal: "column.post_changed", "安排栏目岗位") {
                request, officer in
                try await change(request) { id, form in
                    try await place(id, form, officer.actor(request).accountID, officer, request)
                }
            },
        ]
    }

    private func list(
        _ request: WebRequest, form: FormData = FormData([]), errors: [FieldError] = []
    ) async throws -> WebResponse {
        let known = try await sites.database.read { try SiteStore.sites(in: $0) }
        let page = SiteListPage(
            sites: known, organs: try await directory.organs(), form: form, errors: errors,
            token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func make(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        do {
            let draft = try SiteDraft(form)
            guard try await directory.organ(draft.organ) != nil else {
                throw DomainError.invalid("organ", "请选择主办单位。")
            }
            let id = try await sites.make(draft, by: officer.actor(request), at: request.now)
            return .redirect(to: ContentPath.deskSite(String(id)))
        } catch DomainError.invalid(let errors) {
            return try await list(request, form: form, errors: errors)
        }
    }

    private func show(
        _ request: WebRequest, form: FormData = FormData([]), errors: [FieldError] = []
    ) async throws -> WebResponse {
        let id = try request.id(Self.missing)
        let page = try await sites.database.read { tx in
            DeskSitePage(
                site: try SiteStore.site(id, in: tx), columns: try SiteStore.columns(of: id, in: tx),
                holders: try SiteStore.holders(ofSite: id, in: tx), form: form, errors: errors,
                token: request.csrf)
        }
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func change(
        _ request: WebRequest, _ perform: (Int64, FormData) async throws -> Void
    ) async throws -> WebResponse {
        let (id, form) = (try request.id(Self.missing), try await request.form())
        do {
            try await perform(id, form)
            return .redirect(to: ContentPath.deskSite(String(id)))
        } catch DomainError.invalid(let errors) {
            return try await show(request, form: form, errors: errors)
        }
    }

    private func place(
        _ site: Int64, _ form: FormData, _ account: Int64, _ officer: OfficerContext, _ request: WebRequest
    ) async throws {
        let roles: [Role] = [.editor, .reviewer, .publisher]
        guard let role = form["role"].flatMap(Role.init(rawValue:)), roles.contains(role) else {
            throw DomainError.invalid("role", "请选择岗位。")
        }
        let columns = try await sites.database.read { try SiteStore.columns(of: site, in: $0) }
        let chosen = columns.filter { form["column"] == "all" || form["column"] == String($0.id) }
        guard !chosen.isEmpty else { throw DomainError.invalid("column", "请选择栏目。") }
        let login = try form.required("account", "请写同事的登录名。")
        for column in chosen {
            try await sites.post(
                login, as: role, in: column.id, isGiven: form["act"] != "take", by: officer.actor(request),
                at: request.now)
        }
    }
}

extension SiteDraft {
    /// - Throws: `invalid` for choices that were not made.
    init(_ form: FormData) throws {
        guard let template = form["template"].flatMap(SiteTemplate.init(rawValue:)) else {
            throw DomainError.invalid("template", "请选择模板。")
        }
        let host = (form["host"] ?? "").lowercased()
        self.init(
            code: form["code"] ?? "", name: form["name"] ?? "", motto: form["motto"] ?? "",
            organ: form["organ"] ?? "",
            accent: form["accent"].flatMap(ContentSite.Accent.init(rawValue:)) ?? .blue,
            host: host.isEmpty ? nil : host, template: template)
    }
}

extension ColumnDraft {
    /// - Throws: `invalid` for choices that were not made.
    init(_ form: FormData) throws {
        guard let kind = form["kind"].flatMap(DocumentKind.init(rawValue:)) else {
            throw DomainError.invalid("kind", "请选择这个栏目发布什么。")
        }
        let days = form["update"] ?? ""
        guard days.isEmpty || Int(days) != nil else {
            throw DomainError.invalid("update", "更新周期请写天数，例如 14。")
        }
        self.init(
            code: form["code"] ?? "", name: form["name"] ?? "", intro: form["intro"] ?? "", kind: kind,
            updateDays: Int(days))
    }
}
