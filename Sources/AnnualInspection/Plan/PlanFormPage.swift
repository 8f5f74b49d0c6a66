import Refusals
import Services
import Web
import WorkingTime

/// The plan of a year: its days and its questions, as they are written or as they stand.
struct PlanFormPage {
    /// What a new year begins with.
    struct Suggestion: Sendable {
        let year: Int
        let parts: [InspectionPlan.Part]
    }

    /// What the officer may do.
    struct Acts: Sendable {
        let mayEdit: Bool
        let mayPublish: Bool
    }

    /// The plan; nil for a new one.
    let plan: InspectionPlan?
    let suggestion: Suggestion?
    let organs: [String: String]
    let entered: FormData?
    let errors: [FieldError]
    let acts: Acts
    let today: CivilDate
    let token: CSRFToken

    private var title: String { plan.map { "\($0.title)方案" } ?? "新的年检方案" }

    var page: Page {
        Page(
            title, crumbs: [Link("工作台", "/desk"), Link("联合年检", InspectionPath.desk), Link(title, nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(title)</h1>
                \(standing)
                \(if: isWritable, form)
                \(if: !isWritable, shown)
                """)
    }

    private var isWritable: Bool { acts.mayEdit && plan?.state != .published }

    private var standing: HTML {
        guard let plan else {
            return "<p class=\"lead\">问题从上一年带过来，改好以后由另一人公布。</p>"
        }
        let roster: HTML =
            "<p class=\"actions\"><a class=\"button quiet\" href=\"\(InspectionPath.roster(String(plan.year)))\">应检名单</a></p>"
        guard plan.state == .drawn else { return Notice("已公布，企业按它申报", roster, tone: .done).html }
        let button: HTML = PostButton(
            "公布", action: InspectionPath.publication(String(plan.year)), token: token, tone: .primary
        ).html
        return Notice("还没有公布", "<p>由最后修改的人以外的另一人公布。</p>").html + roster
            + (acts.mayPublish ? button : .empty)
    }

    private var form: HTML {
        let lines = PlanLines.text(of: plan?.parts ?? suggestion?.parts ?? [], organs: organs)
        let kinds = PlanLines.kinds.map(\.chinese).joined(separator: "、")
        var fields = [
            Field(
                "opens_on", "开始日期", .date, value: entered?["opens_on"] ?? plan?.opensOn.iso ?? "",
                error: errors["opens_on"]),
            Field(
                "closes_on", "截止日期", .date, hint: "截止以后，没有申报的企业列给各部门。",
                value: entered?["closes_on"] ?? plan?.closesOn.iso ?? "", error: errors["closes_on"]),
            Field(
                "parts", "各部门的问题", .longText,
                hint: "先写一行【部门名称】，下面每行一个问题：题目｜答法｜单位或者选项（用顿号隔开）。答法：\(kinds)。不问个人信息。",
                value: entered?["parts"] ?? lines, error: errors["parts"]),
        ]
        if let suggestion {
            let year = entered?["year"] ?? String(suggestion.year)
            fields.insert(Field("year", "年度", .integer, value: year, error: errors["year"]), at: 0)
        }
        let seen = "<input type=\"hidden\" name=\"seen\" value=\"\(plan?.revision ?? 0)\">" as HTML
        let action = plan.map { InspectionPath.plan(String($0.year)) } ?? InspectionPath.new
        return Form(action: action, token: token, fields: fields, also: seen, submit: "保存").html
    }

    private var shown: HTML {
        guard let plan else { return .empty }
        return """
            <p>申报时间\(plan.opensOn.chinese)至\(plan.closesOn.chinese)。</p>
            \(each: plan.parts, { part in
                Card(organs[part.organ] ?? part.organ, "<ul>\(each: part.fields, { "<li>\($0.label)（\($0.kind.chinese)）</li>" })</ul>").html
            })
            """
    }
}
