import Government
import Refusals
import Web
import WorkingTime

/// The hotline in figures.
struct FiguresPage {
    let grouping: FigureGrouping
    let from: CivilDate
    let through: CivilDate
    let lines: [FigureLine]
    let total: FigureLine
    let names: OrganNameHistory?
    let errors: [FieldError]

    /// The page when nothing could be counted.
    static func refusing(_ errors: [FieldError], _ today: CivilDate) -> FiguresPage {
        FiguresPage(
            grouping: .organ, from: today.adding(days: -29), through: today, lines: [],
            total: FigureLine("合计"), names: nil, errors: errors)
    }

    /// The same days in another grouping, or as a table.
    private func address(_ path: String, by grouping: FigureGrouping) -> String {
        "\(path)?by=\(grouping.rawValue)&from=\(from.iso)&through=\(through.iso)"
    }

    func name(_ key: String) -> String {
        grouping == .organ && key != total.key ? names?.name(of: key) ?? key : key
    }

    var page: Page {
        Page(
            "热线数据", crumbs: [Link("工作台", HotlinePath.home), Link("热线数据", nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>热线数据</h1>
                <p class="lead">\(from.chinese)至\(through.chinese)。工单按提出的日子、由谁承办来数。按时办结率里，超过期限还没有答复的算作没有按时；不予受理、撤回的不算。退回率按退回的单位数：派到的工单里退回了多少，不论后来由谁承办。</p>
                \(span)
                <h2>合计</h2><p>\(each: FigureGrouping.allCases, choice)</p>
                \(summary)
                \(lines.isEmpty ? EmptyState("这段时间没有来电，也没有工单").html : content)
                """)
    }

    private var span: HTML {
        let fields = [
            Field("from", "从", .date, value: from.iso, error: errors["from"]),
            Field("through", "到", .date, value: through.iso, error: errors["through"]),
        ]
        return """
            <form class="form" method="get" action="\(HotlinePath.figures)" novalidate>
            <input type="hidden" name="by" value="\(grouping.rawValue)">
            \(each: fields, { $0.html })
            <div class="actions"><button class="button quiet">统计</button></div></form>
            """
    }

    private func choice(_ other: FigureGrouping) -> HTML {
        other == grouping
            ? "<strong>按\(other.chinese)</strong> "
            : "<a href=\"\(address(HotlinePath.figures, by: other))\">按\(other.chinese)</a> "
    }

    private var summary: HTML {
        Figures([
            (label: "来电", value: String(total.calls), unit: "个"),
            (label: "接通率", value: FigureLine.share(total.answered, of: total.calls), unit: ""),
            (label: "工单", value: String(total.filed), unit: "件"),
            (label: "按时办结率", value: FigureLine.share(total.onTime, of: total.timed), unit: ""),
            (label: "解决率", value: FigureLine.share(total.solved, of: total.assessed), unit: ""),
            (label: "满意率", value: FigureLine.share(total.satisfied, of: total.assessed), unit: ""),
        ]).html
    }

    private var content: HTML {
        let columns =
            [Table.Column(grouping.chinese)] + FigureLine.titles.map { Table.Column($0, isNumber: true) }
        let rows = (lines + [total]).map { line in
            ["\(name(line.key))" as HTML] + line.cells.map { "\($0)" as HTML }
        }
        return """
            <h2>各\(grouping.chinese)</h2>
            \(Table("热线数据", columns: columns, rows: rows).html)
            <p><a href="\(address(HotlinePath.figuresFile, by: grouping))">下载表格（CSV）</a></p>
            \(if: grouping != .organ, chart)
            """
    }

    private var chart: HTML {
        BarChart(
            "各个\(grouping.chinese)的来电", unit: "个", bars: lines.map { BarChart.Bar($0.key, $0.calls) }
        ).html
    }
}
