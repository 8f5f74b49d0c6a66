import Cases
import Codes
import Desk
import Services
import Web
import WorkingTime

/// 办件进度: on a phone what matters comes first — what now, every organ with its clock — and then how it came.
struct ProgressPage {
    /// What the applicant has just done.
    enum Done: String {
        case supplied, withdrawn, urged, rated, promised

        var words: String {
            switch self {
            case .supplied: "补正已提交，部门会在期限内核对。"
            case .withdrawn: "申请已撤回。"
            case .urged: "已催办，正在办理的人员会收到消息。一天可以催办一次。"
            case .rated: "评价已收到，谢谢您。"
            case .promised: "承诺补交的材料已收到。"
            }
        }
    }

    let view: CaseView
    let item: ServiceItem?
    let isApplicant: Bool
    let isRepresentative: Bool
    /// The applicant in person, not the clerk who filed for them.
    let mayRate: Bool
    let done: Done?
    let rating: RatingForm
    let provesFilings: Bool
    let token: CSRFToken

    var page: Page {
        Page(
            "办件进度：\(view.subject.plan.name)", crumbs: crumbs, width: .wide,
            scripts: [ReadAloud.script],
            body: """
                \(ErrorSummary(rating.errors).html)\(done.map { Notice($0.words, tone: .done).html })
                <div class="columns case">
                <div class="case-now">\(head)\(whatNow)</div>
                <aside class="case-side">\(organs)</aside>
                <div class="case-do">\(actions.html)</div>
                <div class="case-picture"><h2>办到哪一步了</h2>\(ProcessPicture(view).html)</div>
                <div class="case-way"><h2>经过</h2>\(HistoryTimeline(view).html)</div>
                <div class="case-papers">\(documents)</div>
                <div class="case-filed">\(filed)</div>
                </div>
                """)
    }

    private var crumbs: [Link] {
        let parent = view.parent.map { Link($0.plan.name, ApplicantPath.progress($0.number.text)) }
        return [Link("我的办件", ApplicantPath.cases)] + [parent].compactMap(\.self)
            + [Link(view.subject.number.text, nil)]
    }

    private var head: HTML {
        let subject = view.subject
        return """
            <h1>\(subject.plan.name)</h1>
            <p class="quiet-words">\(subject.applicant.name) · \(subject.filing.filedAt.chinese) 提交 · 编号 \
            <span class="code">\(subject.number.text)</span></p>
            \(ReadAloud().html)
            """
    }

    private var whatNow: HTML {
        let now = WhatNow(Situation(view))
        return """
            <section class="card what-now\(actions.asksForEvidence ? " asks" : "")" aria-label="现在怎么样"><p class="lead"><b>\(now.headline)</b></p><p>\(now.advice)</p>
            \(if: actions.asksForEvidence, "<p class=\"actions\"><a class=\"button\" href=\"\(actions.evidencePath)\">去补正</a></p>")
            \(PromiseNotices(view: view, isApplicant: isApplicant).html)
            \(rating.html(for: view.subject, mayRate: mayRate, token: token))</section>
            """
    }

    private var organs: HTML {
        """
        <h2>各部门</h2><section class="card" aria-label="各部门">\(OrganList(view).html)</section>
        """
    }

    private var actions: ProgressActions {
        ProgressActions(
            view: view, isApplicant: isApplicant, isRepresentative: isRepresentative,
            provesFilings: provesFilings, token: token)
    }

    private var documents: HTML {
        let list = DocumentsList(view)
        guard !list.isEmpty else { return .empty }
        return "<h2 id=\"documents\">文书和证照</h2>\(list.html)"
    }

    private var filed: HTML {
        """
        <h2>您提交的内容</h2>
        <details class="card"><summary>查看填写的内容和材料</summary>
        <h3>材料</h3>\(MaterialsList(view.subject, filedIn: view.parent).html)
        <p><a href="\(ApplicantPath.readings(view.subject.number.text))">谁查看过我的信息</a></p>
        <h3>填写的内容</h3>\(FormAnswersList(item, view.subject.form, masking: [.identityNumber], files: view.subject.materials).html)</details>
        """
    }
}
