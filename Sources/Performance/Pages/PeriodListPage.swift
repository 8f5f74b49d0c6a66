import Storage
import Web
import WorkingTime

/// The periods that were frozen, however long ago: for everybody, or for the desk with those that are being counted.
struct PeriodListPage {
    let lines: Slice<PeriodLine>
    let isPublic: Bool
    let request: WebRequest

    private static let title = "核定过的各期"

    var page: Page {
        let above = isPublic ? [Link(PublicPage.title, PerformancePath.published)] : deskAbove
        return Page(
            Self.title, crumbs: above + [Link(Self.title, nil)], width: .wide, area: isPublic ? .hall : .desk,
            description: isPublic ? "各部门每个月、每季度、每年核定的得分。" : nil,
            body: """
                <h1>\(Self.title)</h1>
                <p class="lead">月度、季度、年度的得分，核定以后不再改动，多少年以后都能按当时的指标重新算出来。</p>
                \(lines.items.isEmpty ? EmptyState("还没有核定的一期", "<p>核定以后会列在这里。</p>").html : table)
                \(Pager(next: lines.next, of: request).html)
                \(if: isPublic && !years.isEmpty, files)
                """)
    }

    private var deskAbove: [Link] {
        [Link("工作台", "/desk"), Link(RankingPage.title, PerformancePath.ranking)]
    }

    private var years: [Int] { Set(lines.items.map(\.period.year)).sorted(by: >) }

    private var files: HTML {
        """
        <h2>各月得分和按时办结率</h2>
        <ul class="links">\(each: years, { year in
            "<li><a href=\"\(PublicScores.file(of: year))\">\(year)年各月（CSV）</a></li>"
        })</ul>
        """
    }

    private var table: HTML {
        Table(
            Self.title, columns: [.init("哪一期"), .init("种类"), .init("核定")],
            rows: lines.items.map { line in
                let path = isPublic ? PerformancePath.published : PerformancePath.ranking
                return [
                    "<a href=\"\(path)?period=\(line.period.text)\">\(line.period.chinese)</a>",
                    "\(line.period.kind.chinese)", "\(line.frozenAt?.day.chinese ?? "正在核定")",
                ]
            }
        ).html
    }
}
