import CSV
import WorkingTime

/// The figures as a file that a spreadsheet opens without harm.
enum StatisticsFile {
    private static let figures = ["访问", "下载", "搜索", "读到四分之一", "读到一半", "读到四分之三", "读到底"]

    static func days(_ days: [FigureStore.Day]) -> String {
        text(["日期"] + figures, days.map { [$0.day.iso] + cells($0.counts) })
    }

    static func columns(_ columns: [FigureStore.Column], names: [String: String]) -> String {
        text(
            ["栏目", "站点代码", "栏目代码"] + figures,
            columns.map { [$0.name(names), $0.site, $0.column] + cells($0.counts) })
    }

    static func pages(_ pages: [FigureStore.Page], names: [String: String]) -> String {
        text(
            ["页面", "网址"] + figures,
            pages.map { [names[$0.path] ?? $0.path, $0.path] + cells($0.counts) })
    }

    private static func text(_ head: [String], _ lines: [[String]]) -> String {
        CSVLine.mark + CSVLine.text(head) + lines.map { CSVLine.text($0) }.joined()
    }

    private static func cells(_ counts: Counts) -> [String] {
        ([counts.visits, counts.downloads, counts.searches] + counts.depths).map(String.init)
    }
}
