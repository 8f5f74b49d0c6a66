import Web
import WorkingTime

/// 各渠道办事情况: two tables, and what they show in a sentence.
struct AccessPage {
    static let title = "各渠道办事情况"
    private static let quartersBack = 8
    private static let hidden = "少于 5"

    let quarter: Quarter
    let today: CivilDate
    let streets: AccessTable
    let ages: AccessTable

    var page: Page {
        Page(
            Self.title, crumbs: [Link("工作台", "/desk"), Link(Self.title, nil)], width: .wide, area: .desk,
            body: """
                <h1>\(Self.title)</h1>
                <p class="lead">\(quarter.chinese)，个人申请从哪里提交：哪些街道、哪些年龄的人还要到窗口来办，决定在哪里设站点、自助终端和帮办人员。</p>
                <p>\(finding)</p>
                \(quarters)
                <h2>按年龄</h2>\(table("按年龄", "年龄", ages))
                <h2>按街道</h2>\(table("按街道", "街道", streets))
                <p class="hint">只有件数，没有人。少于 5 件的不显示，其余按 5 取整，所以各格相加与总数会有出入。季度结束前的数会继续变化。</p>
                <p><a href="\(AccessPath.file)?quarter=\(quarter.text)">下载数据（CSV）</a></p>
                """)
    }

    /// Head and rows of both tables.
    var lines: [[String]] {
        let head = ["季度", "分组", "名称"] + AccessChannel.allCases.map(\.chinese)
        return [head] + lines("年龄", ages) + lines("街道", streets)
    }

    private func lines(_ group: String, _ table: AccessTable) -> [[String]] {
        table.rows.map { row in
            [quarter.text, group, row.name] + row.counts.map { $0.map(String.init) ?? Self.hidden }
        }
    }

    private var finding: String {
        let known = ages.rows.compactMap { row in row.ownPercent.map { (row.name, $0) } }
        guard let least = known.min(by: { $0.1 < $1.1 }) else { return "这个季度的件数还太少，看不出各年龄的差别。" }
        return "自己在网上或自助终端提交的比例，\(least.0)的最低，约 \(least.1)%。"
    }

    private var quarters: HTML {
        let last = Quarter(of: today)
        let all = (1..<Self.quartersBack).reduce(into: [last]) { all, _ in
            all.append(all[all.count - 1].previous)
        }
        return """
            <nav aria-label="季度"><ul class="slots">\(each: all, { one in
                "<li><a class=\"button quiet small\" href=\"\(AccessPath.figures)?quarter=\(one.text)\"\(attribute: "aria-current", one == quarter ? "page" : nil)>\(one.chinese)</a></li>"
            })</ul></nav>
            """
    }

    private func table(_ title: String, _ first: String, _ table: AccessTable) -> HTML {
        guard !table.rows.isEmpty else { return EmptyState("这个季度还没有申请").html }
        return Table(
            title,
            columns: [Table.Column(first)]
                + AccessChannel.allCases.map { Table.Column($0.chinese, isNumber: true) },
            rows: table.rows.map { row -> [HTML] in
                let counts = row.counts.map { count -> HTML in "\(count.map(String.init) ?? Self.hidden)" }
                return ["\(row.name)" as HTML] + counts
            }
        ).html
    }
}
