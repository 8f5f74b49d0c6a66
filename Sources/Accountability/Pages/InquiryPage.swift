import Refusals
import Web
import WorkingTime

/// One inquiry, as far as whoever looks may see it.
struct InquiryPage {
    let inquiry: Inquiry
    let steps: [InquiryStep]
    let sight: InquirySight
    let holder: Officeholder
    let organ: String
    let rules: AccountabilityRules
    let place: String?
    /// How far its process has come.
    let picture: HTML
    let mayHandle: Bool
    let mayDecide: Bool
    let now: Instant
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    private var title: String { sight.showsOrigin ? inquiry.title : "行政问责" }
    private var crumb: String { sight.showsOrigin ? inquiry.title : inquiry.number }

    var page: Page {
        Page(
            title,
            crumbs: [Link("工作台", "/desk"), Link("行政问责", AccountabilityPath.inquiries), Link(crumb, nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(title)</h1>
                <p>\(inquiry.badge)\(if: inquiry.isOverdue(at: now), " \(StatusBadge("已超期", .late).html)")</p>
                \(warning)
                \(SummaryList(rows).html)
                \(evidence)
                <h2>办理流程</h2>\(picture)
                \(course)
                \(InquiryForms(page: self).html)
                """)
    }

    /// Whoever checks, decides, reviews or is heard reads it before anything else.
    private var warning: HTML {
        guard sight.showsWords, let retraction = inquiry.retraction else { return .empty }
        let reasons: HTML =
            if sight.showsOrigin, let place {
                "<p><a href=\"\(place)\">查看\(inquiry.source.chinese)和理由</a></p>"
            } else { .empty }
        return Notice("依据已经不成立", "<p>\(retraction)</p>\(reasons)", tone: .warning).html
    }

    private var rows: [SummaryList.Row] {
        var rows: [SummaryList.Row] = [
            .init("编号", "<span class=\"code\">\(inquiry.number)</span>"),
            .init("当事人", "\(inquiry.person)，\(organ)"), .init("来源", source),
        ]
        if sight.showsWords { rows.append(.init("所述事实", "\(inquiry.facts)")) }
        if let due = inquiry.dueAt, inquiry.closedAt == nil {
            rows.append(.init("本步期限", "\(due.day.chinese)"))
        }
        if let measure = inquiry.measureName { rows.append(.init("措施", "\(measure)")) }
        if inquiry.closedAt != nil, let outcome = inquiry.outcome {
            rows.append(.init("结果", "\(outcome.chinese)"))
        }
        return rows
    }

    /// Whoever it is about never learns which complaint it was.
    private var source: HTML {
        guard sight.showsOrigin else { return "\(inquiry.source.chinese)" }
        guard let place else { return "\(inquiry.source.chinese)：\(inquiry.reference)" }
        return "\(inquiry.source.chinese)：<a href=\"\(place)\">\(inquiry.title)</a>"
    }

    private var evidence: HTML {
        guard sight.showsEvidence(of: inquiry), !inquiry.evidence.isEmpty else { return .empty }
        return """
            <h2>提出时的证据</h2>
            \(SummaryList(inquiry.evidence.map { .init($0.name, "\($0.words)") }).html)
            """
    }

    private var course: HTML {
        let shown = steps.filter { sight.shows($0.kind) }
        guard !shown.isEmpty else { return .empty }
        return """
            <h2>经过</h2>
            \(Timeline(shown.map { step in
                .init(step.at, "<strong>\(step.kind.chinese)</strong>\(name(step))\(words(step))", .done)
            }).html)
            """
    }

    private func name(_ step: InquiryStep) -> HTML { sight.showsOrigin ? "，\(step.name)" : .empty }

    private func words(_ step: InquiryStep) -> HTML {
        guard sight.showsWords, step.kind != .proposed, !step.words.isEmpty else { return .empty }
        return "<br>\(step.words)"
    }
}
