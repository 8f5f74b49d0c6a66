import Storage
import Web
import WorkingTime

/// The appeals against scores.
struct AppealListPage {
    static let title = "绩效申诉"

    let slice: Slice<ScoreAppeal>
    let names: ReportNames
    let state: ScoreAppeal.State?
    let pager: Pager

    var page: Page {
        Page(
            Self.title,
            crumbs: [Link("工作台", "/desk"), Link("绩效", PerformancePath.ranking), Link(Self.title, nil)],
            width: .wide, area: .desk,
            body: """
                <h1>\(Self.title)</h1>
                <p class="lead">对核定的得分有异议的，部门在期限内申诉，由没有经手的另一人裁定；核定的数不改，更正写在旁边。</p>
                \(filter)
                \(slice.items.isEmpty ? EmptyState("没有这样的申诉").html : table)
                \(pager.html)
                """)
    }

    private var filter: HTML {
        let options = [("", "全部")] + ScoreAppeal.State.allCases.map { ($0.rawValue, $0.chinese) }
        return """
            <form class="filters" action="\(PerformancePath.appeals)">
            <div class="filter"><label class="label" for="state">状态</label>
            <select class="input" id="state" name="state">\(each: options, { one in
                "<option value=\"\(one.0)\"\(attribute: "selected", if: one.0 == state?.rawValue ?? "")>\(one.1)</option>"
            })</select></div>
            <button class="button">查看</button>
            </form>
            """
    }

    private var table: HTML {
        Table(
            Self.title,
            columns: [.init("指标"), .init("部门"), .init("哪一期"), .init("提出"), .init("状态")],
            rows: slice.items.map { one in
                [
                    "<a href=\"\(PerformancePath.appeal(String(one.id)))\">\(names.indicator(one.indicator))</a>",
                    "\(names.organ(one.organ))", "\(one.period.chinese)", "\(one.appealedAt.shortChinese)",
                    one.state.badge,
                ]
            }
        ).html
    }
}

extension ScoreAppeal.State {
    var badge: HTML {
        switch self {
        case .submitted: StatusBadge(chinese, .near).html
        case .withdrawn: StatusBadge(chinese, .waiting).html
        case .upheld, .corrected: StatusBadge(chinese, .done).html
        }
    }
}
