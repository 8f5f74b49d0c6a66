import Cases
import Storage
import Web
import WorkingTime

/// One process: the picture of the version in use, every version, and the proposals for the next.
struct ProcessPage {
    /// The newest first.
    let versions: [PublishedProcess]
    /// Nil for those who do not see them.
    let proposals: Slice<ProcessProposal>?
    let pager: Pager

    var page: Page {
        Page(
            newest?.name ?? "",
            crumbs: [
                Link("工作台", "/desk"), Link("业务流程", ProcessDeskPath.processes), Link(newest?.name ?? "", nil),
            ],
            width: .wide, area: .desk,
            body: """
                <h1>\(newest?.name ?? "")</h1>
                <p class="lead">\(newest?.key.id ?? "")</p>
                \(newest.map { Card("现行第 \($0.key.version) 版", ProcessDrawing(xml: $0.xml).html).html })
                \(Card("版本", table + compare).html)
                \(drafts)
                """)
    }

    private var newest: PublishedProcess? { versions.first { $0.retiredAt == nil } ?? versions.first }

    private var table: HTML {
        Table(
            "版本", columns: [.init("版本"), .init("状态"), .init("发布"), .init("停用")],
            rows: versions.map { version in
                [
                    """
                    <a href="\(ProcessDeskPath.version(String(version.key.version), of: version.key.id))">第 \(version.key.version) 版</a>
                    """,
                    state(version), "\(version.publishedAt.shortChinese)",
                    "\(version.retiredAt?.shortChinese ?? "—")",
                ]
            }
        ).html
    }

    private var compare: HTML {
        guard versions.count > 1, let newest else { return .empty }
        let id = newest.key.id
        return """
            <ul class="links"><li><a href="\(ProcessDeskPath.comparison(of: id))">比较两个版本</a></li>\
            \(if: proposals != nil, "<li><a href=\"\(ProcessDeskPath.migration(of: id))\">办件换版本</a></li>")</ul>
            """
    }

    private func state(_ version: PublishedProcess) -> HTML {
        if version.retiredAt != nil { return StatusBadge("已停用", .waiting).html }
        return version.key == newest?.key
            ? StatusBadge("新办件使用", .done).html : StatusBadge("已有新版", .waiting).html
    }

    private var drafts: HTML? {
        guard let proposals, !proposals.items.isEmpty else { return nil }
        return Card("修改稿", ProposalTable(proposals: proposals.items).html + pager.html).html
    }
}
