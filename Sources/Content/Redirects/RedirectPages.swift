import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Where the addresses of earlier systems are led to their places here.
struct RedirectPages: Sendable {
    let redirects: Redirects

    var routes: [Route] {
        [
            .get(ContentPath.redirects, .may(.tendSites), "旧网址") { request, _ in try await show(request) },
            .post(ContentPath.redirects, .may(.tendSites), journal: "redirect.made", "添加旧网址") {
                request, officer in
                let form = try await request.form()
                do {
                    try await redirects.make(
                        source: form["source"] ?? "", target: form["target"] ?? "",
                        by: officer.actor(request),
                        at: request.now)
                    return .redirect(to: ContentPath.redirects)
                } catch DomainError.invalid(let errors) {
                    return try await show(request, form: form, errors: errors)
                }
            },
            .post(
                ContentPath.redirectRemoval("{id}"), .may(.tendSites), journal: "redirect.removed", "删除旧网址"
            ) { request, officer in
                try await redirects.remove(
                    try request.id("没有这条旧网址，可能已经删除。"), by: officer.actor(request), at: request.now)
                return .redirect(to: ContentPath.redirects)
            },
        ]
    }

    private func show(
        _ request: WebRequest, form: FormData = FormData([]), errors: [FieldError] = []
    ) async throws -> WebResponse {
        let list = try await redirects.database.read { [after = request.query("after")] in
            try RedirectStore.page(after: after, in: $0)
        }
        let page = RedirectPage(
            redirects: list.items, pager: Pager(next: list.next, of: request), form: form, errors: errors,
            token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}

/// The list of old addresses, and the form for another one.
struct RedirectPage {
    let redirects: [Redirect]
    let pager: Pager
    let form: FormData
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        Page(
            "旧网址", crumbs: [Link("工作台", "/desk"), Link("站点和栏目", ContentPath.sites), Link("旧网址", nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)<h1>旧网址</h1>
                <p class="quiet-words">从前的网址、别处收藏的链接，会永久转到这里写的页面（301）。本平台上还在的页面不受影响。</p>
                \(Form(action: ContentPath.redirects, token: token, fields: fields, submit: "添加").html)
                <h2>已有的旧网址</h2>
                \(redirects.isEmpty ? EmptyState("还没有旧网址").html : table)\(pager.html)
                """)
    }

    private var fields: [Field] {
        [
            Field(
                "source", "旧网址", hint: "整个网址或路径，例如 /zwgk/art_1234.html；靠问号后面的编号区分的，连问号一起写。",
                value: form["source"] ?? "", error: errors["source"]),
            Field("target", "转到", hint: "本网站的网址或路径。", value: form["target"] ?? "", error: errors["target"]),
        ]
    }

    private var table: HTML {
        Table(
            "已有的旧网址", columns: [.init("旧网址"), .init("转到"), .init("添加"), .init("操作")],
            rows: redirects.map { redirect in
                [
                    "<code>\(redirect.source)</code>",
                    "<a href=\"\(redirect.target)\">\(redirect.target)</a>",
                    "\(redirect.madeByName) \(redirect.madeAt.day.iso)",
                    PostButton(
                        "删除", action: ContentPath.redirectRemoval(String(redirect.id)), token: token
                    ).html,
                ]
            }
        ).html
    }
}
