import Refusals
import Services
import Web
import WorkingTime

/// A draft: where it stands, what is wrong with it, what it changes, and what can be done now.
struct DraftPage {
    let draft: ItemDraft
    let check: DraftCheck
    /// The version it was begun from.
    let base: ServiceVersion?
    let organNames: [String: String]
    let mayEdit: Bool
    let mayReview: Bool
    let entered: FormData?
    let errors: [FieldError]
    let today: CivilDate
    let token: CSRFToken

    private var id: String { String(draft.id) }

    var page: Page {
        Page(
            "\(draft.item.name)（草稿）",
            crumbs: [
                Link("工作台", "/desk"), Link("事项库", ItemLibraryPath.items),
                Link(draft.item.name, ItemLibraryPath.item(draft.item.slug)), Link("草稿", nil),
            ], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(draft.item.name)</h1>
                <p class="lead">\(draft.state.badge(draft.purpose)) \(draft.author.name)起草于 \(draft.author.at.shortChinese)</p>
                \(head)\(standing)
                \(findings)
                \(if: mayEdit && draft.state.isWritable && draft.purpose == .publish, groups)
                \(if: draft.purpose == .publish, changes)
                \(DraftActs(page: self).html)
                """)
    }

    private var head: HTML {
        let rows: [(String, String?)] = [
            (draft.purpose == .end ? "注销的原因" : "修改说明", draft.note.unlessEmpty),
            ("生效日期", draft.purpose == .end ? nil : draft.effectiveOn?.iso), ("最后办理日期", draft.endsOn?.iso),
            ("提交", draft.submission.map { "\($0.name) \($0.at.shortChinese)" }),
            ("审核", draft.review.map { "\($0.name) \($0.at.shortChinese)" }),
        ]
        return SummaryList(rows.compactMap { row in row.1.map { SummaryList.Row(row.0, "\($0)") } }).html
    }

    /// The state in a sentence: what comes next, and by whom.
    private var standing: HTML? {
        switch draft.state {
        case .returned: Notice("已退回", "<p>\(draft.remark ?? "")</p>", tone: .warning).html
        case .submitted: Notice("等待另一人审核", "<p>起草和修改过这份草稿的人不能审核。</p>").html
        case .approved: Notice("已审核通过，\(draft.effectiveOn?.iso ?? "")零时起生效", tone: .done).html
        case .published where draft.purpose == .end: Notice("已安排停办", tone: .done).html
        case .published: Notice("已公布为第 \(draft.version ?? 0) 版", tone: .done).html
        case .withdrawn: Notice("已撤回，不会公布").html
        case .drawn: nil
        }
    }

    private var findings: HTML? {
        guard draft.purpose == .publish, ItemDraft.State.open.contains(draft.state) else { return nil }
        guard !check.findings.isEmpty else { return Notice("检查通过，没有发现问题", tone: .done).html }
        return Notice("有 \(check.findings.count) 处问题，改好后才能提交", tone: .error).html
            + Table(
                "检查结果", columns: [.init("问题"), .init("在哪一组")],
                rows: check.findings.map { ["\($0.message)", place(of: $0)] }
            ).html
    }

    private func place(of finding: ItemFinding) -> HTML {
        guard let group = ItemGroup.group(ofFinding: finding.path) else { return "表单（\(finding.path)）" }
        guard mayEdit, draft.state.isWritable else { return "\(group.title)" }
        return "<a href=\"\(group.path(of: id))\">\(group.title)</a>"
    }

    private var groups: HTML { DraftTasks(draft: draft, findings: check.findings).html }

    private var changes: HTML {
        guard let base else {
            let facts = draft.item.facts { organNames[$0] ?? $0 }.filter { !$0.words.isEmpty }
            return Card("内容", SummaryList(facts.map { .init($0.label, "\($0.words)") }).html).html
        }
        let changes = draft.item.changes(since: base.service.item) { organNames[$0] ?? $0 }
        return Card(
            "与第 \(base.service.version) 版相比",
            changes.isEmpty ? "<p>还没有改动。</p>" : ChangeTable(changes).html
        ).html
    }
}
