import Cases
import Codes
import Desk
import Refusals
import Web
import WorkingTime

/// One request, as its applicant follows it: what now, the answer, the way it took.
struct MyRequestPage {
    let view: CaseView
    let rules: DisclosureRules
    let consultations: [Consultation]
    let fees: [FeeNotice]
    let isApplicant: Bool

    private var subject: Case { view.subject }
    private var number: String { subject.number.text }

    var page: Page {
        Page(
            "信息公开申请 \(number)", crumbs: [Link("我的信息公开申请", DisclosurePath.mine), Link(number, nil)],
            body: """
                <h1>\(subject.plan.name)</h1>
                <p class="case-state"><span class="code">\(number)</span></p>
                \(Notice(headline, "<p>\(advice)</p>", tone: tone).html)
                \(clock)\(answer)\(feeNotices)
                <h2>申请内容</h2>\(SummaryList(rows).html)
                \(actions)
                <h2>办理经过</h2>\(HistoryTimeline(view).html)
                """)
    }

    private var tone: Notice.Tone {
        switch subject.phase {
        case .supplementing: .warning
        case .closed: .done
        default: .plain
        }
    }

    private var headline: String {
        switch subject.phase {
        case .submitted: "\(subject.plan.organName)正在核对您的申请"
        case .supplementing: "请您补正申请"
        case .accepted: subject.isPaused ? "正在征求意见，时间不计入答复期限" : "\(subject.plan.organName)正在办理"
        case .decided, .closed: subject.result?.outcome == .answered ? "已答复" : "不再处理"
        case .refused: "不予处理"
        case .withdrawn: "您已撤回这件申请"
        }
    }

    private var advice: String {
        switch subject.phase {
        case .submitted: "确认收到以后开始计算答复期限；需要补正的，会一次性告知。您现在不用做什么。"
        case .supplementing: "补正以后，答复期限自收到补正之日起重新计算；没有正当理由逾期不补正的，视为放弃申请。"
        case .accepted: "答复以后会发消息给您。您现在不用做什么。"
        case .decided, .closed, .refused:
            subject.result?.outcome == .answered
                ? "答复书可以查看和下载。如果不服，申请行政复议和提起行政诉讼的途径写在答复书里。" : subject.result?.reason ?? ""
        case .withdrawn: "需要时可以重新申请。"
        }
    }

    private var clock: HTML? {
        subject.shownClock.map { CaseClockBadge($0, calendar: view.calendar, now: view.now).html }
    }

    private var answer: HTML? {
        guard subject.result?.outcome == .answered, let draft = subject.draft else { return nil }
        let kind = draft.marks["kind"].flatMap(rules.kind)?.name ?? ""
        return Card(
            "答复：\(kind)",
            """
            \(DocumentsList(view).html)
            \(if: !draft.enclosures.isEmpty, "<ul class=\"links\">\(each: draft.enclosures, file)</ul>")
            """
        ).html
    }

    private func file(_ enclosure: Enclosure) -> HTML {
        "<li><a href=\"\(DisclosurePath.myFile(number, String(enclosure.fileID)))\">\(enclosure.name)</a></li>"
    }

    private var feeNotices: HTML {
        HTML.joined(
            fees.map { fee in
                let state = fee.paidAt == nil ? "请在\(fee.dueOn.chinese)以前缴纳" : "已缴纳"
                return Notice("信息处理费 \(fee.yuan) 元（\(fee.items) 件）", "<p>\(state)。</p>", tone: .warning).html
            })
    }

    private var rows: [SummaryList.Row] {
        let purpose = RequestForm.Purpose(rawValue: subject.answer("purpose"))?.chinese ?? ""
        let medium = RequestForm.Medium(rawValue: subject.answer("medium"))?.chinese ?? ""
        return [
            .init("申请人", "\(subject.applicant.name)"), .init("向谁申请", "\(subject.plan.organName)"),
            .init("申请什么", "\(purpose)"),
            .init("需要的信息", "<p class=\"words\">\(subject.answer("content"))</p>"),
            .init("文号", "\(subject.answer("document_number"))"), .init("形式", "\(medium)"),
        ]
    }

    private var actions: HTML? {
        guard isApplicant, !subject.phase.isFinal, subject.phase != .decided else { return nil }
        let supply: HTML? =
            subject.phase == .supplementing
            ? "<a class=\"button\" href=\"\(CasePath.progress(number))/evidence\">去补正</a> " : nil
        return """
            <p class="actions">\(supply)<a class="button quiet" href="\(CasePath.progress(number))/withdrawal">撤回申请</a></p>
            """
    }
}
