import Government
import ProcessMining
import Services
import Web

/// How the cases of a service really went.
struct AnalysisPage {
    /// Paths, and pairs of steps, that one page shows.
    static let mostRows = 50

    let scope: AnalysisScope
    let statistics: ProcessStatistics
    let note: AnalysisNote
    let services: [PublicService]
    let organs: [Organ]
    let thisYear: Int

    var page: Page {
        Page(
            "流程分析", crumbs: [Link("工作台", "/desk"), Link("流程分析", nil)], width: .wide, area: .desk,
            scripts: ["live.js"],
            body: """
                <h1>流程分析</h1>
                <p class="lead">\(AnalysisTopic.overview.lead)</p>
                \(ScopeFilters(action: AnalysisPath.analysis, scope: scope, services: services, organs: organs, thisYear: thisYear).html)
                \(AnalysisTopic.links(scope, here: .overview))
                <h2>\(scope.name)，\(String(scope.year)) 年收件</h2>
                <p>\(finding)</p>
                \(behind)
                \(note.html)
                \(statistics.finished == 0 ? empty : content)
                <p class="actions"><a class="button quiet" href="\(scope.address(AnalysisPath.whatIfForm))">如果这样改</a>
                <a class="button quiet" href="\(scope.address(AnalysisPath.comparison))">部门并排比较</a>
                <a class="button quiet" href="\(scope.address(AnalysisPath.log))">下载事件日志（XES）</a>
                <a class="button quiet" href="\(scope.address(AnalysisPath.log))&amp;starts=1">下载事件日志（带领取时间）</a></p>
                <p class="hint">事件日志里没有申请人，办理人用代号。带领取时间的，领取过的步骤有开始和办完两个事件。</p>
                """)
    }

    private var empty: HTML { EmptyState("这一年还没有办结的办件", "<p>换一个事项或者年份看看。</p>").html }

    private var content: HTML {
        """
        <h2>实际路径</h2>\(paths)
        <h2>各步骤的停留</h2>\(steps)
        <h2>步骤的先后</h2>\(pairs)
        <h2>流程各版本</h2>\(spreads("流程各版本", "版本", versions))
        <h2>部门比较</h2>\(spreads("部门比较", "部门", byOrgan))
        <p class="hint">用时按自然时间计，不是法定时限；停留是从到达这一步到办完这一步。</p>
        """
    }

    /// What the tables show, in words.
    private var finding: String {
        let counts = "办结 \(statistics.finished) 件，在办 \(statistics.underWay) 件。"
        guard let median = statistics.durations.quantile(50) else { return counts }
        let handovers = statistics.handovers
        return counts
            + "一半的办件在\(NaturalTime.behind(median))内办结；共走了 \(statistics.variants.count) 条路径，"
            + "重办 \(statistics.repetitions) 步，换部门 \(handovers.organs) 次，换人 \(handovers.persons) 次。"
    }

    /// The cases behind the sentence.
    private var behind: HTML {
        let groups: [(String, TraceFilter)] = [
            ("办结", .finished), ("在办", .underWay), ("重办过", .repeated),
            ("换过部门", .handedOver(organ: true)), ("换过人", .handedOver(organ: false)),
        ]
        return "<p class=\"hint\">打开办件：\(HTML.joined(groups.map(link), separator: "、"))</p>"
    }

    private func link(_ words: String, _ filter: TraceFilter) -> HTML {
        "<a href=\"\(scope.address(of: filter))\">\(words)的</a>"
    }

    private var paths: HTML {
        let sorted = statistics.variants.sorted {
            ($0.value.count, $1.key.joined()) > ($1.value.count, $0.key.joined())
        }
        return Table(
            "实际路径",
            columns: [
                .init("路径"), .init("件数", isNumber: true), .init("占比", isNumber: true),
                .init("用时中位数", isNumber: true), .init("九成不超过", isNumber: true),
            ],
            rows: sorted.prefix(Self.mostRows).map { path, spread in
                [
                    "\(words(path))",
                    scope.link(spread.count, .path(path)),
                    "\(share(spread.count))", "\(NaturalTime.words(spread.quantile(50)))",
                    "\(NaturalTime.words(spread.quantile(90)))",
                ]
            }
        ).html
    }

    private func share(_ count: Int) -> String { "\(Percent.of(count, in: statistics.finished))%" }

    private func words(_ path: [String]) -> String {
        path.isEmpty ? "（没有办理步骤）" : path.map(name).joined(separator: " → ")
    }

    private func name(_ step: String) -> String { statistics.steps[step]?.name ?? step }
}
