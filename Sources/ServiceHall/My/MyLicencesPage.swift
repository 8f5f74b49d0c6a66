import Cases
import Desk
import Web
import WorkingTime

/// 我的证照: every licence one holds, or that one's enterprises hold.
struct MyLicencesPage {
    let licences: [IssuedDocument]
    let today: CivilDate

    func page() -> Page {
        MyFrame(title: "我的证照").page(content)
    }

    private var content: HTML {
        guard !licences.isEmpty else {
            return EmptyState("还没有电子证照", "<p>申请获准以后，证照会出现在这里，可以下载、出示和核验。</p>").html
        }
        return "<div class=\"licences\">\(each: licences, card)</div>"
    }

    private func card(_ licence: IssuedDocument) -> HTML {
        let code = licence.verificationCode
        return """
            <article class="card"><div class="card-head"><h2>\(licence.title)</h2>\(badge(licence))</div>
            \(SummaryList([
                .init("持有人", "\(licence.holder)"), .init("发证机关", "\(licence.organName)"),
                .init("证照标识", "<span class=\"code\">\(licence.number)</span>"),
                .init("有效期", "\(Validity(licence).words)"),
            ]).html)
            <p class="actions"><a class="button quiet small" href="\(CasePath.document(code))">查看<span class="sr">\(licence.title)</span></a>
            <a class="button quiet small" href="\(CasePath.pdf(code))">下载 PDF<span class="sr">：\(licence.title)</span></a></p>
            </article>
            """
    }

    private func badge(_ licence: IssuedDocument) -> HTML {
        if let standing = licence.standing, !licence.isInForce { return StatusBadge(standing, .late).html }
        return Validity(licence).isExpired(on: today)
            ? StatusBadge("已过期", .late).html : StatusBadge("有效", .done).html
    }
}
