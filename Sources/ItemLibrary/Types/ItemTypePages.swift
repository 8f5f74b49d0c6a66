import HTTPTypes
import Identity
import Journal
import Refusals
import Services
import Storage
import Web

/// The types of items: their codes and names.
struct ItemTypePages: Sendable {
    let desk: ItemDesk

    var routes: [Route] {
        [
            .get(ItemLibraryPath.types, .may(.editItemTypes), "事项类型") { request, _ in
                .page(try await page(request))
            },
            .post(ItemLibraryPath.types, .may(.editItemTypes), journal: "item_type.saved", "保存事项类型") {
                try await save($0, $1)
            },
        ]
    }

    private func page(
        _ request: WebRequest, _ form: FormData = FormData([]), _ errors: [FieldError] = []
    ) async throws -> Page {
        let types = try await desk.database.read { try ItemTypes.all(in: $0) }
        let fields = [
            Field(
                "code", "代码", hint: "两位数字，即基本编码的第 3、4 位。写已有的代码就是改名。", value: form["code"] ?? "",
                error: errors["code"], autocomplete: "off"),
            Field("name", "名称", value: form["name"] ?? "", error: errors["name"]),
        ]
        return Page(
            "事项类型", crumbs: [Link("工作台", "/desk"), Link("事项类型", nil)], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>事项类型</h1>
                <p class="lead">基本编码里的事项类型。各省的代码可能不同，例如公共服务有 20 和 21 两种写法。</p>
                \(Table("事项类型", columns: [.init("代码"), .init("名称")], rows: types.map { ["\($0.code)", "\($0.name)"] }).html)
                <h2>新增或者改名</h2>
                \(Form(action: ItemLibraryPath.types, token: request.csrf, fields: fields, submit: "保存").html)
                """)
    }

    private func save(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        do {
            let type = try ItemType(code: form["code"] ?? "", name: form["name"] ?? "")
            let (actor, now) = (officer.actor(request), request.now)
            try await desk.database.write { tx in
                try ItemTypes.put(type, in: tx)
                try Journal.append(
                    JournalEntry(
                        at: now, actor: actor, action: "item_type.saved", subject: "item-type/\(type.code)",
                        sentence: "\(actor.name)把事项类型 \(type.code) 定为「\(type.name)」。"), in: tx)
            }
            return .redirect(to: ItemLibraryPath.types)
        } catch DomainError.invalid(let errors) {
            return .page(try await page(request, form, errors), status: .unprocessableContent)
        }
    }
}
