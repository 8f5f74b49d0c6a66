import Identity
import Services
import Web

/// How complete the items of each organ are, and which elements are missing where.
struct CompletenessPages: Sendable {
    let desk: ItemDesk

    var routes: [Route] {
        [
            .get(ItemLibraryPath.statistics, .may(.readItems), "事项完整度") { _, _ in
                .page(
                    CompletenessPage(
                        figures: OrganFigures.all(desk.library.catalogue.services.map(\.item)),
                        organNames: try await desk.organNames()
                    ).page)
            }
        ]
    }
}

/// What is missing in the items of an organ.
struct OrganFigures: Sendable, Hashable {
    let organ: String
    let items: Int
    let whole: Int
    /// How often each element is missing, the most frequent first.
    let gaps: [Gap]
    let percent: Int

    /// An element and in how many items it is missing.
    struct Gap: Sendable, Hashable {
        let element: ListElement
        let count: Int
    }

    init(_ organ: String, _ all: [ServiceItem]) {
        let found = all.map(Completeness.init(of:))
        let counts = ListElement.allCases.map { element in
            Gap(element: element, count: found.filter { $0.missing.contains(element) }.count)
        }
        (self.organ, items) = (organ, all.count)
        whole = found.filter { $0.missing.isEmpty }.count
        gaps = counts.filter { $0.count > 0 }.sorted { $0.count > $1.count }
        percent = found.isEmpty ? 0 : found.reduce(0) { $0 + $1.percent } / found.count
    }

    /// Each organ that has items, the least complete first.
    static func all(_ items: [ServiceItem]) -> [OrganFigures] {
        Dictionary(grouping: items, by: \.organ).map { OrganFigures($0.key, $0.value) }
            .sorted { ($0.percent, $0.organ) < ($1.percent, $1.organ) }
    }
}

struct CompletenessPage {
    let figures: [OrganFigures]
    let organNames: [String: String]

    var page: Page {
        Page(
            "事项完整度", crumbs: [Link("工作台", "/desk"), Link("事项库", ItemLibraryPath.items), Link("事项完整度", nil)],
            width: .wide, area: .desk,
            body: """
                <h1>事项完整度</h1>
                <p class="lead">在用事项 \(figures.reduce(0) { $0 + $1.items }) 项，实施清单 \(ListElement.allCases.count) 个要素。\
                要素齐全的 \(figures.reduce(0) { $0 + $1.whole }) 项。</p>
                \(figures.isEmpty ? EmptyState("还没有在用的事项").html : table)
                """)
    }

    private var table: HTML {
        Table(
            "各部门事项完整度",
            columns: [
                .init("部门"), .init("在用事项", isNumber: true), .init("要素齐全", isNumber: true),
                .init("平均完整度", isNumber: true), .init("缺得最多的要素"),
            ],
            rows: figures.map { figure in
                [
                    "<a href=\"\(ItemLibraryPath.items)?organ=\(figure.organ)&completeness=partial\">\(organNames[figure.organ] ?? figure.organ)</a>",
                    "\(figure.items)", "\(figure.whole)", "\(figure.percent)%", gaps(figure),
                ]
            }
        ).html
    }

    private func gaps(_ figure: OrganFigures) -> HTML {
        guard !figure.gaps.isEmpty else { return "—" }
        let all = figure.gaps.map { "\($0.element.chinese)（\($0.count)）" }
        let rest = all.dropFirst(4)
        return """
            \(all.prefix(4).joined(separator: "、"))\(if: !rest.isEmpty, "<details><summary>其余 \(rest.count) 个</summary>\(rest.joined(separator: "、"))</details>")
            """
    }
}
