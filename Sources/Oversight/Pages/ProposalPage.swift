import Web
import WorkingTime

/// A proposal, and how far what came from it has come, for whoever raised it.
struct ProposalPage {
    let followed: OversightOffice.Followed
    let names: [String: String]

    var page: Page {
        let one = followed.proposal
        return Page(
            one.title,
            crumbs: [
                Link("工作台", "/desk"), Link(OversightPage.title, OversightPath.home), Link(one.title, nil),
            ],
            area: .desk,
            body: """
                <h1>\(one.title)</h1>
                <p>\(followed.badge)</p>
                \(SummaryList(rows).html)
                """)
    }

    private var rows: [SummaryList.Row] {
        let one = followed.proposal
        var rows: [SummaryList.Row] = [
            .init("编号", "<span class=\"code\">\(one.reference)</span>"), .init("情况和建议", "\(one.words)"),
            .init("应当答复的部门", "\(names[one.organ] ?? one.organ)"), .init("提出", "\(one.raisedAt.chinese)"),
        ]
        if let refusal = one.refusal { rows.append(.init("不立项的理由", "\(refusal)")) }
        guard let progress = followed.progress else { return rows }
        rows += [
            .init("主办部门", "\(names[progress.lead] ?? progress.lead)"), .init("督办进展", "\(progress.stage)"),
            .init("部门反馈", "\(progress.reports) 次"),
        ]
        if let due = progress.dueAt { rows.append(.init("期限", "\(due.day.chinese)")) }
        if let closed = progress.closedAt {
            rows.append(.init(progress.isUnfinished ? "没有办完就销号" : "办结", "\(closed.day.chinese)"))
        }
        if progress.isUnfinished, let reason = progress.struckReason {
            rows.append(.init("销号的理由", "\(reason)"))
        }
        if let circular = progress.circular { rows.append(.init("通报", "\(circular)")) }
        return rows
    }
}

extension OversightOffice.Followed {
    /// What has become of it.
    var badge: HTML {
        if let progress {
            guard !progress.isUnfinished else { return StatusBadge("没有办完就销号", .late).html }
            return StatusBadge("已立项：\(progress.stage)", progress.isOpen ? .active : .done).html
        }
        return proposal.refusal == nil
            ? StatusBadge("等待答复", .waiting).html : StatusBadge("不立项", .late).html
    }
}
