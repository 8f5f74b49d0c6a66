import HTTPTypes
import Identity
import Journal
import Storage
import Web

/// Where the figures of a draft are taken anew.
struct RefreshPages: Sendable {
    let office: BulletinOffice

    var routes: [Route] {
        [
            .post(
                BulletinPath.act("{period}", "figures"), .may(.editBulletins), journal: "bulletin.refreshed",
                "更新监察通报的数据"
            ) { request, officer in
                let (form, period) = (try await request.form(), try BulletinOffice.period(request))
                let (seen, actor, now) = (
                    form.seen, officer.actor(request), request.now
                )
                try await office.database.write {
                    try office.refresh(period, seen: seen, by: actor, at: now, in: $0)
                }
                return .redirect(to: BulletinPath.edit(period.text))
            }
        ]
    }
}

extension DeskPage {
    /// The button, and what was counted otherwise the last time.
    var refreshing: HTML {
        guard isWritten else { return .empty }
        let mayRefresh = bulletin.state == .draft && officer.may(.editBulletins)
        return "\(if: mayRefresh, button)\(changed)"
    }

    private var button: HTML {
        Card(
            "更新数据",
            """
            <p>补录、核定或者申诉更正以后，用现在的数据重新写。自动写成的部分重新写成；改过的部分保留，数据变了的会标出来。</p>
            \(PostButton(
                "用现在的数据更新", action: BulletinPath.act(period, "figures"), token: token,
                values: [("seen", String(bulletin.revision))]).html)
            """
        ).html
    }

    private var changed: HTML {
        guard let changes = bulletin.changes else { return .empty }
        guard !changes.isEmpty else {
            return Notice("数据已经更新", "<p>全区的数和以前一样。</p>", tone: .done).html
        }
        return """
            <h2>更新以后变了的数</h2>
            \(Table(
                "更新以后变了的数",
                columns: [.init("数"), .init("更新以前", isNumber: true), .init("现在", isNumber: true)],
                rows: changes.map { ["\($0.name)", "\($0.before)", "\($0.after)"] }).html)
            """
    }

    /// What the refreshed figures mean for the words of a section.
    func mark(_ section: Bulletin.Section) -> HTML {
        guard isWritten, let before = section.before else { return .empty }
        let words = WordChanges(from: before, to: section.original).html
        let warning: HTML =
            section.isOutdated == true
            ? "<p>\(StatusBadge("数据变了，请核对", .near).html) 这一部分是改写过的，文字保留，没有跟着数据变。</p>" : .empty
        return """
            \(warning)<details class="more"><summary>更新以后自动写成的文字怎样变了<span class="sr">：\(section.title)</span></summary><p class="diff-text">\(words)</p></details>
            """
    }
}
