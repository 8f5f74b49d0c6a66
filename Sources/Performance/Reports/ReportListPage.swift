import Storage
import Web
import WorkingTime

/// What an organ has to report, and what has been reported.
struct ReportListPage {
    static let title = "绩效自评"

    let slice: Slice<SelfReport>
    let due: [ReportsDue]
    let names: ReportNames
    let state: SelfReport.State?
    let pager: Pager

    var page: Page {
        Page(
            Self.title,
            crumbs: [Link("工作台", "/desk"), Link("绩效", PerformancePath.ranking), Link(Self.title, nil)],
            width: .wide, area: .desk,
            body: """
                <h1>\(Self.title)</h1>
                <p class="lead">部门自己填报结果和佐证，由其他部门的人审核；没有审核的，核定时不计。</p>
                \(if: !due.isEmpty, outstanding)
                <h2>填报过的</h2>
                \(filter)
                \(slice.items.isEmpty ? EmptyState("没有这样的自评").html : table)
                \(pager.html)
                """)
    }

    private var outstanding: HTML {
        """
        <h2>现在要填报的</h2>
        \(Table("现在要填报的自评", columns: [.init("指标"), .init("部门"), .init("哪一期"), .init("截止")], rows: due.map { one in
            [
                "<a href=\"\(PerformancePath.report(one.address))\">\(one.indicator.name)</a>",
                "\(names.organ(one.address.organ))", "\(one.address.period.chinese)",
                one.isReturned
                    ? StatusBadge("退回，核定以前重报", .late).html : "\(one.until.chinese)",
            ]
        }).html)
        """
    }

    private var filter: HTML {
        let options = [("", "全部")] + SelfReport.State.allCases.map { ($0.rawValue, $0.chinese) }
        return """
            <form class="filters" action="\(PerformancePath.reports)">
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
            "填报过的自评",
            columns: [
                .init("指标"), .init("部门"), .init("哪一期"), .init("自评", isNumber: true),
                .init("审核", isNumber: true), .init("状态"),
            ],
            rows: slice.items.map { one in
                [
                    "<a href=\"\(PerformancePath.report(one.address))\">\(names.indicator(one.indicator))</a>",
                    "\(names.organ(one.organ))", "\(one.period.chinese)", "\(one.stated.shortText)",
                    "\(one.accepted?.shortText ?? "—")", one.state.badge,
                ]
            }
        ).html
    }
}

extension SelfReport {
    var address: ReportAddress { ReportAddress(period: period, organ: organ, indicator: indicator) }
}

extension SelfReport.State {
    var badge: HTML {
        switch self {
        case .submitted: StatusBadge(chinese, .near).html
        case .returned: StatusBadge(chinese, .late).html
        case .accepted: StatusBadge(chinese, .done).html
        }
    }
}
