import Refusals
import Web
import WorkingTime

/// One bad rating: what was said, what was done, what can be done now.
struct ReviewPage {
    let review: RatingReview
    let rating: ServiceRating
    let organ: String
    let mayHandle: Bool
    let mayContest: Bool
    let mayRule: Bool
    let today: CivilDate
    let failed: String
    let entry: FormData
    let errors: [FieldError]
    let token: CSRFToken

    private var id: String { String(review.id) }

    var page: Page {
        Page(
            "差评：\(rating.label)",
            crumbs: [Link("工作台", "/desk"), Link("差评办理", RatingPath.reviews), Link(rating.label, nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>差评：\(rating.label)</h1>
                <p>\(review.nextBadge(on: today))</p>
                \(SummaryList(facts).html)
                <h2>办理经过</h2>
                \(course)
                \(forms)
                """)
    }

    private var facts: [SummaryList.Row] {
        var rows: [SummaryList.Row] = [
            .init("部门", "\(organ)"), .init("事项", "\(rating.item.isEmpty ? "没有写明" : rating.item)"),
            .init(
                "评价",
                "\(rating.ratedAt.chinese)，\(rating.source.chinese)\(rating.place.isEmpty ? "" : "，\(rating.place)")"
            ),
        ]
        if rating.source == .matter {
            rows.append(.init("办件", "<a href=\"/desk/cases/\(rating.subject)\">\(rating.subject)</a>"))
        }
        if !rating.reasons.isEmpty { rows.append(.init("勾选的原因", "\(rating.reasonWords)")) }
        if let words = rating.words { rows.append(.init("想说的话", "\(words)")) }
        return rows
    }

    private var course: HTML {
        let acts: [(String, RatingReview.Act?)] = [
            ("联系核实", review.contacted), ("整改", review.corrected),
            ("回访\(review.isSatisfied.map { $0 ? "（满意）" : "（不满意）" } ?? "")", review.calledBack),
            ("申诉", review.appeal),
            ("裁定\(review.isGranted.map { $0 ? "（成立，不计入）" : "（不成立）" } ?? "")", review.ruling),
        ]
        let done = acts.compactMap { name, act in act.map { (name, $0) } }.sorted { $0.1.at < $1.1.at }
        guard !done.isEmpty else { return "<p>还没有人办理。</p>" }
        return SummaryList(
            done.map { name, act in
                SummaryList.Row(name, "\(act.words)<div class=\"hint\">\(act.name)，\(act.at.chinese)</div>")
            }
        ).html
    }

    private var forms: HTML {
        let (state, isContested) = (review.state, review.isContested)
        let isOpen = !isContested && state != .closed && state != .excluded
        return """
            \(if: mayHandle && isOpen && state == .open, form("contact", "联系核实", "和谁联系、核实到什么", "保存核实情况"))
            \(if: mayHandle && isOpen && state == .contacted, form("correction", "整改", "怎样整改的；没有依据整改的，写明怎样向对方解释", "保存整改情况"))
            \(if: mayHandle && isOpen && state == .corrected, form("callback", "回访", "对方怎么说", "保存回访情况", [choice("satisfied", "对方满意吗", "满意", "不满意")]))
            \(if: mayContest && isOpen && review.appeal == nil, form("appeal", "申诉", "为什么认为评价不实或者不是针对这次服务", "提出申诉"))
            \(if: mayRule && isContested, form("ruling", "裁定申诉", "理由", "裁定", [choice("granted", "申诉成立吗", "成立，不计入统计", "不成立，继续办理")]))
            """
    }

    private func form(
        _ step: String, _ title: String, _ label: String, _ submit: String, _ more: [Field] = []
    ) -> HTML {
        let isFailed = failed == step
        var words = Field("words", label, .longText)
        if isFailed { (words.values, words.error) = ([entry["words"] ?? ""], errors["words"]) }
        return """
            <h2>\(title)</h2>
            \(Form(action: RatingPath.step(id, step), token: token, fields: more + [words], submit: submit).html)
            """
    }

    private func choice(_ name: String, _ label: String, _ yes: String, _ no: String) -> Field {
        Field(
            name, label, .choice, value: entry[name] ?? "",
            options: [.init("true", yes), .init("false", no)],
            error: errors[name])
    }
}
