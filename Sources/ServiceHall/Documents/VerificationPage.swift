import Cases
import Codes
import Web
import WorkingTime

/// What the public is told about a paper: what it is, whose with the name masked, by whom, and whether it holds.
struct VerificationPage {
    let document: IssuedDocument
    let holderKind: Applicant.Kind
    let now: Instant

    var page: Page {
        Page(
            "核验结果：\(document.title)", crumbs: [Link("核验", ApplicantPath.verification), Link("核验结果", nil)],
            body: """
                <h1>核验结果</h1>\(verdict)
                \(SummaryList(rows).html)
                <h2>核验了什么</h2><ul>
                <li>本平台的签发记录中有这份文件，编号、名称和发证机关以上面显示的为准。</li>
                \(if: isLicence, "<li>\(validity)</li>")
                <li>核验时间：\(now.chinese)。</li></ul>
                <p>请把上面的内容和您手里的文件逐项对照；有一项不一致，就不是原件。</p>
                """)
    }

    private var isExpired: Bool { Validity(document).isExpired(on: now.day) }

    private var isLicence: Bool { document.kind == .licence }

    private var verdict: HTML {
        if document.revokedAt != nil {
            return Notice("已撤销", "<p>这份文件由本平台签发，但准予的决定已经撤销，现在无效。</p>", tone: .error).html
        }
        if document.correctedBy != nil {
            return Notice("已更正", "<p>这份文件由本平台签发，但已经更正，请以更正件为准。</p>", tone: .warning).html
        }
        guard isLicence else {
            return Notice("真实", "<p>这份文书由本平台签发。</p>", tone: .done).html
        }
        return isExpired
            ? Notice("已过期", "<p>这份文件由本平台签发，但有效期已过。</p>", tone: .warning).html
            : Notice("有效", "<p>这份文件由本平台签发，现在有效。</p>", tone: .done).html
    }

    private var rows: [SummaryList.Row] {
        [
            .init("名称", "\(document.title)"),
            .init(
                isLicence ? "证照标识" : "文号", "<span class=\"code\">\(document.number)</span>"),
            .init(isLicence ? "持有人" : "送达对象", "\(holder)"),
            .init(isLicence ? "发证机关" : "发文机关", "\(document.organName)"),
            .init("签发日期", "\(document.issuedAt.day.chinese)"),
        ] + (isLicence ? [.init("有效期", "\(Validity(document).words)")] : [])
    }

    private var holder: String {
        holderKind == .person ? Masking.name(document.holder) : document.holder
    }

    private var validity: String {
        guard let until = document.validUntil else { return "这份文件没有规定有效期的最后一天。" }
        return isExpired ? "有效期到 \(until.chinese)，已过。" : "有效期到 \(until.chinese)，未过。"
    }
}
