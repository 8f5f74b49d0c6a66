import Refusals
import Storage
import Web
import WorkingTime

/// All bulletins, and the periods of which there is none yet.
struct DeskListPage {
    static let title = "监察通报"

    let bulletins: Slice<Bulletin>
    let missing: [BulletinPeriod]
    let mayEdit: Bool
    let errors: [FieldError]
    let request: WebRequest

    var page: Page {
        Page(
            Self.title, crumbs: [Link("工作台", "/desk"), Link(Self.title, nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(Self.title)</h1>
                <p class="lead">每月、每季度、每年一期，由数据自动写成草稿，一人修改，另一人审定，然后公布到<a href="\(BulletinPath.all)">门户</a>。</p>
                \(if: mayEdit && !missing.isEmpty, generating)
                \(bulletins.items.isEmpty ? EmptyState("还没有监察通报", "<p>一期结束几天以后，草稿会自动生成，也可以现在生成。</p>").html : table)
                \(Pager(next: bulletins.next, of: request).html)
                """)
    }

    private var generating: HTML {
        let field = Field(
            "period", "哪一期", .choice,
            options: missing.map { .init($0.text, "\($0.chinese)（\($0.kind.chinese)）") },
            error: errors["period"])
        return Card(
            "生成草稿", Form(action: BulletinPath.desk, token: request.csrf, fields: [field], submit: "生成草稿").html
        ).html
    }

    private var table: HTML {
        Table(
            "各期通报",
            columns: [
                .init("通报"), .init("种类"), .init("状态"), .init("第几版", isNumber: true),
                .init("改过的部分", isNumber: true),
            ],
            rows: bulletins.items.map { one in
                [
                    "<a href=\"\(BulletinPath.edit(one.period.text))\">\(one.period.chinese)</a>",
                    "\(one.period.kind.chinese)", one.badge, "\(one.edition)",
                    "\(one.sections.count { $0.isEdited })",
                ]
            }
        ).html
    }
}

extension Bulletin {
    /// Where it stands.
    var badge: HTML {
        let tone: StatusBadge.Tone =
            switch state {
            case .draft: .active
            case .approved: .near
            case .published: .done
            case .withdrawn: .late
            }
        return StatusBadge(state.chinese, tone).html
    }
}
