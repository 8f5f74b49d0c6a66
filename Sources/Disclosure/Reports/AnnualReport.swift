import CSV
import Government

/// An annual report in the order of the official form: six chapters, three tables.
struct AnnualReport: Sendable, Hashable {
    let year: Int
    /// Whose report: an organ; `nil` for the whole district.
    var organ: Organ?
    let figures: ReportFigures
    let entry: ReportEntry
    let rules: DisclosureRules

    /// What it is called.
    var title: String { "\(organ?.fullName ?? "")\(year)年政府信息公开工作年度报告" }

    /// What leads to this report and not to that of the district.
    var query: String { organ.map { "?organ=\($0.key)" } ?? "" }

    /// A line of table three.
    struct Line: Sendable, Hashable {
        /// The heading above it; `nil` for none.
        let group: String?
        let title: String
        let numbers: [Int]
    }

    /// Table three: requests received and what came of them.
    var requests: [Line] {
        let categories = rules.categories
        func line(_ group: String?, _ title: String, _ counts: [String: Int]) -> Line {
            Line(group: group, title: title, numbers: ReportFigures.line(counts, categories))
        }
        return [
            line(nil, "一、本年新收政府信息公开申请数量", figures.received),
            line(nil, "二、上年结转政府信息公开申请数量", figures.carriedIn),
        ]
            + rules.rows.map { line($0.group ?? "三、本年度办理结果", $0.title, figures.results[$0.code] ?? [:]) }
            + [
                line("三、本年度办理结果", "（七）总计", figures.ended),
                line(nil, "四、结转下年度继续办理", figures.carriedOut),
            ]
    }

    /// The columns of table three.
    var columns: [String] { rules.categories.map(\.name) + ["总计"] }

    /// The tables as rows of comma-separated values.
    var csv: String {
        let proactive = rules.proactive.flatMap { table -> [String] in
            let columns = table.columns ?? []
            let numbers = entry.line(table.code, columns: columns.count).map(String.init)
            return [
                CSVLine.text(["二、主动公开政府信息情况", table.title] + columns),
                CSVLine.text(["", ""] + numbers),
            ]
        }
        let requests =
            [CSVLine.text(["三、收到和处理政府信息公开申请情况", ""] + columns)]
            + self.requests.map { CSVLine.text([$0.group ?? "", $0.title] + $0.numbers.map(String.init)) }
        let disputes =
            [CSVLine.text(["四、行政复议、行政诉讼情况", ""] + rules.disputeColumns + ["总计"])]
            + rules.disputes.map { table in
                let numbers = entry.line(table.code, columns: rules.disputeColumns.count)
                return CSVLine.text(
                    ["", table.title] + (numbers + [numbers.reduce(0, +)]).map(String.init))
            }
        return CSVLine.mark + (proactive + requests + disputes).joined()
    }
}
