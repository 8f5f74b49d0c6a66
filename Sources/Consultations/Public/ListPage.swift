import Storage
import Web
import WorkingTime

/// What people are asked about now, and what came of what they were asked before.
struct ListPage {
    let consultations: Slice<Consultation>
    let organs: [String: String]
    let request: WebRequest

    private var today: CivilDate { request.now.day }

    var page: Page {
        let now = consultations.items.filter { $0.isTaking(on: today) }
        let before = consultations.items.filter { !$0.isTaking(on: today) }
        return Page(
            "征求意见", crumbs: [Link("征求意见", nil)],
            body: """
                <h1>征求意见</h1>
                <p class="lead">要出台的文件和决定，先听您的意见。每条意见都有答复，采纳了谁的意见、改了哪里，都写在这里。</p>
                <h2>正在征求意见</h2>\(list(now, empty: "现在没有正在征求意见的稿子"))
                \(if: !before.isEmpty, "<h2>已经截止</h2>\(list(before, empty: ""))")
                \(Pager(next: consultations.next, of: request).html)
                """)
    }

    private func list(_ some: [Consultation], empty: String) -> HTML {
        guard !some.isEmpty else { return EmptyState(empty).html }
        return """
            <ul class="organs">\(each: some, { one in
                """
                <li class="organ"><b><a href="\(ConsultationPath.one(String(one.id)))">\(one.facts.title)</a></b> \
                \(one.badge(on: today))
                <p class="hint">\(organs[one.organ] ?? one.organ) · \(one.span)</p></li>
                """
            })</ul>
            """
    }
}

extension Consultation {
    /// From when to when.
    var span: String { "\(opensOn.map(\.written) ?? "")至\(facts.closesOn.written)" }

    /// Where it stands today, as a badge.
    func badge(on day: CivilDate) -> HTML {
        switch state {
        case .draft: StatusBadge("起草中", .near).html
        case .closed: StatusBadge("已公布结果", .done).html
        case .open where isTaking(on: day): StatusBadge("征求意见中", .active).html
        case .open: StatusBadge("正在答复意见", .waiting).html
        }
    }
}
