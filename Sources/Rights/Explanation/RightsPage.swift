import Identity
import Web
import WorkingTime

/// What a role lets its holder do, or what somebody may do and why: from the role to the version of the grants, and from
/// there to the power, over what it reaches and how far personal data are shown.
struct RightsPage {
    let acts: [Route]
    let role: Role?
    let holder: PostHolder?
    let organs: OrganNames
    let grants: Grants
    let powers: PowerList
    let today: CivilDate

    var page: Page {
        Page(
            "权限说明", crumbs: [Link("工作台", "/desk"), Link("权限说明", nil)], width: .wide, area: .desk,
            body: """
                <h1>权限说明</h1>
                <p class="lead">\(lead)</p>
                \(roles)
                <h2>权限从哪里来</h2>\(origins)
                <h2>可以打开的页面和可以办的事</h2>\(table)
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

    /// The posts that count today.
    private var held: [Post] { (holder?.posts ?? []).filter { $0.term.contains(today) }.map(\.post) }

    private var origins: HTML {
        let lines =
            role.map { role in grants.all(of: role).map { (role.chinese, $0) } }
            ?? held.flatMap { post in grants.all(of: post.role).map { (organs.words(post), $0) } }
        guard !lines.isEmpty else { return "<p class=\"quiet-words\">没有单独授予的权限，可以做的事见下表。</p>" }
        return Table(
            "权限从哪里来", columns: [.init("岗位"), .init("版本"), .init("权限"), .init("范围"), .init("个人信息")],
            rows: lines.map { post, grant in
                [
                    "\(post)", "\(GrantWords.version(grant.version))", "\(powers.chinese(grant.power))",
                    "\(grant.terms.scope.chinese)", "\(shown(grant))",
                ]
            }
        ).html
    }

    private func shown(_ grant: Grant) -> String {
        powers[grant.power]?.isSight == true ? grant.terms.grade.chinese : "—"
    }

    private var table: HTML {
        Table(
            "权限", columns: [.init("事项"), .init("地址"), .init("谁可以"), .init(role == nil ? "理由" : "审计记录")],
            rows: lines.map { route, reason in
                [
                    "\(route.title)\(route.journal == nil ? "" : StatusBadge("会改变数据", .active).html)",
                    "<span class=\"code\">\(route.path)</span>",
                    "\(Admission(route).chinese(by: grants))", "\(reason)",
                ]
            }
        ).html
    }

    private var lines: [(Route, String)] {
        acts.compactMap { route in
            let admission = Admission(route)
            if let role { return admission.admits(role, by: grants) ? (route, route.journal ?? "—") : nil }
            guard holder != nil else { return nil }
            return admission.reason(held, by: grants) { organs.words($0) }.map { (route, $0) }
        }
    }
}
