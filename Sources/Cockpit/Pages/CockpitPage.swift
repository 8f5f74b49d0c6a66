import Refusals
import StreetMaps
import Web
import WorkingTime

/// 领导决策参考: what is going wrong first, then where, then which way it goes. To be read on a phone in a minute.
struct CockpitPage {
    static let title = "领导决策参考"

    let figures: CockpitFigures?
    let map: StreetMap
    let sources: CockpitSources
    let brief: Int?
    let errors: [FieldError]
    let now: Instant
    let token: CSRFToken

    var page: Page {
        Page(
            Self.title, crumbs: [Link("工作台", "/desk"), Link(Self.title, nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(Self.title)</h1>
                \(figures.map(content) ?? EmptyState("正在统计", "<p>第一次统计要一分钟，请过一会儿再看。</p>").html)
                \(BriefForm(minute: brief, errors: errors, token: token).html)
                """)
    }

    private func content(_ figures: CockpitFigures) -> HTML {
        """
        <p class="lead">\(figures.sentence) 截至 \(figures.at.chinese)。</p>
        \(CockpitToday(figures: figures, sources: sources).html)
        <h2>上升最快的事项</h2>
        \(rises(figures))
        <h2>各街道</h2>
        \(StreetMapPiece(map: map, figures: figures).html)
        <h2>各部门</h2>
        \(CockpitGroups(figures: figures, sources: sources).organs)
        <h2>各事项</h2>
        \(CockpitGroups(figures: figures, sources: sources).topics)
        <h2>趋势</h2>
        \(CockpitTrend(figures: figures).html)
        """
    }

    private func rises(_ figures: CockpitFigures) -> HTML {
        guard !figures.rises.isEmpty else { return "<p>近七天没有明显上升的事项。</p>" }
        return """
            <ul class="links">\(each: figures.rises, { rise in
                "<li><a href=\"\(figures.week(of: rise))\">\(rise.name) \(rise.now) 件</a><span>\(before(rise, figures))</span></li>"
            })</ul>
            """
    }

    private func before(_ rise: CockpitFigures.Rise, _ figures: CockpitFigures) -> HTML {
        guard rise.before > 0 else { return "前七天 0 件" }
        return "<a href=\"\(figures.week(of: rise, before: 7))\">前七天 \(rise.before) 件</a>"
    }
}

extension CockpitFigures {
    /// What matters, in a sentence.
    var sentence: String {
        guard overdue + red + orders > 0 else { return "今天没有超期的办件，没有红牌，督办都在期限内。" }
        let worst = organs.first.map { $0.overdue > 0 ? "超期最多的是\($0.name)（\($0.overdue) 件）。" : "" } ?? ""
        return "超期 \(overdue) 件，红牌 \(red) 张，督办超期 \(orders) 项。\(worst)"
    }
}

/// The numbers of today, each a link to what it counts.
struct CockpitToday {
    let figures: CockpitFigures
    let sources: CockpitSources

    var html: HTML {
        """
        <dl class="figures">\(each: numbers, { one in
            "<div><dt>\(one.label)</dt><dd><a href=\"\(one.link)\">\(one.count)<small> \(one.unit)</small></a></dd></div>"
        })</dl>
        """
    }

    private var numbers: [(label: String, count: Int, unit: String, link: String)] {
        [
            ("超期未办结", figures.overdue, "件", figures.cases("overdue")),
            ("即将到期", figures.nearly, "件", figures.cases("near")),
            ("红牌", figures.red, "张", sources.cardsPath("red", nil)),
            ("黄牌", figures.yellow, "张", sources.cardsPath("yellow", nil)),
            ("督办超期", figures.orders, "项", figures.cases("orders")),
            ("在办", figures.open, "件", figures.cases("open")),
        ]
    }
}
