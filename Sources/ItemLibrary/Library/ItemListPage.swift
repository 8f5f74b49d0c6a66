import Government
import Services
import Web

/// The items, with what is looked for above them.
struct ItemListPage {
    let rows: [ItemRow]
    let count: Int
    let pager: Pager
    let filter: ItemFilter
    let organs: [Organ]
    let types: [ItemType]
    let mayEdit: Bool
    /// How many drafts wait for review.
    let waiting: Int

    var page: Page {
        Page(
            "事项库", crumbs: [Link("工作台", "/desk"), Link("事项库", nil)], width: .wide, area: .desk,
            body: """
                <h1>事项库</h1>
                <p class="lead">全区政务服务事项的实施清单：起草、审核、公布、比较、停办。公布须由另一人审核。</p>
                \(search)
                <div class="actions">\(links)</div>
                \(TransferLinks("导出", ItemLibraryPath.export).html)
                \(rows.isEmpty ? empty : table)
                \(pager.html)
                """)
    }

    private var links: HTML {
        """
        \(if: mayEdit, "<a class=\"button\" href=\"\(ItemLibraryPath.new)\">新增事项</a>")
        <a class="button quiet" href="\(ItemLibraryPath.drafts)">待审核 \(waiting) 份</a>
        \(if: mayEdit, "<a class=\"button quiet\" href=\"\(ItemLibraryPath.imports)\">导入</a>")
        <a class="button quiet" href="\(ItemLibraryPath.statistics)">完整度统计</a>
        """
    }

    private var search: HTML {
        """
        <form class="filters" role="search" action="\(ItemLibraryPath.items)">
        <div class="filter wide"><label class="label" for="q">名称、编码或代号</label>
        <input class="input" id="q" name="q" type="search" value="\(filter.words)" enterkeyhint="search"></div>
        \(select("organ", "实施主体", "全部部门", organs.map { ($0.key, $0.name) }, filter.organ))
        \(select("type", "事项类型", "全部类型", types.map { ($0.code, "\($0.code) \($0.name)") }, filter.type))
        \(select("state", "状态", "在用和新事项", states, filter.state))
        \(select("completeness", "完整度", "不限", [("whole", "要素齐全"), ("partial", "有缺项")], filter.completeness))
        <button class="button">查找</button>
        </form>
        """
    }

    private var states: [(String, String)] {
        ItemRow.State.allCases.map { ($0.rawValue, $0.chinese) } + [(ItemFilter.draftState, "有草稿")]
    }

    private func select(
        _ name: String, _ label: String, _ all: String, _ options: [(String, String)], _ chosen: String
    ) -> HTML {
        """
        <div class="filter"><label class="label" for="\(name)">\(label)</label>
        <select class="input" id="\(name)" name="\(name)"><option value="">\(all)</option>\(each: options, { option in
            "<option value=\"\(option.0)\"\(attribute: "selected", if: option.0 == chosen)>\(option.1)</option>"
        })</select></div>
        """
    }

    private var empty: HTML {
        EmptyState("没有符合条件的事项", "<p><a href=\"\(ItemLibraryPath.items)\">清除条件</a>再找。</p>").html
    }

    private var table: HTML {
        "<p class=\"quiet-words\">共 \(count) 项。</p>"
            + Table(
                "事项",
                columns: [
                    .init("事项"), .init("实施主体"), .init("类型"), .init("状态"), .init("完整度", isNumber: true),
                ], rows: rows.map(cells)
            ).html
    }

    private func cells(_ row: ItemRow) -> [HTML] {
        [
            """
            <a href="\(ItemLibraryPath.item(row.slug))">\(row.name)</a><br>
            <span class="quiet-words code">\(row.code ?? row.slug)</span>
            """,
            "\(organs.first { $0.key == row.organ }?.name ?? row.organ)", "\(row.typeName)", state(row),
            row.completeness.map { "\($0.words)" } ?? "—",
        ]
    }

    private func state(_ row: ItemRow) -> HTML {
        let own: HTML =
            switch row.state {
            case .offered: StatusBadge("在用 第 \(row.version ?? 0) 版", .done).html
            case .new: .empty
            case .ended: StatusBadge(row.state.chinese, .waiting).html
            }
        return """
            \(own)\(row.draft.map { draft in
                " <a href=\"\(ItemLibraryPath.draft(String(draft.id)))\">\(draft.state.badge(draft.purpose))</a>" as HTML
            })
            """
    }
}

extension ItemDraft.State {
    /// The state of a draft in a word and a colour.
    func badge(_ purpose: ItemDraft.Purpose) -> HTML {
        let tone: StatusBadge.Tone =
            switch self {
            case .drawn: .active
            case .submitted, .approved: .near
            case .returned: .late
            case .published: .done
            case .withdrawn: .waiting
            }
        return StatusBadge("\(purpose.chinese)\(chinese)", tone).html
    }
}
