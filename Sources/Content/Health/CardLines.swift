import Web
import WorkingTime

/// The items of a card: vetoes first, then points off, then bonuses.
struct CardLines {
    let card: ScoreCard
    /// On paper nothing is folded away.
    let isPrinted: Bool

    var html: HTML {
        """
        <h2>单项否决</h2>\(table("单项否决", card.vetoes, pointsTitle: nil))
        <h2>扣分</h2>\(table("扣分", card.deductions, pointsTitle: "扣分"))
        \(if: !card.bonuses.isEmpty, bonuses)
        """
    }

    private var bonuses: HTML {
        "<h2>加分</h2>\(table("加分", card.bonuses, pointsTitle: "加分"))"
    }

    private func table(_ caption: String, _ lines: [ScoreCard.Line], pointsTitle: String?) -> HTML {
        let points = pointsTitle.map { [Table.Column($0, isNumber: true)] } ?? []
        return Table(
            caption, columns: [.init("条目"), .init("结果")] + points + [.init("依据")],
            rows: lines.map { line in
                ["<b>\(line.title)</b><p class=\"reason\">\(line.detail)</p>", line.badge]
                    + (pointsTitle == nil ? [] : ["\(line.points)"]) + [evidence(line)]
            }
        ).html
    }

    private func evidence(_ line: ScoreCard.Line) -> HTML {
        let note: HTML? = line.note.map { "<p>\($0)</p>" }
        guard !line.evidence.isEmpty else { return "\(note)" }
        let list = EvidenceList(line.evidence, of: line.evidence.count).html
        guard !isPrinted, line.evidence.count > 3 else { return "\(note)\(list)" }
        return "\(note)<details><summary>看 \(line.evidence.count) 处</summary>\(list)</details>"
    }
}

extension ScoreCard.Line {
    /// How it stands, as a badge.
    var badge: HTML {
        switch state {
        case .sound: StatusBadge("没有问题", .done).html
        case .faulty:
            StatusBadge(code.hasPrefix("bonus.") ? "有加分" : "有问题", code.hasPrefix("bonus.") ? .done : .late)
                .html
        case .unseen: StatusBadge("需人工检查", .waiting).html
        }
    }
}

/// The columns of a site and how they fare.
struct ColumnTable {
    let site: ContentSite
    let columns: [ColumnHealth]
    /// How much was published in each; nil where nobody asks.
    let published: [Int64: Int]?

    var html: HTML {
        let more = published == nil ? [] : [Table.Column("本季度发布", isNumber: true)]
        return Table(
            "栏目", columns: [.init("栏目"), .init("更新周期"), .init("最近发布"), .init("状态")] + more,
            rows: columns.map { health in
                let column = health.column
                let count = published.map { ["\($0[column.id] ?? 0)" as HTML] } ?? []
                return [
                    "<a href=\"\(ContentPath.column(site.code, column.code))\">\(column.name)</a>",
                    "\(column.updateDays.map { "\($0) 天" } ?? "随时")", "\(health.lastOn?.iso ?? "没有")",
                    health.badge,
                ] + count
            }
        ).html
    }
}
