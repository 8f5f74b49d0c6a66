import Refusals
import Web
import WorkingTime

/// One enterprise's filing as an organ looks at it: its own part, what the others found, and the decision.
struct ReviewPage {
    let plan: InspectionPlan
    let filing: InspectionFiling
    /// The key of the organ that looks.
    let organ: String
    let organs: [String: String]
    let mayDecide: Bool
    let entered: FormData?
    let errors: [FieldError]
    let today: CivilDate
    let token: CSRFToken

    private var year: String { String(plan.year) }
    private var part: InspectionPart? { filing[organ] }
    private var isOpen: Bool {
        part.map { !$0.state.isFinal && ($0.state != .correcting || $0.isLate(on: today)) } ?? false
    }

    var page: Page {
        Page(
            "\(filing.name)的年检",
            crumbs: [
                Link("工作台", "/desk"), Link("联合年检", InspectionPath.desk),
                Link(plan.title, InspectionPath.year(year)), Link(filing.name, nil),
            ], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(filing.name)的年检</h1>
                <p class="lead">统一社会信用代码 \(filing.code)，\(filing.filedBy)申报于 \(filing.filedAt.shortChinese)</p>
                \(standing)
                <h2>\(organs[organ] ?? organ)要看的</h2>
                \(AnswerRows(plan.parts.first { $0.organ == organ }?.fields ?? [], of: filing).html)
                \(if: mayDecide && isOpen, decision)
                <h2>各部门的结论</h2>
                <ul class="organs">\(each: filing.parts, row)</ul>
                """)
    }

    private var standing: HTML? {
        guard let part else { return nil }
        let correction: HTML? = part.correction.map {
            Notice("企业的整改说明", "<p>\($0)</p><p class=\"hint\">当时要求：\(part.reason ?? "")</p>").html
        }
        return "<p>\(part.badge(on: today))</p>\(correction)"
    }

    private func row(_ part: InspectionPart) -> HTML {
        let words: HTML = "\(part.reason ?? part.state.chinese)\(part.decider.map { "，\($0)" } ?? "")"
        return OrganRow(organs[part.organ] ?? part.organ, words, badge: part.badge(on: today)).html
    }

    private var decision: HTML {
        let fields = [
            Field(
                "outcome", "结论", .choice, value: entered?["outcome"] ?? "",
                options: [
                    .init("pass", "合格"), .init("correct", "限期整改"), .init("fail", "不合格"),
                ], error: errors["outcome"]),
            Field(
                "reason", "整改要求或者不合格的理由", .longText, hint: "企业会看到。合格的不用写。", isRequired: false,
                value: entered?["reason"] ?? "", error: errors["reason"]),
            Field(
                "correct_by", "整改期限", .date, hint: "限期整改的填写。", isRequired: false,
                value: entered?["correct_by"] ?? "", error: errors["correct_by"]),
        ]
        return Card(
            "本部门的结论",
            Form(
                action: InspectionPath.decision(year, String(filing.id)), token: token, fields: fields,
                submit: "作出结论"
            ).html
        ).html
    }
}
