import Codes
import Government
import Web
import WorkingTime

/// Answered requests, the newest first, with the figures of a year.
struct RegisterPage {
    let filter: RegisterFilter
    let rows: [RequestRow]
    let figures: [CategoryFigure]
    let rules: RequestRules
    let streets: [Division]
    let organs: OrganNameHistory
    let pager: Pager

    var page: Page {
        Page(
            "大家的诉求", crumbs: [Link("大家的诉求", nil)], description: "别人反映过、已经答复的问题，去除了个人信息。",
            body: """
                <h1>大家的诉求</h1>
                <p class="lead">别人反映过、已经答复的问题。先找一找，也许您的问题已经有答案。</p>
                <p class="actions"><a class="button" href="\(RequestPath.form)">我要反映</a>
                <a class="button quiet" href="\(RequestPath.map)">在地图上看</a></p>
                \(search)
                \(rows.isEmpty ? EmptyState("没有符合条件的答复").html : list)\(pager.html)
                \(numbers)
                """)
    }

    private var search: HTML {
        let words = Field("q", "找什么", hint: "如：文明路 路灯", isRequired: false, value: filter.words)
        let category = Field(
            "category", "哪方面", .division, isRequired: false, value: filter.category,
            options: rules.categories.map { Field.Option($0.code, $0.name) })
        let street = Field(
            "division", "哪个街道", .division, isRequired: false, value: filter.division,
            options: streets.map { Field.Option($0.code.text, $0.name) })
        return """
            <form class="form filters" method="get" action="\(RequestPath.register)">\(words.html)\(category.html)\(street.html)\
            <div class="actions"><button class="button quiet">查找</button></div></form>
            """
    }

    private var list: HTML {
        "<ul class=\"links\">\(each: rows, entry)</ul>"
    }

    private func entry(_ row: RequestRow) -> HTML {
        let facts = [
            rules.category(row.category)?.name, row.publishedAt.map { "\($0.shortChinese)答复" },
            organs.name(of: row.organ, on: row.publishedAt?.day),
        ].compactMap(\.self).joined(separator: "，")
        return """
            <li><div><a href="\(RequestPath.answered(String(row.id)))">\(row.publicTitle ?? "")</a><br>\
            <span class="quiet-words">\(facts)</span></div></li>
            """
    }

    private var numbers: HTML? {
        guard !figures.isEmpty else { return nil }
        let total = figures.reduce(0) { $0 + $1.answered }
        let assessed = figures.reduce(0) { $0 + $1.assessed }
        let solved = figures.reduce(0) { $0 + $1.solved }
        let sentence =
            assessed == 0
            ? "一年来办结 \(total) 件，还没有人评价。"
            : "一年来办结 \(total) 件；评价过的 \(assessed) 件中，\(solved) 件表示已经解决。"
        return """
            <h2>一年来的数字</h2><p>\(sentence)</p>\(Table(
                "一年来各类诉求", columns: [
                    .init("类别"), .init("办结", isNumber: true), .init("已评价", isNumber: true),
                    .init("已解决", isNumber: true), .init("平均分", isNumber: true),
                ], rows: figures.map(cells)).html)
            """
    }

    private func cells(_ figure: CategoryFigure) -> [HTML] {
        let tenths = figure.assessed == 0 ? nil : figure.grades * 10 / figure.assessed
        let average = tenths.map { "\($0 / 10).\($0 % 10)" } ?? "—"
        return [
            "\(rules.category(figure.category)?.name ?? figure.category)", "\(figure.answered)",
            "\(figure.assessed)", "\(figure.solved)", "\(average)",
        ]
    }
}
