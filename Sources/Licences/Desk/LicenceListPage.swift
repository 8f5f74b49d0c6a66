import Storage
import Web
import WorkingTime

/// The licences of one's organ, the newest first. Names of persons are masked; the page of a licence has them.
struct LicenceListPage {
    let licences: Slice<Licence>
    let asked: String
    let request: WebRequest

    private var today: CivilDate { request.now.day }

    var page: Page {
        Page(
            "本部门的证照", crumbs: [Link("工作台", "/desk"), Link("本部门的证照", nil)], width: .wide, area: .desk,
            body: """
                <h1>本部门的证照</h1>
                <p class="lead">本部门签发的电子证照。可以按证照标识、持有人的身份证号码或统一社会信用代码查找。</p>
                <form class="form" action="\(LicencePath.desk)">\(field.html)
                <p class="actions"><button class="button">查找</button></p></form>
                \(licences.items.isEmpty ? empty : table)
                \(Pager(next: licences.next, of: request).html)
                """)
    }

    private var field: Field {
        Field("q", "证照标识或持有人号码", isRequired: false, value: asked, autocomplete: "off")
    }

    private var empty: HTML {
        asked.isEmpty
            ? EmptyState("还没有签发过证照", "<p>办件准予以后，证照会出现在这里。</p>").html
            : EmptyState("没有找到", "<p>请核对号码；只能查到本部门签发的证照。</p>").html
    }

    private var table: HTML {
        Table(
            "本部门的证照", columns: [.init("证照"), .init("持有人"), .init("签发"), .init("有效期至"), .init("状态")],
            rows: licences.items.map { licence in
                [
                    "<a href=\"\(LicencePath.kept(String(licence.id)))\">\(licence.name)</a>",
                    "\(licence.holder.maskedName)", "\(licence.issuedAt.day.iso)",
                    "\(licence.validUntil?.iso ?? "长期")", licence.badge(on: today),
                ]
            }
        ).html
    }
}

extension Licence {
    /// Where it stands, in a word and a colour.
    public func badge(on day: CivilDate) -> HTML {
        let tone: StatusBadge.Tone =
            switch standing(on: day) {
            case .valid: .done
            case .suspended: .near
            case .revoked, .expired: .late
            case .cancelled: .waiting
            }
        return StatusBadge(words(on: day), tone).html
    }
}
