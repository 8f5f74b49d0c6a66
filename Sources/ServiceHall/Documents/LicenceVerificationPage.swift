import Cases
import Licences
import Web
import WorkingTime

/// What the public is told about a licence by whoever holds its paper or is shown it: what it is, whose with the name of a
/// person masked, by whom, and where it stands today.
struct LicenceVerificationPage {
    let licence: Licence
    let now: Instant

    var page: Page {
        Page(
            "核验结果：\(licence.name)", crumbs: [Link("核验", ApplicantPath.verification), Link("核验结果", nil)],
            body: """
                <h1>核验结果</h1>\(licence.verdict(on: now.day))
                \(SummaryList(rows).html)
                <h2>核验了什么</h2><ul>
                <li>本平台的签发记录中有这份证照，编号、名称和发证机关以上面显示的为准。</li>
                <li>\(validity)</li>
                <li>核验时间：\(now.chinese)。证照的状态可能改变，以核验时为准。</li></ul>
                <p>请把上面的内容和您手里的证照逐项对照；有一项不一致，就不是原件。</p>
                """)
    }

    private var rows: [SummaryList.Row] {
        [
            .init("名称", "\(licence.name)"),
            .init("证照标识", "<span class=\"code\">\(licence.number)</span>"),
            .init("持有人", "\(licence.holder.maskedName)"),
            .init("发证机关", "\(licence.organName)"),
            .init("签发日期", "\(licence.issuedAt.day.chinese)"),
            .init("有效期", "\(Validity(licence.document).words)"),
            .init("现在的状态", licence.badge(on: now.day)),
        ]
    }

    private var validity: String {
        guard let until = licence.validUntil else { return "这份证照没有规定有效期的最后一天。" }
        return until < now.day ? "有效期到 \(until.chinese)，已过。" : "有效期到 \(until.chinese)，未过。"
    }
}
