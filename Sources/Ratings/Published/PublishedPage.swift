import Web

/// The ratings, for everybody.
struct PublishedPage {
    let figures: [RatingFigure]
    let since: String
    let names: [String: String]

    var page: Page {
        Page(
            "服务评价", crumbs: [Link("服务评价", nil)], width: .wide, description: "各部门各事项的好差评结果，全部公开。",
            body: """
                <h1>服务评价</h1>
                <p class="lead">\(since) 以来办事人对各部门各事项的评价。没有评价的不计入，也不算好评；申诉成立的评价不计入。</p>
                <p><a href="\(RatingPath.file)">下载数据（CSV）</a>　<a href="\(RatingPath.rate)">我有评价码</a></p>
                \(figures.isEmpty ? EmptyState("还没有评价", "<p>有人评价后会公布在这里。</p>").html : organs)
                """)
    }

    private var organs: HTML {
        let groups = Dictionary(grouping: figures, by: \.organ)
            .map { (organ: $0.key, figures: $0.value, total: $0.value.reduce(0) { $0 + $1.total }) }
            .sorted { ($0.total, $1.organ) > ($1.total, $0.organ) }
        return "\(each: groups, { section($0.organ, $0.figures, $0.total) })"
    }

    private func section(_ organ: String, _ figures: [RatingFigure], _ total: Int) -> HTML {
        let good = figures.reduce(0) { $0 + $1.grades.prefix(3).reduce(0, +) }
        let percent = total == 0 ? 0 : good * 100 / total
        return """
            <h2>\(names[organ] ?? organ)</h2>
            <p>共 \(total) 条评价，其中基本满意及以上 \(good) 条，占 \(percent)%。</p>
            \(table(names[organ] ?? organ, figures))
            """
    }

    private func table(_ name: String, _ figures: [RatingFigure]) -> HTML {
        Table(
            "\(name)的评价",
            columns: [
                .init("事项"), .init("非常满意", isNumber: true), .init("满意", isNumber: true),
                .init("基本满意", isNumber: true), .init("不满意", isNumber: true), .init("非常不满意", isNumber: true),
                .init("满意率", isNumber: true),
            ],
            rows: figures.map { figure in
                ["\(figure.item.isEmpty ? "没有写明的事项" : figure.item)"]
                    + figure.grades.map { "\($0)" as HTML } + ["\(figure.percentText)"]
            }
        ).html
    }
}
