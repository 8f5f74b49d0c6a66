import Identity
import Refusals
import Web
import WorkingTime

/// All sites with their scores, and the columns that run out.
struct HealthOverviewPage {
    /// A site with its card of this moment.
    struct Line {
        let site: ContentSite
        let card: ScoreCard
    }

    /// A column that runs out or has.
    struct Due {
        let site: ContentSite
        let health: ColumnHealth
        let people: [ColumnPost]
    }

    let lines: [Line]
    let due: [Due]

    var page: Page {
        Page(
            "栏目保障", crumbs: [Link("工作台", "/desk"), Link("内容管理", ContentPath.desk), Link("栏目保障", nil)],
            width: .wide, area: .desk,
            body: """
                <h1>栏目保障</h1>
                <p class="lead">像检查组一样看每个站点：先看单项否决，再看扣分。数字是此刻的。</p>
                <h2>要更新的栏目</h2>
                \(due.isEmpty ? EmptyState("没有快到期的栏目", "<p>到期以前会提醒栏目的编辑。</p>").html : dueTable)
                <h2>各站点得分</h2>
                \(lines.isEmpty ? EmptyState("还没有站点").html : siteTable)
                """)
    }

    private var dueTable: HTML {
        Table(
            "要更新的栏目",
            columns: [.init("栏目"), .init("站点"), .init("状态"), .init("最近发布"), .init("编辑")],
            rows: due.map { due in
                let editors = due.people.filter { $0.role == .editor }.map(\.name)
                return [
                    "<a href=\"\(ContentPath.column(due.site.code, due.health.column.code))\">\(due.health.column.name)</a>",
                    "\(due.site.name)", due.health.badge, "\(due.health.lastOn?.iso ?? "")",
                    "\(editors.isEmpty ? "没有编辑" : editors.joined(separator: "、"))",
                ]
            }
        ).html
    }

    private var siteTable: HTML {
        Table(
            "各站点得分",
            columns: [
                .init("站点"), .init("结论"), .init("得分", isNumber: true), .init("单项否决"),
                .init("待人工检查", isNumber: true),
            ],
            rows: lines.map { line in
                let vetoes = line.card.vetoes.filter { $0.state == .faulty }.map(\.title)
                return [
                    "<a href=\"\(HealthPath.site(String(line.site.id)))\">\(line.site.name)</a>",
                    line.card.badge,
                    "\(line.card.score)", "\(vetoes.isEmpty ? "没有" : vetoes.joined(separator: "、"))",
                    "\(line.card.unseen) 项",
                ]
            }
        ).html
    }
}

extension ScoreCard {
    /// What comes out, as a badge.
    var badge: HTML { StatusBadge(verdict.chinese, verdict == .passed ? .done : .late).html }
}

extension ColumnHealth {
    /// Where it stands, as a badge.
    var badge: HTML {
        let tone: StatusBadge.Tone =
            switch state {
            case .empty, .stale: .late
            case .soon: .near
            case .fresh: .done
            case .unbound: .waiting
            }
        return StatusBadge(words, tone).html
    }
}
