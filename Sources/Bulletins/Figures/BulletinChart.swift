import Web

/// What can be drawn in a section, the same on the page and on paper.
enum BulletinChart: String, Codable, Sendable, CaseIterable {
    case months, organs, late, signals

    /// What it shows, in a sentence; nil when there is nothing to draw.
    struct Drawing: Sendable, Hashable {
        struct Bar: Sendable, Hashable {
            let label: String
            let value: Int
        }

        let sentence: String
        let unit: String
        let bars: [Bar]
    }

    private static let mostBars = 15

    func drawing(_ figures: BulletinFigures) -> Drawing? {
        let drawing = content(figures)
        return drawing.bars.count > 1 ? drawing : nil
    }

    private func content(_ figures: BulletinFigures) -> Drawing {
        switch self {
        case .months:
            let bars = figures.months.map { Drawing.Bar(label: $0.month, value: $0.filed) }
            return Drawing(
                sentence: "截至本期末各月收到的办件，共 \(bars.reduce(0) { $0 + $1.value }) 件。", unit: "件", bars: bars)
        case .organs:
            let bars = figures.ranked.map {
                Drawing.Bar(label: $0.name, value: Comparing.wholePoints($0.points))
            }
            return Drawing(
                sentence: "\(figures.ranked.count) 个部门按同一套指标的得分，从高到低。", unit: "分",
                bars: Array(bars.prefix(Self.mostBars)))
        case .late:
            let late = figures.organs.map {
                Drawing.Bar(label: $0.name, value: $0.amounts["promised_late"] ?? 0)
            }
            let bars = late.filter { $0.value > 0 }.sorted { ($1.value, $0.label) < ($0.value, $1.label) }
            return Drawing(
                sentence: "超过承诺时限才办结的，按部门从多到少。", unit: "件", bars: Array(bars.prefix(Self.mostBars)))
        case .signals:
            let bars = figures.signals.filter { $0.count > 0 }.map {
                Drawing.Bar(label: $0.name, value: $0.count)
            }
            return Drawing(
                sentence: "各类监察信号的数量，不含撤销、取消的。", unit: "条",
                bars: Array(bars.sorted { ($1.value, $0.label) < ($0.value, $1.label) }.prefix(Self.mostBars))
            )
        }
    }
}

extension BulletinChart.Drawing {
    /// On a page, with its table.
    var html: HTML { BarChart(sentence, unit: unit, bars: bars.map { .init($0.label, $0.value) }).html }
}
