import HTTPTypes
import Identity
import Refusals
import Services
import Web

/// Where an item is begun that is not offered yet.
struct NewItemPages: Sendable {
    let desk: ItemDesk

    var routes: [Route] {
        [
            .get(ItemLibraryPath.new, .may(.editItems), "新增事项") { request, officer in
                .page(try await page(request, officer))
            },
            .post(ItemLibraryPath.new, .may(.editItems), journal: "item.drafted", "新增事项") {
                try await begin($0, $1)
            },
        ]
    }

    private func page(
        _ request: WebRequest, _ officer: OfficerContext, _ form: FormData = FormData([]),
        _ errors: [FieldError] = []
    ) async throws -> Page {
        let editor = try await desk.editor(officer, with: .editItems, request)
        let organs = try await desk.choices().organs.filter { editor.reaches($0.value) }
        let fields = [
            Field("name", "事项名称", value: form["name"] ?? "", error: errors["name"]),
            Field(
                "slug", "事项代号", hint: "用在网址里，公布以后不能改，例如 food-business-licence。",
                value: form["slug"] ?? "", error: errors["slug"], autocomplete: "off"),
            Field(
                "organ", "实施主体", .choice, value: form["organ"] ?? "", options: organs,
                error: errors["organ"]),
        ]
        return Page(
            "新增事项", crumbs: [Link("工作台", "/desk"), Link("事项库", ItemLibraryPath.items), Link("新增事项", nil)],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>新增事项</h1>
                <p class="lead">先写名称，其他内容在草稿里分组填写。审核通过才公布。</p>
                \(Form(action: ItemLibraryPath.new, token: request.csrf, fields: fields, submit: "开始起草").html)
                """)
    }

    private func begin(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        let editor = try await desk.editor(officer, with: .editItems, request)
        do {
            let position = (desk.library.catalogue.services.last?.item.position ?? 0) + 1
            let item = ServiceItem.blank(
                slug: form["slug"] ?? "", name: try form.required("name", "请写明事项名称。"),
                organ: try form.required("organ", "请选择实施主体。"), position: position)
            let id = try await desk.drafts.begin(new: item, by: editor, at: request.now)
            return .redirect(to: ItemLibraryPath.draft(String(id)))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await page(request, officer, form, errors), status: .unprocessableContent)
        }
    }
}
