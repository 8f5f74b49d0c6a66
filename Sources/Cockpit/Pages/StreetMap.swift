import Foundation
import Web
import Yams

/// The streets of the district in a plane, as data.
struct StreetMap: Codable, Sendable, Hashable {
    struct Street: Codable, Sendable, Hashable {
        let code: String
        /// Corners, as SVG writes them.
        let points: String
        /// Where its words stand.
        let at: [Int]
    }

    struct River: Codable, Sendable, Hashable {
        let points: String
        let label: String
        let at: [Int]
    }

    let width: Int
    let height: Int
    let river: River?
    let streets: [Street]

    /// - Throws: a decoding error when the delivered file is damaged.
    static func delivered() throws -> StreetMap {
        let file = Bundle.module.bundleURL.appending(path: "Resources/street-map.yaml")
        return try YAMLDecoder().decode(StreetMap.self, from: Data(contentsOf: file))
    }
}

/// The map with a link on every street, and the same numbers as a table.
struct StreetMapPiece {
    let map: StreetMap
    let streets: [CockpitFigures.Group]

    private var most: Int { max(1, streets.map(\.overdue).max() ?? 1) }

    var html: HTML {
        guard !streets.isEmpty else { return "<p>区里没有登记街道。</p>" }
        return """
            <figure class="street-map"><figcaption>\(sentence)</figcaption>
            <svg viewBox="0 0 \(map.width) \(map.height)" role="group" aria-label="各街道的诉求">
            \(map.river.map(river) ?? .empty)
            \(each: map.streets, piece)
            </svg>
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

    private func river(_ river: StreetMap.River) -> HTML {
        """
        <polygon class="river" points="\(river.points)"></polygon>
        <text class="river-name" x="\(river.at.first ?? 0)" y="\(river.at.last ?? 0)">\(river.label)</text>
        """
    }

    private func piece(_ piece: StreetMap.Street) -> HTML {
        let group = streets.first { $0.key == piece.code } ?? .init(key: piece.code, name: piece.code)
        let shade = group.overdue == 0 ? 0 : 1 + group.overdue * 3 / most
        let (x, y) = (piece.at.first ?? 0, piece.at.last ?? 0)
        return """
            <a href="\(link(group, "open"))"><polygon class="street shade-\(shade)" points="\(piece.points)"></polygon>\
            <text x="\(x)" y="\(y)">\(group.name)</text>\
            <text class="count" x="\(x)" y="\(y + 22)">在办 \(group.open)</text>\
            <text class="count" x="\(x)" y="\(y + 40)">超期 \(group.overdue)</text></a>
            """
    }

    private func link(_ group: CockpitFigures.Group, _ figure: String) -> String {
        "\(CockpitPath.cases)?figure=\(figure)&street=\(group.key)"
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
