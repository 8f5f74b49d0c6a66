import HTTPTypes
import Identity
import Refusals
import Services
import Web

/// Where a joint service is begun that is not offered yet.
struct NewJointPages: Sendable {
    let desk: JointDesk

    var routes: [Route] {
        [
            .get(JointPath.new, .may(.designJoint), "新建一件事") { request, _ in .page(page(request)) },
            .post(JointPath.new, .may(.designJoint), journal: "item.drafted", "新建一件事") {
                try await begin($0, $1)
            },
        ]
    }

    private func page(
        _ request: WebRequest, _ form: FormData = FormData([]), _ errors: [FieldError] = []
    ) -> Page {
        let single = desk.offered.filter { !$0.isJoint }.map { Field.Option($0.slug, $0.name) }
        let fields = [
            Field("name", "名称", hint: "例如：企业开办一件事。", value: form["name"] ?? "", error: errors["name"]),
            Field(
                "slug", "代号", hint: "用在网址里，公布以后不能改，例如 qykb。", value: form["slug"] ?? "",
                error: errors["slug"], autocomplete: "off"),
            Field(
                "first", "牵头事项", .choice, hint: "它的实施主体牵头：发出补正告知、组织联办。", value: form["first"] ?? "",
                options: single, error: errors["first"]),
            Field(
                "second", "另一个事项", .choice, hint: "更多事项在设计页里再加。", value: form["second"] ?? "",
                options: single, error: errors["second"]),
        ]
        return Page(
            "新建一件事",
            crumbs: [Link("工作台", "/desk"), Link("一件事设计", JointPath.all), Link("新建一件事", nil)], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>新建一件事</h1>
                <p class="lead">从在用的事项里选。相同的问题和材料自动合并，您可以再分开。</p>
                \(Form(action: JointPath.new, token: request.csrf, fields: fields, submit: "开始设计").html)
                """)
    }

    private func begin(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        let editor = try await desk.editor(officer, request)
        do {
            let item = try design(form)
            _ = try await desk.drafts.begin(new: item, by: editor, at: request.now)
            return .redirect(to: JointPath.design(item.slug))
        } catch DomainError.invalid(let errors) {
            return .page(page(request, form, errors), status: .unprocessableContent)
        }
    }

    private func design(_ form: FormData) throws -> ServiceItem {
        let offered = desk.offered
        let name = try form.required("name", "请写明名称。")
        let first = try form.required("first", "请选择牵头事项。")
        let second = try form.required("second", "请选择另一个事项。")
        guard first != second else { throw DomainError.invalid("second", "请选择与牵头事项不同的事项。") }
        let position = (offered.last?.position ?? 0) + 1
        var item = ServiceItem.blank(slug: form["slug"] ?? "", name: name, organ: "", position: position)
        (item.jointCode, item.children) = (Self.nextCode(after: offered), [first])
        item.joint = JointDesign()
        try item.takeIn(second, of: offered)
        return item
    }

    /// The next free code: `YJS`, the district, and a number of three digits.
    private static func nextCode(after items: [ServiceItem]) -> String {
        let codes = items.compactMap(\.jointCode).sorted()
        let district = codes.last?.dropFirst(3).prefix(6) ?? "441202"
        let number = codes.last.flatMap { Int($0.suffix(3)) } ?? 0
        let digits = String(number + 1)
        return "YJS\(district)\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits)"
    }
}
