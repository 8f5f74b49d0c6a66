import Codes
import Government
import StreetMaps
import Web
import WorkingTime

/// Where the answered requests are: the streets as a picture and as a table, and those that name a place.
struct RegisterMapPage {
    let filter: RegisterFilter
    let answers: [StreetAnswers]
    let placed: [RequestRow]
    let rules: RequestRules
    let streets: [Division]
    let map: StreetMap
    let pager: Pager

    var page: Page {
        Page(
            "诉求地图", crumbs: [Link("大家的诉求", RequestPath.register), Link("诉求地图", nil)],
            description: "各街道已经答复并公开的诉求有多少，去除了个人信息。",
            body: """
                <h1>诉求地图</h1>
                <p class="lead">各街道已经答复并公开的诉求。点街道，看那里反映过什么、怎样答复的。</p>
                \(search)
                <figure class="street-map told"><figcaption>\(sentence)</figcaption>
                \(StreetDrawing(map, label: "各街道已答复的诉求", pieces: counted.map(piece)).html)
                <p class="hint">示意图，不是边界；颜色越深答复的越多。</p></figure>
                <h2>各街道的数字</h2>\(table)
                <h2>写明了位置的</h2>
                <p class="quiet-words">位置只精确到大约一百米，不指向哪一家。\
                <a href="\(address(RequestPath.mapFile, filter.division))">下载地图数据（GeoJSON）</a></p>
                \(placed.isEmpty ? EmptyState("没有写明位置的答复").html : list)\(pager.html)
                """)
    }

    private var search: HTML {
        let category = Field(
            "category", "哪方面", .division, isRequired: false, value: filter.category,
            options: rules.categories.map { Field.Option($0.code, $0.name) })
        return """
            <form class="form filters" method="get" action="\(RequestPath.map)">\(category.html)\
            <div class="actions"><button class="button quiet">筛选</button></div></form>
            """
    }

    /// Every street of the district, also one about which nothing was said.
    private var counted: [(street: Division, answers: StreetAnswers)] {
        streets.map { street in
            let code = street.code.text
            return (street, answers.first { $0.division == code } ?? StreetAnswers(division: code))
        }
    }

    /// What names no street, or one that is no more.
    private var elsewhere: StreetAnswers {
        let known = Set(streets.map(\.code.text))
        return answers.filter { !known.contains($0.division ?? "") }
            .reduce(into: StreetAnswers(division: nil)) { sum, one in
                sum.answered += one.answered
                sum.assessed += one.assessed
                sum.solved += one.solved
            }
    }

    private var sentence: String {
        let total = answers.reduce(0) { $0 + $1.answered }
        let most = counted.max { $0.answers.answered < $1.answers.answered }
        guard let most, most.answers.answered > 0 else { return "已答复 \(total) 件。" }
        return "已答复 \(total) 件，最多的是\(most.street.name)（\(most.answers.answered) 件）。"
    }

    private func piece(_ street: Division, _ answers: StreetAnswers) -> StreetPiece {
        StreetPiece(
            street.code.text, name: street.name, href: address(RequestPath.register, street.code.text),
            counts: ["已答复 \(answers.answered)"],
            shade: StreetPiece.shade(answers.answered, of: counted.map(\.answers.answered).max() ?? 1))
    }

    private var table: HTML {
        let rows = counted.map { cells("\($0.street.name)", $0.answers, linked($0.street, $0.answers)) }
        let rest = elsewhere
        return Table(
            "各街道已答复的诉求",
            columns: [
                .init("街道"), .init("已答复", isNumber: true), .init("已评价", isNumber: true),
                .init("表示已解决", isNumber: true),
            ],
            rows: rows + (rest.answered == 0 ? [] : [cells("没有写街道的", rest, "\(rest.answered)")])
        ).html
    }

    private func linked(_ street: Division, _ answers: StreetAnswers) -> HTML {
        let href = address(RequestPath.register, street.code.text)
        return answers.answered == 0 ? "0" : "<a href=\"\(href)\">\(answers.answered)</a>"
    }

    private func cells(_ name: HTML, _ answers: StreetAnswers, _ count: HTML) -> [HTML] {
        [name, count, "\(answers.assessed)", "\(answers.solved)"]
    }

    private var list: HTML {
        "<ul class=\"links\">\(each: placed, entry)</ul>"
    }

    private func entry(_ row: RequestRow) -> HTML {
        let facts = [
            rules.category(row.category)?.name, streets.first { $0.code.text == row.division }?.name,
            row.point.flatMap(RoughPlace.init)?.words,
        ].compactMap(\.self).joined(separator: "，")
        return """
            <li><div><a href="\(RequestPath.answered(String(row.id)))">\(row.publicTitle ?? "")</a><br>\
            <span class="quiet-words">\(facts)</span></div></li>
            """
    }

    /// The category is one of the rules: what else stands in the address is not carried on.
    private func address(_ path: String, _ division: String) -> String {
        let category = rules.category(filter.category)?.code ?? ""
        let pairs = [("category", category), ("division", division)].filter { !$1.isEmpty }
        return pairs.isEmpty ? path : "\(path)?" + pairs.map { "\($0)=\($1)" }.joined(separator: "&")
    }
}
