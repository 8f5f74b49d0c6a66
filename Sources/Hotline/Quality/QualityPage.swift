import Codes
import Refusals
import Web
import WorkingTime

/// The calls that were drawn, the newest first.
struct QualityListPage {
    let reviews: [QualityReview]
    let leads: Bool
    let pager: Pager

    var page: Page {
        Page(
            "来电质检",
            crumbs: [Link("工作台", HotlinePath.home), Link("热线班次", HotlinePath.board), Link("质检", nil)],
            width: .wide, area: .desk,
            body: """
                <h1>来电质检</h1>
                <p class="lead">每周从每人接通的来电里随机抽取，由带班的人评分，结果告诉话务员，可以申诉一次。</p>
                \(reviews.isEmpty ? EmptyState(leads ? "还没有抽到来电" : "还没有抽到您的来电").html : table)\(pager.html)
                """)
    }

    private var table: HTML {
        Table(
            "来电质检",
            columns: [.init("话务员"), .init("周"), .init("状态"), .init("得分", isNumber: true), .init("操作")],
            rows: reviews.map { review in
                [
                    "\(review.agent.name)", "\(review.week.shortChinese)起",
                    StatusBadge(review.state, review.scoredAt == nil ? .near : .done).html,
                    "\(review.total.map(String.init) ?? "—")",
                    "<a href=\"\(HotlinePath.quality(String(review.id)))\">打开</a>",
                ]
            }
        ).html
    }
}

/// One call that was drawn: what is known of it, its points, the appeal.
struct QualityPage {
    let review: QualityReview
    let call: Call
    let rules: HotlineRules
    let leads: Bool
    let reader: Int64
    let errors: [FieldError]
    let entered: FormData?
    let token: CSRFToken

    private var id: String { String(review.id) }

    var page: Page {
        Page(
            "来电质检",
            crumbs: [Link("工作台", HotlinePath.home), Link("质检", HotlinePath.quality), Link("来电", nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(review.agent.name)的来电</h1>
                <p class="case-state">\(StatusBadge(review.state, review.scoredAt == nil ? .near : .done).html)</p>
                <div class="columns"><div>\(Card("这个来电", SummaryList(facts).html).html)\(points)</div>
                <div>\(duties)</div></div>
                """)
    }

    private var facts: [SummaryList.Row] {
        let rows: [SummaryList.Row?] = [
            .init("号码", "\(call.caller.map(Masking.phone) ?? "号码隐藏")"),
            .init("来电", "\(call.ringingAt.chinese)"),
            call.answeredAt.map { .init("接通", "响了 \(max(0, $0 - call.ringingAt)) 秒") },
            call.conclusion.map { .init("处理", $0.html) },
            call.conclusion?.note.map { .init("记录", "<p class=\"words\">\($0)</p>") },
        ]
        return rows.compactMap(\.self)
    }

    private var points: HTML {
        guard let total = review.total else { return .empty }
        let rows =
            review.marks.map { SummaryList.Row($0.name, "\($0.points)（满分 \($0.most)）") } + [
                .init("合计", "<strong>\(total)</strong>"),
                .init("评分", "\(review.scorer?.name ?? "")，\(review.scoredAt?.shortChinese ?? "")"),
            ] + (review.remark.isEmpty ? [] : [.init("评语", "\(review.remark)")])
        return Card("得分", SummaryList(rows).html).html
    }

    private var duties: HTML {
        if let appeal = review.appeal {
            let decided: HTML =
                review.decision.map { "<p>处理（\(review.decidedBy ?? "")）：\($0)</p>" } ?? decision
            return Card("申诉", "<p class=\"words\">\(appeal)</p>\(decided)").html
        }
        if review.scoredAt == nil { return leads && reader != review.agent.id ? sheet : .empty }
        guard reader == review.agent.id else { return .empty }
        return Card("申诉", form("appeal", [field("appeal", "为什么不同意", .longText)], "申诉")).html
    }

    private var sheet: HTML {
        let fields =
            rules.sheet.map { item in field(item.code, "\(item.name)（0 到 \(item.points)）", .integer) }
            + [field("remark", "评语", .longText, isRequired: false)]
        return Card("评分", form("score", fields, "评分")).html
    }

    private var decision: HTML {
        guard leads, reader != review.agent.id, reader != review.scorer?.id else {
            return "<p>由评分人和话务员以外的人处理。</p>"
        }
        return form(
            "decision", [field("total", "处理以后的得分", .integer), field("decision", "处理意见", .longText)], "处理申诉")
    }

    private func field(_ name: String, _ label: String, _ kind: Field.Kind, isRequired: Bool = true) -> Field
    {
        Field(
            name, label, kind, isRequired: isRequired, value: entered?[name] ?? "", error: errors[name])
    }

    private func form(_ part: String, _ fields: [Field], _ submit: String) -> HTML {
        Form(action: HotlinePath.quality(id, part), token: token, fields: fields, submit: submit).html
    }
}
