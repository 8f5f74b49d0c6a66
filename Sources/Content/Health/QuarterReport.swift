import CSV
import WorkingTime

/// The inspection of a site over a quarter.
struct QuarterReport: Sendable {
    let site: ContentSite
    let quarter: Quarter
    /// The last card of the quarter; nil where none was made.
    let card: ScoreCard?
    /// The cards of its days.
    let days: [CardStore.Day]
    let columns: [ColumnHealth]
    /// How much was published in each column.
    let published: [Int64: Int]
    let corrections: CorrectionFigures
    let findings: [SiteFinding]
    /// Whether the quarter is over; until then the figures are those of today.
    let isOver: Bool

    /// What it is called.
    var title: String { "\(site.name)\(quarter.chinese)检查报告" }

    /// How many days the site would have failed.
    var failedDays: Int { days.filter { $0.verdict != .passed }.count }

    /// The report as rows of comma-separated values.
    var csv: String {
        CSVLine.mark + head + items + columnLines + correctionLines + findingLines
    }

    private var head: String {
        let worst = days.map(\.score).min().map(String.init) ?? ""
        return CSVLine.text([title, ""])
            + CSVLine.text(["结论", card?.verdict.chinese ?? "没有记录"])
            + CSVLine.text(["得分", card.map { String($0.score) } ?? ""])
            + CSVLine.text(["本季度最低", worst]) + CSVLine.text(["不合格的天数", String(failedDays)])
    }

    private var items: String {
        guard let card else { return "" }
        let parts = [("单项否决", card.vetoes), ("扣分", card.deductions), ("加分", card.bonuses)]
        return CSVLine.text(["类别", "条目", "结果", "分值", "依据"])
            + parts.flatMap { name, lines in
                lines.map { line in
                    let grounds = line.evidence.map(\.words) + [line.note].compactMap(\.self)
                    return CSVLine.text(
                        [
                            name, line.title, line.state.chinese, String(line.points),
                            grounds.joined(separator: "\n"),
                        ])
                }
            }.joined()
    }

    private var columnLines: String {
        CSVLine.text(["栏目", "更新周期（天）", "最近发布", "状态", "本季度发布"])
            + columns.map { health in
                CSVLine.text([
                    health.column.name, health.column.updateDays.map(String.init) ?? "",
                    health.lastOn?.iso ?? "",
                    health.words, String(published[health.column.id] ?? 0),
                ])
            }.joined()
    }

    private var correctionLines: String {
        CSVLine.text(["纠错", "收到", "已答复", "采纳", "超期"])
            + CSVLine.text(
                [""]
                    + [corrections.received, corrections.answered, corrections.adopted, corrections.late].map(
                        String.init))
    }

    private var findingLines: String {
        CSVLine.text(["人工检查", "条目", "几处", "说明", "检查人"])
            + findings.map {
                CSVLine.text([$0.foundOn.iso, $0.code, String($0.faults), $0.words, $0.foundByName])
            }.joined()
    }
}

extension ScoreCard.State {
    /// The word people read.
    var chinese: String {
        switch self {
        case .sound: "没有问题"
        case .faulty: "有问题"
        case .unseen: "需人工检查"
        }
    }
}
