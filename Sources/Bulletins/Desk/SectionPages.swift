import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web

/// Where one section is written.
struct SectionPages: Sendable {
    let office: BulletinOffice

    var routes: [Route] {
        let path = BulletinPath.section("{period}", "{key}")
        return [
            .get(path, .may(.editBulletins), "修改监察通报的一部分") { request, _ in .page(try await show(request)) },
            .post(path, .may(.editBulletins), journal: "bulletin.edited", "修改监察通报的一部分") {
                try await edit($0, $1)
            },
        ]
    }

    private func edit(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (form, period) = (try await request.form(), try BulletinOffice.period(request))
        let (key, actor, now) = (try request.parameter("key"), officer.actor(request), request.now)
        let (text, seen) = (form["text"] ?? "", form.seen)
        do {
            try await office.database.write { tx in
                try office.change(period, "bulletin.edited", "修改", by: actor, at: now, in: tx) {
                    try $0.edit(key, text, seen: seen, by: actor)
                }
            }
            return .redirect(to: BulletinPath.edit(period.text))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, entered: form, errors: errors), status: .unprocessableContent)
        }
    }

    private func show(_ request: WebRequest, entered: FormData? = nil, errors: [FieldError] = []) async throws
        -> Page
    {
        let (period, key) = (try BulletinOffice.period(request), try request.parameter("key"))
        let one = try await office.database.read { try BulletinStore.bulletin(period, in: $0) }
        guard let section = one.sections.first(where: { $0.key == key }) else {
            throw DomainError.notFound("没有这一部分。")
        }
        let field = Field(
            "text", "这一部分的内容", .longText, hint: "写部门，不写个人的姓名和号码。", value: entered?["text"] ?? section.text,
            error: errors["text"])
        let seen = "<input type=\"hidden\" name=\"seen\" value=\"\(one.revision)\">" as HTML
        return Page(
            section.title,
            crumbs: [
                Link("工作台", "/desk"), Link(DeskListPage.title, BulletinPath.desk),
                Link(period.chinese, BulletinPath.edit(period.text)), Link(section.title, nil),
            ], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(section.title)</h1>
                \(Form(
                    action: BulletinPath.section(period.text, key), token: request.csrf, fields: [field], also: seen,
                    submit: "保存").html)
                <details class="more"><summary>自动写成的原文</summary><p>\(section.original)</p></details>
                """)
    }
}

extension FormData {
    /// The revision that whoever sends the form has read; no revision where it does not say.
    var seen: Int { self["seen"].flatMap { Int($0) } ?? -1 }
}
