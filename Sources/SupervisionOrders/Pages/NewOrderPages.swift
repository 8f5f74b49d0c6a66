import Cases
import Codes
import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Where an order is begun by a supervisor, from any source.
struct NewOrderPages: Sendable {
    let desk: OrderDesk

    var routes: [Route] {
        [
            .get(OrderPath.new, .may(.fileOrders), "立项交办") { request, officer in
                .page(try await page(request, entered: try await begun(request, officer)))
            },
            .post(OrderPath.new, .may(.fileOrders), journal: "order.assigned", "立项交办") { request, officer in
                let form = try await request.form()
                do {
                    let id = try await desk.file(Self.order(form), request, officer)
                    return .redirect(to: OrderPath.order(String(id)))
                } catch DomainError.invalid(let errors) {
                    return .page(
                        try await page(request, entered: form, errors: errors), status: .unprocessableContent)
                }
            },
        ]
    }

    func page(
        _ request: WebRequest, instructed: InstructedThing? = nil, entered: FormData? = nil,
        errors: [FieldError] = []
    ) async throws -> Page {
        let accused = instructed?.accused ?? []
        let organs = try await desk.directory.organs().filter {
            $0.isLiving && !accused.contains($0.key)
        }
        return NewOrderPage(
            instructed: instructed, organs: organs, entered: entered,
            errors: Self.placed(errors, in: entered), token: request.csrf
        ).page
    }

    static func order(_ form: FormData) -> OrderForm {
        func text(_ name: String) -> String { (form[name] ?? "").trimmed }
        let assisting = rows(form).map { row in
            SupervisionOrder.Part(organ: text("organ\(row)"), duty: text("duty\(row)"))
        }
        return OrderForm(
            title: text("title"), source: SupervisionOrder.Source(rawValue: text("source")),
            reference: text("reference"), words: text("words"), lead: text("lead"), duty: text("duty"),
            assisting: assisting, limitDays: Int(text("limit")))
    }

    /// The rows in which an assisting organ was chosen: the first of them is the first of the order, whichever it is.
    private static func rows(_ form: FormData) -> [Int] {
        (1...NewOrderPage.assistingRows).filter { !(form["organ\($0)"] ?? "").trimmed.isEmpty }
    }

    /// What is wrong with the task of an assisting organ stands at the row in which that was chosen.
    private static func placed(_ errors: [FieldError], in form: FormData?) -> [FieldError] {
        let chosen = form.map { rows($0) } ?? []
        return errors.map { error in
            let index = chosen.indices.first { OrderForm.duty($0) == error.field }
            return index.map { FieldError("duty\(chosen[$0])", error.sentence) } ?? error
        }
    }
}

/// The form of an order.
struct NewOrderPage {
    static let assistingRows = 3

    /// What a leader instructs about; nil for a supervisor, who says where it comes from.
    let instructed: InstructedThing?
    let organs: [Organ]
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    private var title: String { instructed == nil ? "立项交办" : "领导批示" }

    var page: Page {
        Page(
            title, crumbs: [Link("工作台", "/desk"), Link("督办事项", OrderPath.orders), Link(title, nil)],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(title)</h1>
                \(instructed?.words)
                \(Form(
                    action: instructed?.action ?? OrderPath.new, token: token, fields: fields,
                    submit: "交办").html)
                """)
    }

    private var fields: [Field] {
        let options = organs.map { Field.Option($0.key, $0.name) }
        var fields = [field("title", "督办什么")]
        if instructed == nil {
            fields.append(
                field(
                    "source", "来源", .choice,
                    options: SupervisionOrder.Source.allCases.map { .init($0.rawValue, $0.chinese) }))
            fields.append(field("reference", "来源的编号或名称", isRequired: false))
        }
        fields += [
            field("words", instructed == nil ? "要求" : "批示内容", .longText),
            field("lead", "主办部门", .choice, options: options), field("duty", "主办部门的任务", isRequired: false),
        ]
        for row in 1...Self.assistingRows {
            fields.append(
                field(
                    "organ\(row)", "协办部门 \(row)", .choice, isRequired: false,
                    options: [.init("", "不选")] + options))
            fields.append(field("duty\(row)", "协办部门 \(row) 的任务", isRequired: false))
        }
        fields.append(field("limit", "几个工作日内反馈", .integer))
        return fields
    }

    private func field(
        _ name: String, _ label: String, _ kind: Field.Kind = .text, isRequired: Bool = true,
        options: [Field.Option] = []
    ) -> Field {
        let error = errors[name] ?? (name == "organ1" ? errors["assisting"] : nil)
        return Field(
            name, label, kind, isRequired: isRequired, value: entered?[name] ?? "", options: options,
            error: error)
    }
}
