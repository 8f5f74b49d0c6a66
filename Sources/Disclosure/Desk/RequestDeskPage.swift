import Cases
import Codes
import Desk
import Journal
import Refusals
import Web
import WorkingTime

/// A request on the desk of the organ that answers it.
struct RequestDeskPage {
    let view: CaseView
    let rules: DisclosureRules
    let consultations: [Consultation]
    let fees: [FeeNotice]
    let entered: AnswerForm?
    let errors: [FieldError]
    let actor: Actor
    let token: CSRFToken

    var subject: Case { view.subject }
    var number: String { subject.number.text }

    var page: Page {
        Page(
            "信息公开申请 \(number)",
            crumbs: [Link("工作台", DeskPath.home), Link("信息公开申请", DisclosurePath.desk), Link(number, nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>信息公开申请</h1>
                <p class="case-state">\(PhaseBadge(subject).html) <span class="code">\(number)</span></p>
                \(clock)
                <p><a href="\(DeskPath.page(of: number))">办件页：核对、补正、延期、审签</a></p>
                <div class="columns"><div>
                \(Card("申请内容", SummaryList(rows).html).html)\(answered)
                \(Card("征求意见", ConsultationForms(page: self).html).html)
                </div><div>
                \(AnswerFormPiece(page: self).html)\(FeeForms(page: self).html)
                </div></div>
                """)
    }

    /// Whether this officer handles it now.
    var isHandler: Bool { (try? subject.requireHandler(actor)) != nil && !subject.phase.isFinal }

    private var clock: HTML? {
        subject.shownClock.map { CaseClockBadge($0, calendar: view.calendar, now: view.now).html }
    }

    private var rows: [SummaryList.Row] {
        let applicant = subject.applicant
        let isEntity = applicant.kind == .entity
        let purpose = RequestForm.Purpose(rawValue: subject.answer("purpose"))?.chinese ?? ""
        let medium = RequestForm.Medium(rawValue: subject.answer("medium"))?.chinese ?? ""
        let way = Submission(rawValue: subject.answer("submission"))?.chinese ?? ""
        return [
            .init("申请人", "\(applicant.name)"),
            .init(
                isEntity ? "统一社会信用代码" : "身份证号码",
                "<span class=\"code\">\(isEntity ? applicant.code : Masking.identityNumber(applicant.code))</span>"
            ),
            .init("类别", "\(rules.category(subject.answer("category"))?.name ?? "")"),
            .init("提交方式", "\(way)，\(subject.filing.filedAt.chinese)"),
            .init("收到日", "\(subject.acceptedAt?.day.chinese ?? "待确认")"),
            .init("申请什么", "\(purpose)"),
            .init("需要的信息", "<p class=\"words\">\(subject.answer("content"))</p>"),
            .init("文号", "\(subject.answer("document_number"))"), .init("形式", "\(medium)"),
        ]
    }

    private var answered: HTML? {
        guard let draft = subject.draft else { return nil }
        return Card(
            subject.result == nil ? "答复稿" : "答复",
            """
            <p>\(draft.marks["kind"].flatMap(rules.kind)?.name ?? "") <span class="code">\(draft.number)</span></p>
            \(each: draft.paragraphs, { "<p>\($0)</p>" })
            <ul class="links">\(each: draft.enclosures, enclosure)</ul>
            """
        ).html
    }

    private func enclosure(_ enclosure: Enclosure) -> HTML {
        let original: HTML? = enclosure.originalID.map {
            " <a href=\"\(DisclosurePath.deskFile(number, String($0)))\">原件（不对外）</a>"
        }
        return """
            <li><div><a href="\(DisclosurePath.deskFile(number, String(enclosure.fileID)))">\(enclosure.name)</a>\(original)</div></li>
            """
    }
}
