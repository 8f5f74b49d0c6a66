import HTTPTypes
import Identity
import Refusals
import Services
import Web
import WorkingTime

/// Questions of a form: added, changed, moved, taken out.
struct QuestionRoutes: Sendable {
    let desk: FormDesk

    var routes: [Route] {
        [
            .post(
                FormDesignerPath.questions("{page}", of: "{slug}"), .may(.designForms),
                journal: "item.edited",
                "加一个问题"
            ) { try await add($0, $1) },
            .get(FormDesignerPath.question("{name}", of: "{slug}"), .may(.designForms), "表单的问题") {
                .page(try await page($0, $1))
            },
            .post(
                FormDesignerPath.question("{name}", of: "{slug}"), .may(.designForms), journal: "item.edited",
                "修改问题"
            ) { try await save($0, $1) },
            arrangement(FormDesignerPath.place("{name}", of: "{slug}"), "移动问题") { form, name, design in
                try design.move(name, form.way)
            },
            arrangement(FormDesignerPath.removal("{name}", of: "{slug}"), "删除问题") { _, name, design in
                try design.remove(name)
            },
        ]
    }

    private func arrangement(
        _ path: String, _ title: String,
        _ change: @escaping @Sendable (FormData, String, inout FormDesign) throws -> Void
    ) -> Route {
        .post(path, .may(.designForms), journal: "item.edited", title) { request, officer in
            let name = try request.parameter("name")
            return try await desk.change(request, officer) { try change($0, name, &$1) }
        }
    }

    /// A new question opens at once, because its words and kind are only the beginning.
    private func add(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let page = try request.parameter("page")
        let before = Set(try await desk.subject(try request.parameter("slug")).item.fields.map(\.name))
        let response = try await desk.change(request, officer) { form, design in
            guard let kind = form["kind"].flatMap(FieldKind.init) else {
                throw DomainError.invalid("kind", "请选择怎么答。")
            }
            _ = try design.add(form["label"] ?? "", kind, to: page)
        }
        guard response.status == .seeOther else { return response }
        let item = try await desk.subject(try request.parameter("slug")).item
        guard let added = item.fields.first(where: { !before.contains($0.name) }) else { return response }
        return .redirect(to: FormDesignerPath.question(added.name, of: item.slug))
    }

    private func save(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (slug, name) = (try request.parameter("slug"), try request.parameter("name"))
        let form = try await request.form()
        let licences = try await desk.licences(on: request.now.day)
        do {
            try await desk.edit(request, officer, form) { design in
                let before = try design.question(name)
                try design.replace(
                    QuestionEntry(form: form, licences: licences).field(before, among: design.fields))
            }
        } catch DomainError.invalid(let errors) {
            return .page(try await page(request, officer, form, errors), status: .unprocessableContent)
        }
        // A question that still cannot be answered, or got another kind, stays open.
        let subject = try await desk.subject(slug)
        let field = try FormDesign(subject.item.pages).question(name)
        let isDone = form["kind"] == form["kind_before"] && subject.findings(of: field).isEmpty
        return .redirect(
            to: isDone ? FormDesignerPath.form(slug) : FormDesignerPath.question(name, of: slug))
    }

    private func page(
        _ request: WebRequest, _ officer: OfficerContext, _ entered: FormData? = nil,
        _ errors: [FieldError] = []
    ) async throws -> Page {
        let subject = try await desk.subject(try request.parameter("slug"))
        var field = try FormDesign(subject.item.pages).question(try request.parameter("name"))
        // What was refused belongs to the kind that was chosen, and is shown with its fields.
        if let kind = entered?["kind"].flatMap(FieldKind.init) { field.kind = kind }
        let mayEdit = try await desk.editor(officer, request).reaches(subject.item.organ)
        guard mayEdit, subject.isWritable else {
            throw DomainError.conflict("这张表单现在不能修改，请先在表单页上开始修改。")
        }
        return QuestionPage(
            field: field, subject: subject, licences: try await desk.licences(on: request.now.day),
            entered: entered, errors: errors, token: request.csrf
        ).page
    }
}
