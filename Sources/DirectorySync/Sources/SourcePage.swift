import Government
import Identity
import Refusals
import Web
import WorkingTime

/// One directory: who let it in, its token, its groups and the posts they stand for.
struct SourcePage {
    let source: DirectorySource
    let groups: [DirectoryGroup]
    let organs: [Organ]
    let refusal: Sentence?
    /// The token, on the one page that shows it.
    let secret: SourceToken?
    let officer: OfficerContext
    let now: Instant
    let token: CSRFToken

    private var id: String { String(source.id) }

    var page: Page {
        Page(
            source.name,
            crumbs: [Link("工作台", "/desk"), Link("目录来源", SourcePath.sources), Link(source.name, nil)],
            width: .wide, area: .desk,
            body: """
                \(refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html })\(shown)
                <h1>\(source.name)</h1>
                \(summary)
                \(acts)
                <h2>组和岗位</h2>
                <p>组可以对应一个岗位。成员加入或离开时只提出岗位变动，由安全管理员审定。</p>
                \(groups.isEmpty ? EmptyState("还没有组", "<p>目录同步以后会出现在这里。</p>").html : table)
                """)
    }

    private var shown: HTML? {
        secret.map {
            Notice(
                "令牌只显示这一次", "<p class=\"code\">\($0.text)</p><p>请立即交给目录系统的管理员保管。以前的令牌已失效。</p>", tone: .done
            ).html
        }
    }

    private var summary: HTML {
        var rows: [SummaryList.Row] = [
            .init("状态", source.badge(at: now)), .init("用途和运行单位", "\(source.purpose)"),
            .init("地址", "<span class=\"code\">\(ScimPaths.root)</span>"),
            .init("登记", signed(source.drafted)),
        ]
        if let decided = source.decided { rows.append(.init("审定", signed(decided))) }
        if let remark = source.remark { rows.append(.init("不同意的原因", "\(remark)")) }
        if let revoked = source.revoked { rows.append(.init("停用", signed(revoked))) }
        return SummaryList(rows).html
    }

    private func signed(_ signature: DirectorySource.Signature) -> HTML {
        "\(signature.name)，\(signature.at.shortChinese)"
    }

    private var acts: HTML {
        let (isSystem, isSecurity) = (officer.roles.contains(.sysadmin), officer.roles.contains(.secadmin))
        let isLiving = source.state == .draft || source.state == .approved
        return """
            <div class="actions">\
            \(if: isSecurity && source.state == .draft, button("批准", "approval", .primary))\
            \(if: isSystem && source.state == .approved, button("领取令牌", "token", .primary))\
            \(if: (isSystem || isSecurity) && isLiving, button("停用", "revocation", .danger))</div>
            \(if: isSecurity && source.state == .draft, refusalForm)
            """
    }

    private func button(_ words: String, _ how: String, _ tone: PostButton.Tone) -> HTML {
        PostButton(words, action: SourcePath.settling(id, how), token: token, tone: tone).html
    }

    private var refusalForm: HTML {
        """
        <details class="more"><summary>不同意</summary>
        \(Form(
            action: SourcePath.settling(id, "refusal"), token: token,
            fields: [Field("remark", "不同意的原因")], submit: "不同意").html)</details>
        """
    }

    private var table: HTML {
        let mayMap = officer.roles.contains(.sysadmin) && source.state == .approved
        return Table(
            "组和岗位",
            columns: [.init("组"), .init("成员", isNumber: true), .init("对应的岗位")]
                + (mayMap ? [.init("设定")] : []),
            rows: groups.map { group in
                [
                    "\(group.name)", "\(group.members.count)",
                    "\(group.post.map { "\(name(of: $0.organ)) \($0.role.chinese)" } ?? "不对应岗位")",
                ] + (mayMap ? [mapping(group)] : [])
            }
        ).html
    }

    private func name(of organ: String) -> String { organs.first { $0.key == organ }?.name ?? organ }

    private func mapping(_ group: DirectoryGroup) -> HTML {
        let place = String(group.id)
        return """
            <details class="more"><summary>设定岗位</summary>
            <form class="form" method="post" action="\(SourcePath.post(id, place))">\(token.field)\
            <label class="label" for="organ-\(place)">部门</label>
            <select class="input" id="organ-\(place)" name="organ">\(each: organs, { option($0.key, $0.name, group.post?.organ) })</select>
            <label class="label" for="role-\(place)">岗位</label>
            <select class="input" id="role-\(place)" name="role"><option value="">不对应岗位</option>\
            \(each: roles, { option($0.rawValue, $0.chinese, group.post?.role.rawValue) })</select>
            <button class="button">设定</button></form></details>
            """
    }

    private var roles: [Role] { Role.allCases.filter { $0 != .citizen && !Role.administrators.contains($0) } }

    private func option(_ value: String, _ words: String, _ chosen: String?) -> HTML {
        "<option value=\"\(value)\"\(attribute: "selected", if: value == chosen)>\(words)</option>"
    }
}
