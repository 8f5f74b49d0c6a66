import Government
import Identity
import Refusals
import Web

/// A form for each kind of step, folded until it is wanted.
struct StepForms {
    let plan: RestructuringPlan
    let names: Names
    let facts: PlanFacts
    let entry: StepForm
    let errors: [FieldError]
    let token: CSRFToken

    var html: HTML {
        """
        <h2>添加步骤</h2>
        \(form("merge", "合并", merge))\(form("split", "拆分", split))\(form("rename", "更名", rename))\
        \(form("abolish", "撤销", abolish))\(form("create", "组建", create))\(form("post", "人员转隶", post))
        """
    }

    private func form(_ kind: String, _ label: String, _ fields: [Field]) -> HTML {
        let isOpen = entry.kind == kind
        let hidden: HTML = "<input type=\"hidden\" name=\"kind\" value=\"\(kind)\">"
        return """
            <details class="more"\(attribute: "open", if: isOpen)><summary>\(label)</summary>
            \(Form(
                action: RestructuringPath.steps(String(plan.id)), token: token, fields: fields, also: hidden,
                submit: "添加这一步").html)</details>
            """
    }

    /// Living organs and those the plan founds.
    private var options: [Field.Option] {
        let living = facts.organs.filter(\.isLiving).map { Field.Option($0.key, $0.name) }
        return living
            + plan.steps.compactMap { step in
                if case .create(let new) = step { Field.Option(new.key, "\(new.name)（新组建）") } else { nil }
            }
    }

    private var merge: [Field] {
        [
            Field(
                StepForm.field("merge", "organs"), "并入的部门", .choices, values: values("merge", "organs"),
                options: options,
                error: error("merge", "organs")),
            organ("merge", "into", "承接部门"),
        ]
    }

    private var split: [Field] {
        [
            organ("split", "organ", "要拆分的部门"),
            organ("split", "rest", "其余由谁承接", hint: "部门保留时选它自己。事项、岗位和在办办件在下一页逐项分配。"),
        ]
    }

    private var rename: [Field] {
        [
            organ("rename", "organ", "部门"), text("rename", "name", "新的简称"),
            text("rename", "full_name", "新的全称"),
        ]
    }

    private var abolish: [Field] {
        [organ("abolish", "organ", "撤销的部门"), organ("abolish", "successor", "承接部门")]
    }

    private var create: [Field] {
        [
            text("create", "key", "代号", hint: "2 至 20 个小写字母和数字，以后不变。"), text("create", "name", "简称"),
            text("create", "full_name", "全称"),
            Field(
                StepForm.field("create", "code"), "统一社会信用代码", .creditCode, value: value("create", "code"),
                error: error("create", "code")),
            text("create", "phone", "电话", isRequired: false),
            text("create", "address", "地址", isRequired: false),
        ]
    }

    private var post: [Field] {
        let roles = Role.allCases.filter { $0 != .citizen }.map { Field.Option($0.rawValue, $0.chinese) }
        return [
            text("post", "login", "账号"),
            Field(
                StepForm.field("post", "role"), "岗位", .choice, value: value("post", "role"), options: roles,
                error: error("post", "role")),
            organ("post", "from", "原部门"), organ("post", "to", "新部门"),
        ]
    }

    private func organ(_ kind: String, _ name: String, _ label: String, hint: String? = nil) -> Field {
        Field(
            StepForm.field(kind, name), label, .choice, hint: hint, value: value(kind, name),
            options: options,
            error: error(kind, name))
    }

    private func text(
        _ kind: String, _ name: String, _ label: String, hint: String? = nil, isRequired: Bool = true
    ) -> Field {
        Field(
            StepForm.field(kind, name), label, .text, hint: hint, isRequired: isRequired,
            value: value(kind, name),
            error: error(kind, name))
    }

    private func value(_ kind: String, _ name: String) -> String {
        entry.kind == kind ? entry.text(name) : ""
    }

    private func values(_ kind: String, _ name: String) -> [String] {
        entry.kind == kind ? entry.all(name) : []
    }

    private func error(_ kind: String, _ name: String) -> Sentence? {
        entry.kind == kind ? errors[StepForm.field(kind, name)] : nil
    }
}
