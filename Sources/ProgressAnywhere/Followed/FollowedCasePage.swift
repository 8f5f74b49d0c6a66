import Cases
import Codes
import Desk
import Web
import WorkingTime

/// How a matter stands, for somebody who follows it: steps, organs and their clocks, with masked names.
struct FollowedCasePage {
    let follow: Follow
    let view: CaseView

    private var subject: Case { view.subject }
    private var followID: String { String(follow.id) }

    var page: Page {
        Page(
            "\(follow.owner.name)的办件进度",
            crumbs: [
                Link(FollowListPage.title, ProgressPath.follows),
                Link("\(follow.owner.name)的办件", ProgressPath.followed(followID)),
                Link(subject.number.text, nil),
            ], width: .wide, scripts: [ReadAloud.script],
            body: """
                <div class="columns case">
                <div class="case-now"><h1>\(subject.plan.name)</h1>
                <p class="quiet-words">\(Masking.name(subject.applicant.name)) · \(subject.filing.filedAt.day.chinese) 提交 · 编号 \
                <span class="code">\(subject.number.text)</span></p>\(ReadAloud().html)
                <section class="card what-now" aria-label="现在怎么样"><p class="lead">\(PhaseBadge(subject).html)</p>\
                <p>\(advice)</p></section></div>
                <aside class="case-side"><h2>各部门</h2><section class="card" aria-label="各部门">\
                \(OrganList(view, path: { ProgressPath.followed(String(follow.id), $0) }).html)</section></aside>
                <div class="case-picture"><h2>办到哪一步了</h2>\(ProcessPicture(view).html)</div>
                <div class="case-way"><h2>经过</h2>\(HistoryTimeline(view, masksNames: true).html)</div></div>
                """)
    }

    private var advice: String {
        if let pause = subject.clocks.lazy.compactMap(\.openPause).first { return "暂停计时的原因：\(pause.reason)" }
        if subject.phase == .supplementing { return "需要申请人补正。请提醒\(follow.owner.name)登录后补正，或到窗口办理。" }
        guard !subject.phase.isFinal, let due = subject.governingClock?.dueAt else {
            return "有新的进展会出现在下面的“经过”里。"
        }
        return "最晚 \(due.day.shortWithWeekday)。有新的进展会出现在下面的“经过”里。"
    }
}
