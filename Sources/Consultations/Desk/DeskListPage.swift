import Refusals
import Storage
import Web
import WorkingTime

/// The drafts of an organ.
struct DeskListPage {
    let consultations: Slice<Consultation>
    let request: WebRequest

    var page: Page {
        Page(
            "征求意见", crumbs: [Link("工作台", "/desk"), Link("征求意见", nil)], width: .wide, area: .desk,
            body: """
                <h1>征求意见</h1>
                <p class="lead">起草、公布、逐条答复、公布结果。每条意见都答复了才能结束。</p>
                <p class="actions"><a class="button" href="\(ConsultationPath.new)">起草一份稿子</a></p>
                \(content)
                \(Pager(next: consultations.next, of: request).html)
                """)
    }

    private var content: HTML {
        guard !consultations.items.isEmpty else { return EmptyState("还没有征求意见的稿子").html }
        return Table(
            "本部门的稿子", columns: [.init("标题"), .init("截止"), .init("状态")],
            rows: consultations.items.map { one in
                [
                    "<a href=\"\(ConsultationPath.edit(String(one.id)))\">\(one.facts.title)</a>",
                    "\(one.facts.closesOn.chinese)", one.badge(on: request.now.day),
                ]
            }
        ).html
    }
}

/// Where one is begun.
struct NewConsultationPage {
    let form: FactsForm

    var page: Page {
        Page(
            "起草一份稿子",
            crumbs: [Link("工作台", "/desk"), Link("征求意见", ConsultationPath.desk), Link("起草一份稿子", nil)],
            area: .desk,
            body: """
                \(ErrorSummary(form.errors).html)
                <h1>起草一份稿子</h1>
                <p class="lead">先写明标题和理由，正文在下一页逐条添加。</p>
                \(form.html)
                """)
    }
}
