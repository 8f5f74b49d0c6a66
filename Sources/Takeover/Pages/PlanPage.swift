import Government
import Identity
import Refusals
import Web

/// The departments and roles of the older system, each with a choice of what it is here.
struct PlanPage {
    let record: TakeoverRecord
    let organs: [Organ]
    let form: FormData?
    let errors: [FieldError]
    let mayChange: Bool
    let token: CSRFToken

    private var plan: StaffPlan { record.plan }
    private var id: String { String(record.id) }

    var page: Page {
        Page(
            "部门和角色的对应关系",
            crumbs: [
                Link("工作台", "/desk"), Link("旧系统迁入", TakeoverPath.takeovers),
                Link(record.system, TakeoverPath.takeover(id)), Link("对应关系", nil),
            ], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>部门和角色的对应关系</h1>
                <p class="lead">名称相同的部门已经对上。没有列出的科室随上级部门。</p>
                \(mayChange ? entry : table)
                """)
    }

    private var entry: HTML {
        Form(
            action: TakeoverPath.plan(id), token: token,
            also: """
                <h2>部门</h2>\(each: plan.heads, department)
                <h2>角色</h2><p class="hint">岗位由安全管理员审定这次迁入时一并授予。三类管理员要另行任命。</p>\(each: plan.roles, role)
                """, submit: "保存并试运行"
        ).html
    }

    private func department(_ department: OldDepartment) -> HTML {
        let name = "organ.\(department.id)"
        let chosen =
            form?[name] ?? (plan.founded[department.id] == nil ? plan.organs[department.id] : StaffPlan.new)
        let field = Field(
            name, department.name, .choice, isRequired: false, value: chosen ?? "",
            options: organs.map { .init($0.key, $0.name) } + [
                .init(StaffPlan.none, "不迁入"), .init(StaffPlan.new, "新设为部门（在下面填写）"),
            ])
        // A department that is an organ already is not founded as one.
        let isKnown = organs.contains { $0.key == chosen }
        return field.html + (isKnown ? .empty : founding(department, isOpen: chosen == StaffPlan.new))
    }

    private func founding(_ department: OldDepartment, isOpen: Bool) -> HTML {
        let new = plan.founded[department.id]
        func field(_ name: String, _ label: String, _ value: String?, _ hint: String) -> HTML {
            let name = "\(name).\(department.id)"
            return Field(
                name, label, hint: hint, isRequired: false, value: form?[name] ?? value ?? "",
                error: errors[name], autocomplete: "off"
            ).html
        }
        return """
            <details\(attribute: "open", if: isOpen)><summary>新设“\(department.name)”</summary>
            \(field("key", "代号", new?.key, "小写字母和数字，以后不能改，例如 jtj"))
            \(field("full", "全称", new?.fullName, "落款用的名称，例如 肇庆市端州区交通运输局"))
            \(field("code", "统一社会信用代码", new?.code, "机关的 18 位代码"))
            </details>
            """
    }

    private func role(_ role: OldRole) -> HTML {
        let name = "role.\(role.id)"
        return Field(
            name, "\(role.name)（\(role.key)）", .choice, isRequired: false,
            value: form?[name] ?? plan.posts[role.id] ?? "",
            options: StaffPlan.givenRoles.map { .init($0.rawValue, $0.chinese) }
        ).html
    }

    /// What was agreed on, once it cannot be changed any more.
    private var table: HTML {
        let names = organs.namesByKey
        let departments = plan.heads.map { department -> [HTML] in
            let key = plan.organs[department.id] ?? ""
            return ["\(department.name)", "\(key == StaffPlan.none ? "不迁入" : names[key] ?? key)"]
        }
        let roles = plan.roles.map { role -> [HTML] in
            ["\(role.name)", "\(plan.posts[role.id].flatMap(Role.init)?.chinese ?? "没有岗位")"]
        }
        return Table("部门", columns: [.init("原部门"), .init("这里的部门")], rows: departments).html
            + Table("角色", columns: [.init("原角色"), .init("这里的岗位")], rows: roles).html
    }
}
