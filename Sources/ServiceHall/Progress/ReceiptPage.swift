import Cases
import Codes
import Desk
import Identity
import Web
import WorkingTime

/// 收件回执: what was received, under which number, and what happens next; to be printed or kept.
struct ReceiptPage {
    let view: CaseView
    /// An officer at the counter goes back to the desk, an applicant to the progress.
    let isStaff: Bool
    /// Whether there is a page that proves the filing.
    let provesFilings: Bool
    /// Where visitors reach the site.
    let publicAddress: String

    private var subject: Case { view.subject }

    var page: Page {
        Page(
            "收件回执", crumbs: crumbs,
            body: """
                <article class="receipt"><h1>收件回执</h1>
                <p class="lead">已收到「\(subject.plan.name)」申请。</p>
                \(facts)\(items)\(materials)\(next)
                </article>
                <p class="actions"><a class="button" href="\(progress)">查看进度</a>\
                \(if: provesFilings, "<a class=\"button quiet\" href=\"\(CasePath.proof(subject.number.text))\">存证</a>")<a class="button quiet" href="\(ApplicantPath.receiptPaper(subject.number.text))">下载回执（PDF）</a><span data-print="打印回执"></span></p>
                """)
    }

    private var crumbs: [Link] {
        isStaff
            ? [Link("办件", progress), Link("收件回执", nil)]
            : [Link("我的办件", ApplicantPath.cases), Link(subject.number.text, progress), Link("收件回执", nil)]
    }

    private var progress: String {
        isStaff ? ApplicantPath.desk(subject.number.text) : ApplicantPath.progress(subject.number.text)
    }

    private var facts: HTML {
        let agent = subject.applicant.agentName.map { SummaryList.Row("经办人", "\($0)") }
        let rows = [
            SummaryList.Row("办件编号", "<span class=\"receipt-number\">\(subject.number.text)</span>"),
            SummaryList.Row(
                "查询码", "<span class=\"receipt-number\">\(QueryCode.grouped(subject.queryCode))</span>"),
            SummaryList.Row("申请人", "\(subject.applicant.name)"), agent,
            subject.filing.confirmation.map { SummaryList.Row("申请人确认", "\($0.words)") },
            SummaryList.Row("收到时间", "\(subject.filing.filedAt.chinese)"),
            SummaryList.Row("收件部门", "\(subject.plan.organName)"),
        ]
        return SummaryList(rows.compactMap(\.self)).html
    }

    private var items: HTML {
        guard !view.children.isEmpty else { return .empty }
        return """
            <h2>同时办理的事项</h2>\(SummaryList(view.children.map {
                SummaryList.Row($0.plan.name, "\($0.plan.organName)<br><span class=\"code hint\">\($0.number.text)</span>")
            }).html)
            """
    }

    private var materials: HTML {
        guard !subject.plan.materials.isEmpty else { return .empty }
        return "<h2>收到的材料</h2>\(MaterialsList(subject, linksFiles: false).html)"
    }

    private var next: HTML {
        """
        <h2>接下来</h2><ol>
        <li>\(acceptance)</li>
        <li>\(decision)</li>
        <li>办结以后会通知您，电子证照可以在网上下载，也可以到政务服务中心领取。</li>
        </ol>
        \(scanning)
        <p>凭办件编号和查询码，可以在网站「查进度」或拨打 12345 查询。查询码请不要告诉无关的人。</p>
        """
    }

    /// Number and code stand behind the `#`, which browsers send to nobody: neither logs nor referrers hold the code.
    private var scanning: HTML {
        let address = publicAddress + ApplicantPath.publicProgress
        let picture = try? QRPicture(
            "\(address)#\(subject.number.text)-\(subject.queryCode)", label: "查进度的二维码")
        guard let picture else { return .empty }
        return "<figure class=\"scan\">\(picture.html)<figcaption>用手机扫一扫，直接查进度</figcaption></figure>"
    }

    private var acceptance: String {
        let limit = subject.plan.acceptanceLimit.chinese
        let by = subject.clock(.acceptance)?.dueAt.map { "，最晚 \($0.day.shortWithWeekday)，" } ?? ""
        return "部门在 \(limit)内\(by)答复是否受理；缺少材料的，一次告知您全部需要补正的内容。到期没有答复的，依法自收到申请之日起即为受理。"
    }

    private var decision: String {
        guard let limit = promise, limit.value > 0 else {
            return "受理以后，当场或者当日作出决定。"
        }
        return "受理以后，\(limit.chinese)内作出决定；现场核查等依法不计入时限的时间除外。"
    }

    /// What is promised for the whole, or else for the item that takes longest.
    private var promise: TimeLimit? {
        if let whole = subject.plan.promisedLimit ?? subject.plan.legalLimit { return whole }
        return subject.plan.children.compactMap { $0.promisedLimit ?? $0.legalLimit }.max {
            $0.value < $1.value
        }
    }
}
