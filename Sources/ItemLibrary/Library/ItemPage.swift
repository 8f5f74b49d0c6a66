import Refusals
import Services
import Web
import WorkingTime

/// One item: what is offered, its versions, its drafts, and what can be done.
struct ItemPage {
    let slug: String
    let versions: [ServiceVersion]
    let drafts: [ItemDraft]
    let organNames: [String: String]
    let mayEdit: Bool
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    private var latest: ServiceVersion? { versions.first }
    private var current: ServiceVersion? { versions.first { $0.isCurrent } }
    private var item: ServiceItem { latest?.service.item ?? drafts[0].item }
    private var open: ItemDraft? { drafts.first { ItemDraft.State.open.contains($0.state) } }

    var page: Page {
        Page(
            item.name,
            crumbs: [Link("工作台", "/desk"), Link("事项库", ItemLibraryPath.items), Link(item.name, nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(item.name)</h1>
                \(ending)
                <div class="actions">\(actions)</div>
                \(Card("现行内容", facts).html)
                \(if: !drafts.isEmpty, Card("草稿", draftTable).html)
                \(if: !versions.isEmpty, Card("历次版本", versionTable + comparison).html)
                \(if: mayEdit && current != nil && open == nil, endForm)
                """)
    }

    private var ending: HTML? {
        if let day = current?.endsOn { return Notice("\(day.iso) 以后停止办理", tone: .warning).html }
        guard current == nil else { return nil }
        return Notice(versions.isEmpty ? "这是新事项，还没有公布" : "这个事项已经停办").html
    }

    private var actions: HTML {
        """
        \(open.map { "<a class=\"button\" href=\"\(ItemLibraryPath.draft(String($0.id)))\">打开草稿</a>" as HTML })
        \(if: mayEdit && open == nil && current != nil, PostButton("起草下一版", action: ItemLibraryPath.begin(slug), token: token, tone: .primary).html)
        \(if: current != nil, "<a class=\"button quiet\" href=\"/services/\(slug)\">查看办事指南</a>")
        """
    }

    private var facts: HTML {
        let all = item.facts { organNames[$0] ?? $0 }.filter { !$0.words.isEmpty }
        let code =
            latest.map { [SummaryList.Row("实施编码", "<span class=\"code\">\($0.service.code)</span>")] } ?? []
        let type = [SummaryList.Row("事项类型", "\(item.typeName)")]
        let missing = Completeness(of: item).missing.map(\.chinese)
        let gaps = missing.isEmpty ? [] : [SummaryList.Row("缺少的要素", "\(missing.joined(separator: "、"))")]
        return SummaryList(
            code + ways + type + gaps + all.map { SummaryList.Row($0.label, "\($0.words)") }
        ).html
    }

    private var ways: [SummaryList.Row] {
        guard let code = latest?.service.code else { return [] }
        return (item.elements?.businessItems ?? []).map {
            SummaryList.Row("业务办理项编码", "<span class=\"code\">\($0.code(itemCode: code))</span> \($0.name)")
        }
    }

    private var draftTable: HTML {
        Table(
            "草稿", columns: [.init("草稿"), .init("状态"), .init("起草"), .init("生效日期")],
            rows: drafts.map { draft in
                [
                    "<a href=\"\(ItemLibraryPath.draft(String(draft.id)))\">\(draft.note.isEmpty ? draft.purpose.chinese : draft.note)</a>",
                    draft.state.badge(draft.purpose),
                    "\(draft.author.name) \(draft.author.at.shortChinese)",
                    "\(draft.effectiveOn?.iso ?? "—")",
                ]
            }
        ).html
    }

    private var versionTable: HTML {
        Table(
            "历次版本", columns: [.init("版本"), .init("实施编码"), .init("公布"), .init("状态")],
            rows: versions.map { version in
                [
                    "第 \(version.service.version) 版", "<span class=\"code\">\(version.service.code)</span>",
                    "\(version.service.publishedAt.shortChinese)", state(version),
                ]
            }
        ).html
    }

    private func state(_ version: ServiceVersion) -> HTML {
        if version.isCurrent { return StatusBadge("现行", .done).html }
        if let at = version.endedAt { return StatusBadge("\(at.day.iso) 停办", .waiting).html }
        return StatusBadge("已被替代", .waiting).html
    }

    private var comparison: HTML {
        guard versions.count > 1 else { return .empty }
        let options = versions.map {
            Field.Option(String($0.id), "第 \($0.service.version) 版（\($0.service.publishedAt.day.iso)）")
        }
        return """
            <h3>比较两个版本</h3>
            <form class="filters" action="\(ItemLibraryPath.comparison(slug))">
            \(VersionSelect("from", "旧版", options, versions[1].id).html)\(VersionSelect("to", "新版", options, versions[0].id).html)
            <button class="button quiet">比较</button></form>
            """
    }

    private var endForm: HTML {
        let fields = [
            Field(
                "ends_on", "最后办理日期", .date, hint: "这一天以后不再受理，正在办理的按原来的版本办完。",
                value: entered?["ends_on"] ?? "", error: errors["ends_on"]),
            Field(
                "reason", "注销的原因", .longText, hint: "写明依据的文件。", value: entered?["reason"] ?? "",
                error: errors["reason"]),
        ]
        return """
            <details class="more"\(attribute: "open", if: !errors.isEmpty)><summary>注销这个事项</summary>
            \(Form(action: ItemLibraryPath.end(slug), token: token, fields: fields, submit: "提请注销").html)</details>
            """
    }
}
