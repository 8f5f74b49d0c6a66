import Identity
import Web
import WorkingTime

/// What a role lets its holder do, or what somebody may do and why.
struct RightsPage {
    let acts: [Route]
    let role: Role?
    let holder: PostHolder?
    let organs: OrganNames
    let today: CivilDate

    var page: Page {
        Page(
            "权限说明", crumbs: [Link("工作台", "/desk"), Link("权限说明", nil)], width: .wide, area: .desk,
            body: """
                <h1>权限说明</h1>
                <p class="lead">\(lead)</p>
                \(roles)
                \(table)
                """)
    }

    private var lead: String {
        if let role { return "\(role.chinese)可以做的事。哪个部门的办件，由各人在哪个部门任职决定；看不到的办件，一律当作不存在。" }
        return "\(holder?.displayName ?? "")可以做的事和理由。权限只来自岗位，岗位变动后随之改变。"
    }

    private var roles: HTML {
        """
        <form class="filters" action="\(RightsPath.rights)">
        <div class="filter"><label class="label" for="role">岗位</label>
        <select class="input" id="role" name="role">\(each: Role.allCases, { each in
            "<option value=\"\(each.rawValue)\"\(attribute: "selected", if: each == role)>\(each.chinese)</option>"
        })</select></div><button class="button">看这个岗位</button></form>
        """
    }

    private var table: HTML {
        Table(
            "权限", columns: [.init("事项"), .init("地址"), .init("谁可以"), .init(role == nil ? "理由" : "审计记录")],
            rows: lines.map { route, reason in
                [
                    "\(route.title)\(route.journal == nil ? "" : StatusBadge("会改变数据", .active).html)",
                    "<span class=\"code\">\(route.path)</span>",
                    "\(Admission(policy: route.policy).chinese)", "\(reason)",
                ]
            }
        ).html
    }

    private var lines: [(Route, String)] {
        acts.compactMap { route in
            let admission = Admission(policy: route.policy)
            if let role { return admission.admits(role) ? (route, route.journal ?? "—") : nil }
            guard let holder else { return nil }
            let held = holder.posts.filter { $0.term.contains(today) }.map(\.post)
            return admission.reason(held, organs.words).map { (route, $0) }
        }
    }
}
