import StreetMaps
import Web

/// The map with a link on every street, and the same numbers as a table.
struct StreetMapPiece {
    let map: StreetMap
    let figures: CockpitFigures

    private var streets: [CockpitFigures.Group] { figures.streets }
    private var most: Int { max(1, streets.map(\.overdue).max() ?? 1) }

    var html: HTML {
        guard !streets.isEmpty else { return "<p>区里没有登记街道。</p>" }
        return """
            <figure class="street-map"><figcaption>\(sentence)</figcaption>
            \(StreetDrawing(map, label: "各街道的诉求", pieces: streets.map(piece)).html)
            <p class="hint">示意图，颜色越深超期的越多；点街道看它的诉求。</p>
            <details class="more"><summary>查看数据</summary>\(table)</details></figure>
            """
    }

    private var sentence: String {
        let worst = streets.max { $0.overdue < $1.overdue }
        let total = streets.reduce(0) { $0 + $1.open }
        guard let worst, worst.overdue > 0 else { return "各街道的诉求 \(total) 件在办，没有超期的。" }
        return "各街道的诉求 \(total) 件在办，超期最多的是\(worst.name)（\(worst.overdue) 件）。"
    }

    private func piece(_ group: CockpitFigures.Group) -> StreetPiece {
        StreetPiece(
            group.key, name: group.name, href: link(group, "open"),
            counts: ["在办 \(group.open)", "超期 \(group.overdue)"],
            shade: StreetPiece.shade(group.overdue, of: most))
    }

    private func link(_ group: CockpitFigures.Group, _ figure: String) -> String {
        figures.cases(figure, "&street=\(group.key)")
    }

    private var table: HTML {
        Table(
            "各街道的诉求", columns: [.init("街道"), .init("超期", isNumber: true), .init("在办", isNumber: true)],
            rows: streets.map { group in
                [
                    "\(group.name)", number(group.overdue, link(group, "overdue")),
                    number(group.open, link(group, "open")),
                ]
            }
        ).html
    }

    private func number(_ count: Int, _ link: String) -> HTML {
        count == 0 ? "0" : "<a href=\"\(link)\">\(count)</a>"
    }
}
