import Desk
import Refusals
import Services
import Web
import WorkingTime

/// What an enterprise filed and what every organ found of it, on one sheet that can be printed.
struct SheetPage {
    let plan: InspectionPlan
    let filing: InspectionFiling
    let organs: [String: String]
    let entered: FormData?
    let errors: [FieldError]
    let today: CivilDate
    let token: CSRFToken

    var page: Page {
        Page(
            "\(plan.title)结果单",
            crumbs: [Link("我的年检", InspectionPath.mine), Link(plan.title, nil)],
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(plan.title)结果单</h1>
                <p class="lead">\(filing.name)，统一社会信用代码 \(filing.code)</p>
                <p>\(filing.badge(on: today)) \(filing.filedBy)申报于 \(filing.filedAt.shortChinese)</p>
                <h2>各部门的结论</h2>
                <ul class="organs">\(each: filing.parts, organ)</ul>
                \(each: filing.parts.filter { $0.state == .correcting }, correction)
                \(each: plan.parts, answers)
                """)
    }

    private func organ(_ part: InspectionPart) -> HTML {
        let decided = part.decidedAt.map { "，\($0.shortChinese)" } ?? ""
        let said = part.correction.map { "。企业说明：\($0)" } ?? ""
        let words: HTML = "\(part.reason ?? (part.state == .passed ? "没有发现问题" : "正在审查"))\(said)\(decided)"
        return OrganRow(organs[part.organ] ?? part.organ, words, badge: part.badge(on: today)).html
    }

    private func correction(_ part: InspectionPart) -> HTML {
        let name = organs[part.organ] ?? part.organ
        let input = "words.\(part.organ)"
        let words = Field(
            input, "对\(name)的整改说明", .longText, value: entered?[input] ?? "", error: errors[input])
        let organ = "<input type=\"hidden\" name=\"organ\" value=\"\(part.organ)\">" as HTML
        return """
            <section class="card"><h2>\(name)要求整改</h2><p>\(part.reason ?? "")</p>
            <p class="hint">请在\(part.correctBy?.chinese ?? "")前整改并说明。</p>
            \(Form(action: InspectionPath.correction(String(plan.year), filing.code), token: token, fields: [words], also: organ, submit: "提交整改说明").html)</section>
            """
    }

    private func answers(_ part: InspectionPlan.Part) -> HTML {
        """
        <h2>\(organs[part.organ] ?? part.organ)的问题</h2>\(AnswerRows(part.fields, of: filing).html)
        """
    }
}

/// What was answered, each answer of the year before marked as such.
struct AnswerRows {
    private let fields: [FormField]
    private let filing: InspectionFiling

    init(_ fields: [FormField], of filing: InspectionFiling) { (self.fields, self.filing) = (fields, filing) }

    var html: HTML {
        SummaryList(
            fields.map { field in
                SummaryList.Row(
                    field.label, field.words(for: filing.answers[field.name]),
                    provenance: filing.carried.contains(field.name) ? "上一次申报，经确认没有变化" : nil)
            }
        ).html
    }
}
