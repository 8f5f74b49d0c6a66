import Web
import WorkingTime

/// Which way it goes: thirty days and twelve months, drawn, with the numbers behind.
struct CockpitTrend {
    let figures: CockpitFigures

    var html: HTML {
        """
        \(chart("近 30 天每天收到的办件", figures.days, \.filed))
        \(chart("近 30 天每天超过承诺时限才办结的", figures.days, \.late))
        \(chart("近 12 个月每月收到的办件", figures.months, \.filed))
        <details class="more"><summary>每天的数字和办件</summary>\(days)</details>
        <details class="more"><summary>每月的数字和办件</summary>\(months)</details>
        """
    }

    private func chart(
        _ sentence: String, _ stretches: [CockpitFigures.Stretch],
        _ value: KeyPath<CockpitFigures.Stretch, Int>
    ) -> HTML {
        let total = stretches.reduce(0) { $0 + $1[keyPath: value] }
        return BarChart(
            "\(sentence)：共 \(total) 件。", unit: "件", bars: stretches.map { .init($0.key, $0[keyPath: value]) }
        ).html
    }

    private var days: HTML { table("每天", figures.days) { ($0, $0) } }

    private var months: HTML {
        table("每月", figures.months) { month in
            let first = CivilDate(iso: "\(month)-01") ?? .first
            return (first.iso, first.adding(months: 1).adding(days: -1).iso)
        }
    }

    private func table(
        _ caption: String, _ stretches: [CockpitFigures.Stretch], _ span: (String) -> (String, String)
    ) -> HTML {
        Table(
            caption, columns: [.init("时间")] + ["收到", "办结", "其中超期办结"].map { .init($0, isNumber: true) },
            rows: stretches.reversed().map { stretch in
                let (from, until) = span(stretch.key)
                return ["\(stretch.key)"]
                    + [("filed", stretch.filed), ("decided", stretch.decided), ("late", stretch.late)].map {
                        number($0.1, $0.0, from, until)
                    }
            }
        ).html
    }

    private func number(_ count: Int, _ figure: String, _ from: String, _ until: String) -> HTML {
        count == 0
            ? "0"
            : "<a href=\"\(figures.cases(figure, "&from=\(from)&until=\(until)"))\">\(count)</a>"
    }
}
