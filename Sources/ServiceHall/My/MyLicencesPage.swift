import Licences
import Web
import WorkingTime

/// 我的证照: every licence one holds, or that one's enterprises hold.
struct MyLicencesPage {
    let licences: [Licence]
    let today: CivilDate

    func page() -> Page {
        MyFrame(title: "我的证照").page(content)
    }

    private var content: HTML {
        guard !licences.isEmpty else {
            return EmptyState("还没有电子证照", "<p>申请获准以后，证照会出现在这里，可以下载、出示和核验，下次办事还可以免提交。</p>").html
        }
        return "<div class=\"licences\">\(each: licences, card)</div>"
    }

    private func card(_ licence: Licence) -> HTML {
        let id = String(licence.id)
        return """
            <article class="card"><div class="card-head"><h2>\(licence.name)</h2>\(licence.badge(on: today))</div>
            \(SummaryList([
                .init("持有人", "\(licence.holder.name)"), .init("发证机关", "\(licence.organName)"),
                .init("证照标识", "<span class=\"code\">\(licence.number)</span>"),
                .init("有效期", "\(Validity(licence.document).words)"),
            ]).html)
            <p class="actions"><a class="button quiet small" href="\(LicencePath.held(id))">查看和出示<span class="sr">\(licence.name)</span></a>
            <a class="button quiet small" href="\(LicencePath.pdf(id))">下载 PDF<span class="sr">：\(licence.name)</span></a></p>
            </article>
            """
    }
}
