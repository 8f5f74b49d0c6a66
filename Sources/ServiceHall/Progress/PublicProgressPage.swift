import Cases
import Codes
import Desk
import Web
import WorkingTime

/// What whoever holds the receipt is told: the progress with masked names, nothing of what was filled in.
struct PublicProgressPage {
    let view: CaseView
    /// How it stands, where that is not as with an application for a service.
    let words: WhatNow?

    var page: Page {
        let subject = view.subject
        let now = words ?? WhatNow(Situation(view))
        return Page(
            "办件进度", crumbs: [Link("查进度", ApplicantPath.publicProgress), Link("办件进度", nil)], width: .wide,
            scripts: [ReadAloud.script],
            body: """
                <div class="columns case">
                <div class="case-now"><h1>\(subject.plan.name)</h1>
                <p class="quiet-words">\(applicant) · \(subject.filing.filedAt.day.chinese) 提交 · 编号 \
                <span class="code">\(subject.number.text)</span></p>\(ReadAloud().html)
                <section class="card what-now\(subject.phase == .supplementing ? " asks" : "")" aria-label="现在怎么样"><p class="lead"><b>\(now.headline)</b></p><p>\(now.advice)</p>\
                \(if: subject.phase == .supplementing, signIn)</section>\(answer)</div>
                <aside class="case-side"><h2>各部门</h2>
                <section class="card" aria-label="各部门">\(OrganList(view).html)</section></aside>
                <div class="case-picture"><h2>办到哪一步了</h2>\(ProcessPicture(view).html)</div>
                <div class="case-way"><h2>经过</h2>\(HistoryTimeline(view, masksNames: true).html)</div></div>
                """)
    }

    private var applicant: String {
        let applicant = view.subject.applicant
        return applicant.kind == .person ? Masking.name(applicant.name) : applicant.name
    }

    /// For whoever has no account this is the only place at which they are answered.
    private var answer: HTML? {
        view.subject.answerByReceipt.map { draft in
            Card("答复", "\(each: draft.paragraphs, { "<p class=\"words\">\($0)</p>" })").html
        }
    }

    private var signIn: HTML {
        "<p>请<a href=\"\(ApplicantPath.evidence(view.subject.number.text))\">登录后补正</a>，或到政务服务中心窗口办理。</p>"
    }
}
