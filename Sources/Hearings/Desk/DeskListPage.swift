import Refusals
import Storage
import Web
import WorkingTime

/// The hearings of an organ.
struct DeskListPage {
    let hearings: Slice<Hearing>
    let request: WebRequest

    var page: Page {
        Page(
            "听证会", crumbs: [Link("工作台", "/desk"), Link("听证会", nil)], width: .wide, area: .desk,
            body: """
                <h1>听证会</h1>
                <p class="lead">公告、报名、抽签、公布材料、记录、签字、公布，决定要说明采纳了什么。</p>
                <p class="actions"><a class="button" href="\(HearingPath.new)">筹备一场听证会</a></p>
                \(content)
                \(Pager(next: hearings.next, of: request).html)
                """)
    }

    private var content: HTML {
        guard !hearings.items.isEmpty else { return EmptyState("还没有听证会").html }
        return Table(
            "本部门的听证会", columns: [.init("听证会"), .init("时间"), .init("状态")],
            rows: hearings.items.map { one in
                [
                    "<a href=\"\(HearingPath.edit(String(one.id)))\">\(one.facts.title)</a>",
                    "\(one.facts.startsAt.chinese)", one.badge,
                ]
            }
        ).html
    }
}

/// Where one is begun.
struct NewHearingPage {
    let form: FactsForm

    var page: Page {
        Page(
            "筹备一场听证会",
            crumbs: [Link("工作台", "/desk"), Link("听证会", HearingPath.desk), Link("筹备一场听证会", nil)],
            area: .desk,
            body: """
                \(ErrorSummary(form.errors).html)
                <h1>筹备一场听证会</h1>
                \(form.html)
                """)
    }
}
