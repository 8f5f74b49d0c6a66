import Refusals
import Web

/// Where the office adds what the platform does not count.
struct ReportEntryPage {
    let report: AnnualReport
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        let year = String(report.year)
        return Page(
            "填写\(report.title)",
            crumbs: [Link("年度报告", DisclosurePath.report(year) + report.query), Link("填写", nil)], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>填写\(report.title)</h1>
                <p class="lead">依申请公开的数字由系统统计，这里只填写系统没有的数字和文字。</p>
                \(Form(action: DisclosurePath.reportEntry(year) + report.query, token: token, fields: figures + words, submit: "保存").html)
                """)
    }

    private var figures: [Field] {
        report.rules.proactive.flatMap { fields($0, $0.columns ?? []) }
            + report.rules.disputes.flatMap { fields($0, report.rules.disputeColumns) }
    }

    private func fields(_ table: ReportTable, _ columns: [String]) -> [Field] {
        columns.enumerated().map { place, column in
            let name = "\(table.code).\(place)"
            return Field(
                name, "\(table.title)：\(column)", .integer, isRequired: false,
                value: report.entry.figures[name].map(String.init) ?? "", error: errors[name])
        }
    }

    private var words: [Field] {
        [
            ("overview", "总体情况", report.entry.overview),
            ("problems", "存在的主要问题及改进情况", report.entry.problems),
            ("others", "其他需要报告的事项", report.entry.others),
        ].map { Field($0.0, $0.1, .longText, isRequired: false, value: $0.2, error: errors[$0.0]) }
    }
}
