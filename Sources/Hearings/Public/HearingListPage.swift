import Storage
import Web
import WorkingTime

/// Hearings to come and those that were held.
struct HearingListPage {
    let hearings: Slice<Hearing>
    let organs: [String: String]
    let request: WebRequest

    var page: Page {
        let coming = hearings.items.filter { $0.day >= request.now.day && $0.isBeforeRecord }
        let held = hearings.items.filter { !($0.day >= request.now.day && $0.isBeforeRecord) }
        return Page(
            "听证会", crumbs: [Link("听证会", nil)],
            body: """
                <h1>听证会</h1>
                <p class="lead">定价、规划和重大决定之前公开听证。人人可以报名，人多时抽签，抽签方法和种子公开，谁都可以重算。</p>
                <h2>将要举行</h2>\(list(coming, empty: "现在没有将要举行的听证会"))
                \(if: !held.isEmpty, "<h2>已经举行和取消的</h2>\(list(held, empty: ""))")
                \(Pager(next: hearings.next, of: request).html)
                """)
    }

    private func list(_ some: [Hearing], empty: String) -> HTML {
        guard !some.isEmpty else { return EmptyState(empty).html }
        return """
            <ul class="organs">\(each: some, { one in
                """
                <li class="organ"><b><a href="\(HearingPath.one(String(one.id)))">\(one.facts.title)</a></b> \(one.badge)
                <p class="hint">\(organs[one.organ] ?? one.organ) · \(one.facts.startsAt.chinese) · \(one.facts.place)</p></li>
                """
            })</ul>
            """
    }
}

extension Hearing {
    /// Whether it has not been held, or is being held.
    var isBeforeRecord: Bool { [.draft, .announced, .drawn, .live].contains(state) }

    /// Where it stands, as a badge.
    var badge: HTML {
        let tone: StatusBadge.Tone =
            switch state {
            case .draft: .near
            case .announced, .drawn, .live: .active
            case .recorded: .waiting
            case .published, .decided: .done
            case .cancelled: .waiting
            }
        return StatusBadge(state.chinese, tone).html
    }
}

/// Text of several lines, each a paragraph.
func paragraphs(_ text: String) -> HTML {
    "\(each: text.split(whereSeparator: \.isNewline), { "<p>\(String($0))</p>" })"
}
