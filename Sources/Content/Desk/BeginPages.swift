import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Where an edition begins: a new document of a column, or a document that is out and is to be changed.
struct BeginPages: Sendable {
    let editions: Editions

    var routes: [Route] {
        [
            .get(ContentPath.begin("{id}"), .may(.writeContent), "写一篇") { request, officer in
                try await show(request, officer)
            },
            .post(ContentPath.begin("{id}"), .may(.writeContent), journal: "edition.begun", "起草稿件") {
                try await begin($0, $1)
            },
            .post(
                ContentPath.document("{id}", act: "revision"), .may(.writeContent), journal: "edition.begun",
                "修改内容"
            ) {
                request, officer in
                let id = try request.id("没有这篇内容，可能已经撤下。")
                let edition = try await editions.revise(id, by: Seat(officer, request), at: request.now)
                return .redirect(to: ContentPath.edition(String(edition)))
            },
            .post(
                ContentPath.document("{id}", act: "withdrawal"), .may(.publishContent),
                journal: "document.taken_off", "撤下内容"
            ) { request, officer in
                let (id, form) = (try request.id("没有这篇内容，可能已经撤下。"), try await request.form())
                try await editions.takeOff(
                    id, reason: form["reason"] ?? "", by: Seat(officer, request), at: request.now)
                return .redirect(to: ContentPath.desk)
            },
        ]
    }

    private func begin(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form) = (try request.id("没有这个栏目。"), try await request.form())
        let (entry, seat) = (ManuscriptForm(form), Seat(officer, request))
        do {
            let column = try await editions.database.read { try SiteStore.column(id, in: $0) }
            let edition = try await editions.begin(
                in: id, try entry.manuscript(column.kind), circle: try await circle(form, of: id), by: seat,
                at: request.now)
            return .redirect(to: ContentPath.edition(String(edition)))
        } catch DomainError.invalid(let errors) {
            return try await show(request, officer, entry: entry, errors: errors)
        }
    }

    /// Who alone may see it: colleagues of the column that were ticked, nobody from outside.
    private func circle(_ form: FormData, of column: Int64) async throws -> [Int64]? {
        guard form["access"] == "limited" else { return nil }
        let ticked = Set(form.all("circle").compactMap { Int64($0) })
        let holders = try await editions.database.read { try SiteStore.holders(of: column, in: $0) }
        return Array(Set(holders.map(\.accountID)).intersection(ticked))
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entry: ManuscriptForm? = nil,
        errors: [FieldError] = []
    ) async throws -> WebResponse {
        let (id, seat) = (try request.id("没有这个栏目。"), Seat(officer, request))
        let (column, site, holders) = try await editions.database.read { tx in
            let column = try SiteStore.column(id, in: tx)
            guard try SiteStore.roles(of: seat.actor.accountID, in: id, tx).contains(.editor) else {
                throw DomainError.notFound("没有这个栏目，或者您不是它的编辑。")
            }
            return (column, try SiteStore.site(column.siteID, in: tx), try SiteStore.holders(of: id, in: tx))
        }
        let organ = try await editions.directory.organ(site.organ)
        let start = ManuscriptForm(.empty(column.kind, source: organ?.name ?? ""))
        let choices = ManuscriptForm.Choices(
            themes: editions.themes, organs: try await editions.directory.organs())
        let page = BeginPage(
            column: column, site: site, holders: holders.filter { $0.accountID != seat.actor.accountID },
            form: entry ?? start, choices: choices, errors: errors, token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}

/// The form a document begins with.
struct BeginPage {
    let column: Column
    let site: ContentSite
    let holders: [ColumnPost]
    let form: ManuscriptForm
    let choices: ManuscriptForm.Choices
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        Page(
            "写一篇\(column.kind.chinese)",
            crumbs: [
                Link("工作台", "/desk"), Link("内容管理", ContentPath.desk),
                Link(column.name, ContentPath.deskColumn(String(column.id))), Link("写一篇", nil),
            ], width: .wide, area: .desk, scripts: ["editor.js"],
            body: """
                \(ErrorSummary(errors).html)
                <h1>写一篇\(column.kind.chinese)</h1><p class="quiet-words">\(site.name) · \(column.name)</p>
                <div class="manuscript" data-preview="\(ContentPath.beginPreview(String(column.id)))">\(Form(
                    action: ContentPath.begin(String(column.id)), token: token,
                    fields: form.fields(column.kind, choices, errors) + access, submit: "保存稿件",
                    secondary: PreviewButton(ContentPath.beginPreview(String(column.id))).html).html)</div>
                """)
    }

    private var access: [Field] {
        let names = holders.reduce(into: [Int64: String]()) { names, post in
            names[post.accountID, default: post.name] += "，\(post.role.chinese)"
        }
        let colleagues = names.sorted { $0.key < $1.key }.map { Field.Option(String($0.key), $0.value) }
        return [
            Field(
                "access", "发布以前谁能看到", .choice, isRequired: false, value: "column",
                options: [.init("column", "本栏目的编辑、审核和发布人员"), .init("limited", "只有我和下面选的人")]),
            Field(
                "circle", "限定可见的同事", .choices, hint: "选了「只有我和下面选的人」才有用；至少要有一位审核和一位发布人员，否则没有人能往下办。",
                isRequired: false, options: colleagues),
        ]
    }
}
