import Codes
import Desk
import Government
import Refusals
import Services
import Web
import WorkingTime

/// The form of a year, organ by organ, with the answers of the year before marked as such.
struct FilingFormPage {
    let plan: InspectionPlan
    let entity: LegalEntity
    let carried: CarriedAnswers
    let organs: [String: String]
    let entered: FormData?
    let errors: [FieldError]
    let today: CivilDate
    let token: CSRFToken

    private var code: String { entity.creditCode.text }

    var page: Page {
        Page(
            "\(plan.title)申报",
            crumbs: [Link("我的年检", InspectionPath.mine), Link(plan.title, nil)],
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(plan.title)申报</h1>
                <p class="lead">\(entity.name)，统一社会信用代码 \(code)</p>
                \(content)
                """)
    }

    private var content: HTML {
        guard plan.isOpen(on: today) else {
            let words = "申报时间是\(plan.opensOn.chinese)至\(plan.closesOn.chinese)。"
            return plan.isOver(on: today)
                ? Notice("申报已经截止", "<p>\(words)没有申报的企业名单已列给各部门，请与牵头部门联系。</p>", tone: .warning).html
                : Notice("申报还没有开始", "<p>\(words)</p>").html
        }
        return """
            <p>请在\(plan.closesOn.chinese)前申报。填一次，\(plan.parts.count) 个部门分别审查自己的部分。</p>
            \(carriedWords)
            \(Form(action: InspectionPath.filing(String(plan.year), code), token: token, also: HTML.joined(plan.parts.map(part)), submit: "提交申报").html)
            """
    }

    private var carriedWords: HTML? {
        guard let year = carried.year, !carried.answers.isEmpty else { return nil }
        return Notice(
            "带出了 \(year) 年的 \(carried.answers.count) 个回答",
            "<p>每个都请核对：没有变化的勾选“与去年相同”，有变化的直接改。</p>"
        ).html
    }

    private func part(_ part: InspectionPlan.Part) -> HTML {
        """
        <section class="card"><h2>\(organs[part.organ] ?? part.organ)</h2>\(HTML.joined(part.fields.map(question)))</section>
        """
    }

    private func question(_ field: FormField) -> HTML {
        let answer = entered.map { field.parse($0.all(field.inputName)) } ?? carried.answers[field.name]
        let before = carried.answers[field.name]
        let year = carried.year.map { "\($0) 年度的年检申报" }
        return QuestionBlocks(
            [field], answers: answer.map { [field.name: $0] } ?? [:], errors: errors,
            provenance: { _ in before == nil ? nil : year }
        ).html + (before == nil ? .empty : confirmation(field))
    }

    private func confirmation(_ field: FormField) -> HTML {
        let name = "same.\(field.name)"
        return """
            <div class="choices carried"><div class="choice"><input type="checkbox" id="\(name)" name="\(name)" value="true"\
            \(attribute: "checked", if: entered?[name] == "true")>\
            <label for="\(name)">与去年相同<span class="sr">：\(field.label)</span></label></div></div>
            """
    }
}
