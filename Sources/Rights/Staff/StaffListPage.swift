import Identity
import Web
import WorkingTime

/// The staff by login, with their posts.
struct StaffListPage {
    let staff: [PostHolder]
    let search: StaffSearch
    let organs: OrganNames
    let pager: Pager
    let today: CivilDate

    var page: Page {
        Page(
            "账号与岗位", crumbs: [Link("工作台", "/desk"), Link("账号与岗位", nil)], width: .wide, area: .desk,
            body: """
                <h1>账号与岗位</h1>
                <p class="lead">权限只随岗位走：系统管理员提出岗位变动，安全管理员审定后立即生效。\
                <a href="\(RightsPath.changes)">待审定的变动</a> · <a href="\(RightsPath.offices)">科室</a> · <a href="\(RightsPath.rights)">各岗位能做什么</a></p>
                \(filters)
                \(staff.isEmpty ? empty : table)
                \(pager.html)
                """)
    }

    private var filters: HTML {
        """
        <form class="filters" role="search" action="\(RightsPath.staff)">
        <div class="filter wide"><label class="label" for="q">姓名或账号</label>
        <input class="input" id="q" name="q" type="search" value="\(search.text)" enterkeyhint="search"></div>
        <div class="filter"><label class="label" for="organ">部门</label>
        <select class="input" id="organ" name="organ"><option value="">全部部门</option>\(each: organs.options, option)</select></div>
        <button class="button">查找</button></form>
        """
    }

    private func option(_ option: Field.Option) -> HTML {
        "<option value=\"\(option.value)\"\(attribute: "selected", if: option.value == search.organ)>\(option.label)</option>"
    }

    private var empty: HTML { EmptyState("没有找到", "<p>请换一个姓名或部门再找。</p>").html }

    private var table: HTML {
        Table(
            "账号与岗位", columns: [.init("姓名"), .init("账号"), .init("岗位")],
            rows: staff.map { holder in
                [
                    "<a href=\"\(RightsPath.holder(String(holder.id)))\">\(holder.displayName)</a>",
                    "<span class=\"code\">\(holder.name)</span>",
                    holder.posts.isEmpty
                        ? "没有岗位"
                        : "\(each: holder.posts, { "<div>\(organs.words($0.post, in: $0.office))\(remark($0.term))</div>" })",
                ]
            }
        ).html
    }

    private func remark(_ term: PostTerm) -> HTML? {
        term == .unlimited
            ? nil : " <span class=\"hint\">\(term.chinese)\(term.contains(today) ? "" : "，不在任期内")</span>"
    }
}
