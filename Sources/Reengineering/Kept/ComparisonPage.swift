import Government
import ProcessMining
import Web

/// The organs that were in charge of a service's cases, side by side.
struct ComparisonPage {
    /// Organs that stand side by side.
    static let mostOrgans = 6

    let scope: AnalysisScope
    let analysis: Analysis
    let organs: [Organ]

    private typealias Compared = (organ: String, statistics: ProcessStatistics)

    var page: Page {
        let compared = analysis.statistics.organs.filter { $0.statistics.finished > 0 }
        return Page(
            "部门比较",
            crumbs: [
                Link("工作台", "/desk"), Link("流程分析", scope.address(AnalysisPath.analysis)), Link("部门比较", nil),
            ], width: .wide, area: .desk,
            body: """
                <h1>部门比较</h1>
                <p class="lead">\(scope.name)，\(String(scope.year)) 年收件，按承办部门并排看。</p>
                \(compared.isEmpty ? EmptyState("这一年还没有办结的办件").html : content(compared))
                """)
    }

    private func content(_ compared: [Compared]) -> HTML {
        """
        <p>\(finding(compared))</p>
        <h2>总的情况</h2>\(overview(compared))
        <h2>各步骤停留中位数</h2>\(steps(Array(compared.prefix(Self.mostOrgans))))
        <p class="hint">用时按自然时间计。办件少的部门，数字容易受个别办件影响。</p>
        """
    }

    private func name(_ key: String) -> String { organs.first { $0.key == key }?.name ?? key }

    private func finding(_ compared: [Compared]) -> String {
        let medians = compared.compactMap { part in
            part.statistics.durations.quantile(50).map { (name: name(part.organ), seconds: $0) }
        }
        guard medians.count > 1, let fastest = medians.min(by: { $0.seconds < $1.seconds }),
            let slowest = medians.max(by: { $0.seconds < $1.seconds })
        else { return "这个事项的办结件都由\(medians.first?.name ?? "一个部门")承办，没有可比的部门。" }
        return "用时中位数最短的是\(fastest.name)（\(NaturalTime.words(fastest.seconds))），"
            + "最长的是\(slowest.name)（\(NaturalTime.words(slowest.seconds))）。"
    }

    private func overview(_ compared: [Compared]) -> HTML {
        Table(
            "部门总的情况",
            columns: [
                .init("部门"), .init("办结", isNumber: true), .init("用时中位数", isNumber: true),
                .init("九成不超过", isNumber: true), .init("路径", isNumber: true),
                .init("最常走的路径", isNumber: true), .init("每百件重办", isNumber: true),
                .init("每百件换人", isNumber: true),
            ],
            rows: compared.prefix(AnalysisPage.mostRows).map { row($0.organ, $0.statistics) }
        ).html
    }

    private func row(_ organ: String, _ statistics: ProcessStatistics) -> [HTML] {
        let one = AnalysisScope(
            service: scope.service, name: scope.name, year: scope.year, organ: organ)
        let most = statistics.variants.values.map(\.count).max() ?? 0
        return [
            "<a href=\"\(one.address(AnalysisPath.analysis))\">\(name(organ))</a>", "\(statistics.finished)",
            "\(NaturalTime.words(statistics.durations.quantile(50)))",
            "\(NaturalTime.words(statistics.durations.quantile(90)))", "\(statistics.variants.count)",
            "\(Percent.of(most, in: statistics.finished))%",
            "\(Percent.of(statistics.repetitions, in: statistics.finished))",
            "\(Percent.of(statistics.handovers.persons, in: statistics.finished))",
        ]
    }

    private func steps(_ compared: [Compared]) -> HTML {
        let all = analysis.statistics[nil].steps.sorted {
            ($0.value.natural.quantile(50) ?? 0, $1.key) > ($1.value.natural.quantile(50) ?? 0, $0.key)
        }
        return Table(
            "各步骤停留中位数",
            columns: [.init("步骤")] + compared.map { .init(name($0.organ), isNumber: true) },
            rows: all.prefix(AnalysisPage.mostRows).map { element, step in
                ["\(step.name)"]
                    + compared.map { part in
                        "\(NaturalTime.words(part.statistics.steps[element]?.natural.quantile(50)))"
                    }
            }
        ).html
    }
}
