import Web
import WorkingTime

/// 亲友关注: whom one lets see one's progress, and whose progress one may see.
struct FollowListPage {
    static let title = "亲友关注"

    let given: [Follow]
    let received: [Follow]
    let today: CivilDate
    let token: CSRFToken
    let pager: Pager

    var page: Page {
        Page(
            Self.title, crumbs: [Link("我的办件", ProgressPath.matters), Link(Self.title, nil)], width: .wide,
            body: """
                <h1>\(Self.title)</h1>
                <p class="lead">家里的老人办事，子女可以帮着看进度：一方邀请、另一方同意，双方随时可以结束。</p>
                \(if: !received.isEmpty, "<h2>我关注的</h2>\(table("我关注的", received, isOwner: false))")
                <h2>能看到我的进度的</h2>\(given.isEmpty ? none : table("能看到我的进度的", given, isOwner: true))\(pager.html)
                <p class="actions"><a class="button" href="\(ProgressPath.newFollow)">\(FollowFormPage.title)</a></p>
                """)
    }

    private var none: HTML {
        EmptyState("还没有邀请过别人", "<p>邀请以后，对方同意才能看到。</p>").html
    }

    private func table(_ title: String, _ follows: [Follow], isOwner: Bool) -> HTML {
        Table(
            title, columns: [.init(isOwner ? "谁" : "谁的"), .init("范围"), .init("截止"), .init("状态")],
            rows: follows.map { follow in
                [
                    name(follow, isOwner: isOwner), "\(follow.scope.chinese)", "\(follow.until.chinese)",
                    state(follow, isOwner: isOwner),
                ]
            }
        ).html
    }

    private func name(_ follow: Follow, isOwner: Bool) -> HTML {
        if isOwner { return "\(follow.follower.name)<div class=\"hint\">\(follow.relation.chinese)</div>" }
        guard follow.state(on: today) == .inForce else { return "\(follow.owner.name)" }
        return "<a href=\"\(ProgressPath.followed(String(follow.id)))\">\(follow.owner.name)的进度</a>"
    }

    private func state(_ follow: Follow, isOwner: Bool) -> HTML {
        switch follow.state(on: today) {
        case .waiting where isOwner:
            "\(StatusBadge("等对方同意", .near).html)\(ending(follow, "收回邀请"))"
        case .waiting: "\(StatusBadge("等您同意", .near).html)\(accepting(follow))\(ending(follow, "拒绝"))"
        case .inForce: "\(StatusBadge("关注中", .done).html)\(ending(follow, isOwner ? "结束" : "不再关注"))"
        case .declined: StatusBadge("已拒绝", .waiting).html
        case .ended: StatusBadge("已结束", .waiting).html
        case .expired: StatusBadge("已到期", .waiting).html
        }
    }

    private func accepting(_ follow: Follow) -> HTML {
        let action = ProgressPath.acceptance(String(follow.id))
        return
            "<div class=\"below\">\(PostButton("同意", action: action, token: token, tone: .primary).html)</div>"
    }

    private func ending(_ follow: Follow, _ label: String) -> HTML {
        let action = ProgressPath.ending(String(follow.id))
        return "<div class=\"below\">\(PostButton(label, action: action, token: token).html)</div>"
    }
}
