import Cases
import Codes
import Desk
import Refusals
import Web
import WorkingTime

/// One request, as its author follows it: what now, the answer, whether it helped, the way it took.
struct MyRequestPage {
    let view: CaseView
    let row: RequestRow
    let rules: RequestRules
    /// The one that says it again, or its review.
    let next: String?
    let errors: [FieldError]
    let entered: FormData?
    let isAuthor: Bool
    let token: CSRFToken

    var subject: Case { view.subject }
    var number: String { subject.number.text }

    var page: Page {
        Page(
            subject.said(.title), crumbs: [Link("我的诉求", RequestPath.mine), Link(number, nil)],
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(subject.said(.title))</h1>
                <p class="case-state">\(subject.plan.name) <span class="code">\(number)</span></p>
                \(Notice(words.headline, "<p>\(words.advice)</p>", tone: subject.phase.isFinal ? .done : .plain).html)
                \(clock)\(answer)\(AssessmentForms(page: self).html)
                <h2>反映的内容</h2>\(SummaryList(rows).html)
                \(withdrawal)
                <h2>办理流程</h2>\(ProcessPicture(view).html)
                <h2>办理经过</h2>\(HistoryTimeline(view).html)
                """)
    }

    private var words: ProgressWords { ProgressWords(subject) }

    /// The hour in which a ticket is sent out is the office's own business.
    private var clock: HTML? {
        guard subject.requestProcess != .ticket || subject.phase != .submitted else { return nil }
        return subject.shownClock.map { CaseClockBadge($0, calendar: view.calendar, now: view.now).html }
    }

    private var answer: HTML? {
        guard subject.result?.outcome == .answered, let draft = subject.draft else { return nil }
        let result = draft.marks["result"].flatMap(rules.result)?.name
        return Card(
            result.map { "答复：\($0)" } ?? "答复",
            "\(each: draft.paragraphs, { "<p>\($0)</p>" })\(DocumentsList(view).html)"
        ).html
    }

    private var rows: [SummaryList.Row] {
        let rows: [SummaryList.Row?] = [
            .init("类别", "\(rules.category(subject.said(.category))?.name ?? "")"),
            .init("内容", "<p class=\"words\">\(subject.said(.content))</p>"),
            line("地点", .place), line("代表", .representatives),
            row.people > 1 ? .init("涉及人数", "\(row.people)") : nil,
            earlier, .init("提出", "\(subject.filing.filedAt.chinese)"),
        ]
        return rows.compactMap(\.self)
    }

    private func line(_ label: String, _ field: RequestField) -> SummaryList.Row? {
        let text = subject.said(field)
        return text.isEmpty ? nil : .init(label, "\(text)")
    }

    private var earlier: SummaryList.Row? {
        let earlier = subject.said(.earlier)
        return earlier.isEmpty
            ? nil : .init("接续", "<a class=\"code\" href=\"\(RequestPath.mine(earlier))\">\(earlier)</a>")
    }

    private var withdrawal: HTML? {
        guard isAuthor, !subject.phase.isFinal, subject.phase != .decided else { return nil }
        return
            "<p class=\"actions\"><a class=\"button quiet\" href=\"\(CasePath.progress(number))/withdrawal\">撤回</a></p>"
    }
}
