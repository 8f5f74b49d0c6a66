import Cases
import Desk
import Web
import WorkingTime

/// The matters of somebody whom one follows.
struct FollowedListPage {
    let follow: Follow
    let matters: [CaseSummary]
    let now: Instant
    let pager: Pager

    var page: Page {
        let title = "\(follow.owner.name)的办件"
        return Page(
            title,
            crumbs: [
                Link("我的办件", ProgressPath.matters), Link(FollowListPage.title, ProgressPath.follows),
                Link(title, nil),
            ], width: .wide,
            body: """
                <h1>\(title)</h1>
                <p class="lead">\(follow.owner.name)请您关注，到 \(follow.until.chinese)止。您看到的是进度，不能替对方办理；每次查看都有记录。</p>
                \(matters.isEmpty ? EmptyState("\(follow.owner.name)还没有办件").html : table)\(pager.html)
                """)
    }

    private var table: HTML {
        Table(
            "亲友的办件", columns: [.init("事项"), .init("状态"), .init("期限"), .init("提交")],
            rows: matters.map { matter in
                [name(matter), PhaseBadge(matter).html, due(matter), "\(matter.filedAt.day.shortChinese)"]
            }
        ).html
    }

    private func name(_ matter: CaseSummary) -> HTML {
        """
        <a href="\(ProgressPath.followed(String(follow.id), matter.number))">\(matter.name)</a>
        <div class="hint code">\(matter.number)</div>
        """
    }

    private func due(_ matter: CaseSummary) -> HTML {
        guard !matter.phase.isFinal, let due = matter.dueAt else { return "—" }
        if matter.isOverdue(at: now) { return StatusBadge("已超期", .late).html }
        return "\(due.day.shortWithWeekday)到期"
    }
}
