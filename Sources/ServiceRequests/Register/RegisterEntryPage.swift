import Government
import Web
import WorkingTime

/// One answered request, without anybody's name.
struct RegisterEntryPage {
    let row: RequestRow
    let rules: RequestRules
    let organs: OrganNameHistory
    /// Whether a leader has instructed about it: everybody may know that, and nobody reads the words here.
    let isInstructed: Bool

    var page: Page {
        let title = row.publicTitle ?? ""
        return Page(
            title, crumbs: [Link("大家的诉求", RequestPath.register), Link(title, nil)],
            description: String((row.publicAnswer ?? "").prefix(120)),
            body: """
                <h1>\(title)</h1>
                \(SummaryList(facts).html)
                <h2>反映的问题</h2><p class="words">\(row.publicWords ?? "")</p>
                <h2>答复</h2><p class="words">\(row.publicAnswer ?? "")</p>
                <p class="actions"><a class="button quiet" href="\(RequestPath.form)?category=\(row.category)">我也要反映</a></p>
                """)
    }

    private var facts: [SummaryList.Row] {
        let said = row.solved.map { $0 ? "反映人表示已经解决" : "反映人表示没有解决" }
        let rows: [SummaryList.Row?] = [
            .init("类别", "\(rules.category(row.category)?.name ?? "")"),
            .init("答复单位", "\(organs.name(of: row.organ, on: row.publishedAt?.day))"),
            .init("提出", "\(row.filedAt.day.written)"), .init("答复", "\(row.publishedAt?.day.written ?? "")"),
            isInstructed ? .init("批示", "区领导作过批示，交有关部门督办") : nil,
            said.map { .init("结果", "\($0)") },
        ]
        return rows.compactMap(\.self)
    }
}
