import Identity
import Refusals
import Web

/// Where a change to one power of one role is asked for, with how it is now.
struct GrantFormPage {
    let role: Role
    let power: Power
    let current: Grant?
    let entry: GrantForm
    let errors: [FieldError]
    let refusal: Sentence?
    let token: CSRFToken

    var page: Page {
        Page(
            "提出权限变动",
            crumbs: [
                Link("工作台", "/desk"), Link("岗位权限", "\(RightsPath.grants)?role=\(role.rawValue)"),
                Link("提出权限变动", nil),
            ], area: .desk,
            body: """
                \(ErrorSummary(errors).html)\(refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html })
                <h1>提出权限变动</h1>
                \(SummaryList([
                    .init("岗位", "\(role.chinese)"), .init("权限", "\(power.chinese)"),
                    .init("归属", "\(power.branch.keepers)"), .init("现在", "\(now)"),
                ]).html)
                \(Form(
                    action: RightsPath.grant(role.rawValue, power.name), token: token, fields: fields,
                    submit: "提出").html)
                """)
    }

    private var now: String {
        current.map { "\($0.terms.chinese)（\(GrantWords.version($0.version))）" } ?? "没有"
    }

    private var fields: [Field] {
        let scopes = natural.map { Field.Option($0.rawValue, "有，范围：\($0.chinese)") }
        let grades = DataGrade.allCases.map { Field.Option($0.rawValue, $0.chinese) }
        let sight = field("grade", "个人信息的数据级别", .choice, entry.grade, options: grades)
        return [
            field(
                "scope", "改为", .choice, entry.scope, options: [.init(GrantForm.none, "没有（收回）")] + scopes)
        ] + (power.isSight ? [sight] : []) + [
            field("from", "生效日期", .date, entry.from, hint: "留空表示审定后立即生效。", isRequired: false),
            field("reason", "原因", .text, entry.reason, hint: "例如三定方案或者会议纪要的文号。"),
        ]
    }

    /// The scopes that go with the power.
    private var natural: [GrantScope] {
        if power.isSight { return GrantScope.allCases }
        return [power.branch == .matters ? .own : .district]
    }

    private func field(
        _ name: String, _ label: String, _ kind: Field.Kind, _ value: String, hint: String? = nil,
        isRequired: Bool = true, options: [Field.Option] = []
    ) -> Field {
        Field(
            name, label, kind, hint: hint, isRequired: isRequired, value: value, options: options,
            error: errors[name])
    }
}
