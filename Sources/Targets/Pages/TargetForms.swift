import Refusals
import Web

/// What whoever looks may report or review, and what was reported.
struct TargetForms {
    let page: TargetPage
    let path: (String) -> String

    var html: HTML { HTML.joined([list, report] + reviews) }

    private func name(_ milestone: Int64) -> String {
        let all = (page.agreed?.targets ?? []).flatMap { target in
            target.milestones.map { ($0.key, "\(target.title)：\($0.name)") }
        }
        return all.first { $0.0 == milestone }?.1 ?? "已取消的节点"
    }

    private var list: HTML {
        let keys = Set(page.shown.flatMap(\.milestones).map(\.key))
        let shown = page.reports.filter { keys.contains($0.milestone) }
        guard !shown.isEmpty else { return .empty }
        return """
            <h2>反馈</h2>
            \(Timeline(shown.prefix(50).map { one in
                .init(one.reportedAt, "<strong>\(name(one.milestone))</strong>，\(one.reportedByName)<br>\(one.words)<br>佐证：\(one.evidence)\(ruled(one))")
            }).html)
            """
    }

    private func ruled(_ one: MilestoneReport) -> HTML {
        guard let ruling = one.ruling else { return "<br>\(StatusBadge("等待审核", .near).html)" }
        return "<br>\(ruling.chinese)（\(one.ruledByName ?? "")）：\(one.opinion ?? "")"
    }

    private var report: HTML {
        let waiting = Set(page.reports.filter { $0.ruling == nil }.map(\.milestone)).union(page.reached)
        let open = page.shown.filter { page.isHead || $0.accountID == page.account }.flatMap(\.milestones)
            .filter { !waiting.contains($0.key) }
        guard !open.isEmpty else { return .empty }
        return card(
            "reports", "反馈节点",
            [
                Field(
                    "milestone", "节点", .choice, value: page.entered?["milestone"] ?? "",
                    options: open.map { .init(String($0.key), name($0.key)) }, error: page.errors["milestone"]
                ),
                field("words", "完成情况"), field("evidence", "佐证", .text, hint: "文号、照片或者资料在哪里。"),
            ], "提交反馈")
    }

    private var reviews: [HTML] {
        guard page.reviews else { return [] }
        return page.reports.filter { $0.ruling == nil && $0.reportedBy != page.account }.prefix(5).map {
            one in
            let hidden = "<input type=\"hidden\" name=\"report\" value=\"\(String(one.id))\">" as HTML
            return card(
                "rulings", "审核：\(name(one.milestone))",
                [
                    Field(
                        "ruling", "审核结果", .choice, value: page.entered?["ruling"] ?? "",
                        options: [.init("accepted", "通过"), .init("returned", "退回补充")],
                        error: page.errors["ruling"]),
                    field("opinion", "审核意见", .text),
                ], "提交审核", hidden)
        }
    }

    private func field(_ name: String, _ label: String, _ kind: Field.Kind = .longText, hint: String? = nil)
        -> Field
    {
        Field(name, label, kind, hint: hint, value: page.entered?[name] ?? "", error: page.errors[name])
    }

    private func card(
        _ act: String, _ title: String, _ fields: [Field], _ submit: String, _ hidden: HTML = .empty
    ) -> HTML {
        Card(
            title,
            Form(action: path(act), token: page.token, fields: fields, also: hidden, submit: submit).html
        ).html
    }
}
