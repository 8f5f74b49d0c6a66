import Identity
import Refusals
import Web

/// What a role may do now, and what waits for a decision.
struct GrantListPage {
    let role: Role
    let grants: Grants
    let powers: PowerList
    let open: [GrantChange]
    let refusal: Sentence?
    let isAsked: Bool
    let pager: Pager
    let officer: OfficerContext
    let token: CSRFToken

    var page: Page {
        Page(
            "岗位权限", crumbs: [Link("工作台", "/desk"), Link("岗位权限", nil)], width: .wide, area: .desk,
            body: """
                \(refused)\(asked)
                <h1>岗位权限</h1>
                <p class="lead">每个岗位能做什么、管到哪里、个人信息看到什么程度。系统管理员提出变动，安全管理员审定，自生效之日起执行。\
                <a href="\(RightsPath.grantHistory)">各个版本</a> · <a href="\(RightsPath.rights)">权限说明</a></p>
                <h2>待审定的变动</h2>\(waiting)\(pager.html)
                <h2>\(role.chinese)</h2>\(roles)\(table)
                """)
    }

    private var refused: HTML? {
        refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html }
    }

    private var asked: HTML? {
        isAsked && refusal == nil ? Notice("已提出，等待安全管理员审定", "<p>审定以后自生效之日起执行。</p>", tone: .done).html : nil
    }

    private var waiting: HTML {
        open.isEmpty
            ? "<p class=\"quiet-words\">没有待审定的变动。</p>"
            : GrantChangeTable(changes: open, powers: powers, officer: officer, token: token).html
    }

    private var roles: HTML {
        """
        <form class="filters" action="\(RightsPath.grants)">
        <div class="filter"><label class="label" for="role">岗位</label>
        <select class="input" id="role" name="role">\(each: Role.posts, { each in
            "<option value=\"\(each.rawValue)\"\(attribute: "selected", if: each == role)>\(each.chinese)</option>"
        })</select></div><button class="button">看这个岗位</button></form>
        """
    }

    private var mayAsk: Bool { officer.may(.askGrants) && !officer.roles.contains(role) }

    private var table: HTML {
        Table(
            "\(role.chinese)的权限",
            columns: [.init("权限"), .init("现在"), .init("来自")] + (mayAsk ? [.init("变动")] : []),
            rows: powers.all(for: role, in: grants).map(row)
        ).html
    }

    private func row(_ power: Power) -> [HTML] {
        let grant = grants[role, power.name]
        let now: HTML = grant.map { "\($0.terms.chinese)" } ?? "<span class=\"quiet-words\">没有</span>"
        let cells: [HTML] = [
            "\(power.chinese)<div class=\"hint code\">\(power.name)</div>", now,
            "\(grant.map { GrantWords.version($0.version) } ?? "—")",
        ]
        guard mayAsk else { return cells }
        let isOpen = open.contains { $0.role == role && $0.power == power.name }
        let ask: HTML = "<a href=\"\(RightsPath.grant(role.rawValue, power.name))\">提出变动</a>"
        return cells + [isOpen ? StatusBadge("待审定", .near).html : ask]
    }
}

/// How grants are spoken of.
enum GrantWords {
    /// Which version gave it.
    static func version(_ number: Int) -> String { number == 0 ? "随程序交付" : "第 \(number) 版" }

    /// How a role has a power, or that it does not.
    static func terms(_ terms: GrantTerms?) -> String { terms?.chinese ?? "没有" }
}
