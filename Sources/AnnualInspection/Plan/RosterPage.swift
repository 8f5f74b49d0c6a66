import Refusals
import Web
import WorkingTime

/// How many have to file in a year, and where more are added.
struct RosterPage {
    let plan: InspectionPlan
    let figures: (obliged: Int, filed: Int)
    let mayEdit: Bool
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        let title = "\(plan.title)应检名单"
        return Page(
            title, crumbs: [Link("工作台", "/desk"), Link("联合年检", InspectionPath.desk), Link(title, nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(title)</h1>
                <p class="lead">应检 \(figures.obliged) 家，已申报 \(figures.filed) 家。</p>
                <p><a href="\(InspectionPath.missing(String(plan.year)))">还没有申报的 \(figures.obliged - figures.filed) 家</a></p>
                \(if: mayEdit, form)
                """)
    }

    private var form: HTML {
        let field = Field(
            "codes", "增加企业", .longText, hint: "统一社会信用代码，每行一个，一次最多 \(RosterPages.mostLines) 家。已在名单里的不重复增加。",
            value: entered?["codes"] ?? "", error: errors["codes"])
        return Form(
            action: InspectionPath.roster(String(plan.year)), token: token, fields: [field], submit: "增加"
        ).html
    }
}

/// Who has not filed: until the end day whom one may remind, afterwards who did not come.
struct MissingPage {
    let plan: InspectionPlan
    let duties: [Duty]
    let pager: Pager
    let today: CivilDate

    var page: Page {
        let title = plan.isOver(on: today) ? "\(plan.title)：逾期没有申报的企业" : "\(plan.title)：还没有申报的企业"
        return Page(
            title,
            crumbs: [Link("工作台", "/desk"), Link("联合年检", InspectionPath.desk), Link(plan.title, nil)],
            width: .wide, area: .desk,
            body: """
                <h1>\(title)</h1>
                <p class="lead">申报时间\(plan.opensOn.chinese)至\(plan.closesOn.chinese)。</p>
                \(content)
                \(pager.html)
                """)
    }

    private var content: HTML {
        guard !duties.isEmpty else { return EmptyState("应检企业都已申报").html }
        return Table(
            "没有申报的企业", columns: [.init("企业"), .init("统一社会信用代码")],
            rows: duties.map { ["\($0.name)", "\($0.code)"] }
        ).html
    }
}
