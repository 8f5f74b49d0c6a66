import Government
import Web

/// An annual report as a page.
struct ReportPage {
    let report: AnnualReport
    /// Whether the year is over; until then the figures are those of today.
    let isOver: Bool

    /// The organs with a report of their own.
    let organs: [Organ]

    private var title: String { report.title }

    var page: Page {
        Page(
            title,
            crumbs: [
                Link("政府信息公开", DisclosurePath.guide), Link("年度报告", DisclosurePath.reports),
                Link("\(report.year)年", nil),
            ],
            width: .wide, description: "\(title)：主动公开、依申请公开、复议和诉讼的数字。",
            body: """
                <h1>\(title)</h1>
                \(if: !isOver, Notice("本年还没有结束", "<p>数字是到今天为止的，年度结束以后才是年度报告。</p>").html)
                <h2>一、总体情况</h2>\(words(report.entry.overview))
                <h2>二、主动公开政府信息情况</h2>\(proactive)
                <h2>三、收到和处理政府信息公开申请情况</h2>\(requests)
                <h2>四、政府信息公开行政复议、行政诉讼情况</h2>\(disputes)
                <h2>五、存在的主要问题及改进情况</h2>\(words(report.entry.problems))
                <h2>六、其他需要报告的事项</h2>\(words(report.entry.others))
                <p class="actions"><a class="button quiet" href="\(file)">下载表格（CSV）</a></p>
                \(departments)
                """)
    }

    private var file: String { DisclosurePath.reportFile(String(report.year)) + report.query }

    private var departments: HTML? {
        guard report.organ == nil else { return nil }
        let address = DisclosurePath.report(String(report.year))
        return """
            <h2>各部门的年度报告</h2>
            <ul class="links">\(each: organs, { "<li><a href=\"\(address)?organ=\($0.key)\">\($0.name)</a></li>" })</ul>
            """
    }

    private func words(_ text: String) -> HTML {
        text.isEmpty ? "<p>尚未填写。</p>" : "\(each: text.split(separator: "\n"), { "<p>\(String($0))</p>" })"
    }

    private var proactive: HTML {
        HTML.joined(
            report.rules.proactive.map { table in
                let columns = table.columns ?? []
                let numbers = report.entry.line(table.code, columns: columns.count)
                return Table(
                    table.title,
                    columns: head("信息内容", columns),
                    rows: [["\(table.title)"] + cells(numbers)]
                ).html
            })
    }

    private var requests: HTML {
        Table(
            "收到和处理政府信息公开申请情况",
            columns: head("本列数据的勾稽关系为：一加二等于三加四", report.columns),
            rows: report.requests.map { line in
                let group: HTML? = line.group.map { "<span class=\"hint\">\($0)</span><br>" }
                return ["\(group)\(line.title)"] + cells(line.numbers)
            }
        ).html
    }

    private var disputes: HTML {
        Table(
            "行政复议、行政诉讼情况",
            columns: head("类别", report.rules.disputeColumns + ["总计"]),
            rows: report.rules.disputes.map { table in
                let numbers = report.entry.line(table.code, columns: report.rules.disputeColumns.count)
                return ["\(table.title)"] + cells(numbers + [numbers.reduce(0, +)])
            }
        ).html
    }

    private func head(_ first: String, _ numbers: [String]) -> [Table.Column] {
        [Table.Column(first)] + numbers.map { Table.Column($0, isNumber: true) }
    }

    private func cells(_ numbers: [Int]) -> [HTML] { numbers.map { number -> HTML in "\(number)" } }
}
