import BusinessProcess
import Cases
import Identity
import Web
import WorkingTime

/// Where cases stand in a process, and where those that are done waited.
struct HeatPage {
    /// What the drawing shows.
    enum Measure: String, CaseIterable {
        /// How many cases stand at a step now.
        case running
        /// How long finished steps were open on average.
        case waited

        var chinese: String { self == .running ? "正在办理" : "平均用时" }
    }

    let version: PublishedProcess
    let definition: ProcessDefinition
    /// Nil before the first count.
    let figures: StepFigures?
    let measure: Measure
    let officer: OfficerContext
    let token: CSRFToken

    var page: Page {
        let (id, number) = (version.key.id, String(version.key.version))
        return Page(
            "办件分布：\(version.name)",
            crumbs: [
                Link("工作台", "/desk"), Link("业务流程", ProcessDeskPath.processes),
                Link(version.name, ProcessDeskPath.process(id)),
                Link("第 \(number) 版", ProcessDeskPath.version(number, of: id)), Link("办件分布", nil),
            ],
            width: .wide, area: .desk,
            body: """
                <h1>办件分布：\(version.name) 第 \(number) 版</h1>
                \(figures.map(content) ?? empty)
                \(if: officer.may(.editProcesses), recount)
                """)
    }

    private var empty: HTML { EmptyState("还没有统计", "<p>每天自动统计一次；系统管理员也可以现在统计。</p>").html }

    private func content(_ figures: StepFigures) -> HTML {
        """
        <p class="lead">\(sentence(figures))</p>
        <p class="hint">统计于 \(figures.countedAt.shortChinese)，用时按自然时间计，不是法定时限。</p>
        <nav class="tabs" aria-label="看什么">\(each: Measure.allCases, tab)</nav>
        \(Card(nil, ProcessDrawing(xml: version.xml, marks: marks(figures), prefix: "heat", caption: "颜色越深，\(measure == .running ? "办件越多" : "等得越久")。").html).html)
        <details class="more"><summary>查看数据</summary>\(table(figures))</details>
        """
    }

    private func tab(_ other: Measure) -> HTML {
        let address =
            "\(ProcessDeskPath.heat(String(version.key.version), of: version.key.id))?measure=\(other.rawValue)"
        return
            "<a href=\"\(address)\"\(attribute: "aria-current", other == measure ? "page" : nil)>\(other.chinese)</a>"
    }

    /// What the picture shows, in words.
    private func sentence(_ figures: StepFigures) -> String {
        let open = figures.steps.reduce(0) { $0 + $1.open }
        guard let most = figures.steps.max(by: { $0.open < $1.open }), most.open > 0 else {
            return "现在没有停在这一版流程里的任务。"
        }
        let slowest = figures.steps.max { ($0.averageSeconds ?? 0) < ($1.averageSeconds ?? 0) }
        let wait = slowest.flatMap { step in
            step.averageSeconds.map { "等得最久的是「\(name(step))」，平均 \(Self.words($0))。" }
        }
        return "共有 \(open) 个任务在办，最多的是「\(name(most))」，\(most.open) 个。\(wait ?? "")"
    }

    private func marks(_ figures: StepFigures) -> [String: DiagramMark] {
        let values = figures.steps.compactMap { step -> (StepFigure, Int)? in
            let value = measure == .running ? step.open : step.averageSeconds ?? 0
            return value > 0 ? (step, value) : nil
        }
        let most = values.map(\.1).max() ?? 1
        return values.reduce(into: [:]) { marks, entry in
            let words = measure == .running ? "\(entry.1) 件" : Self.words(entry.1)
            marks[entry.0.element] = .heat(step: 1 + 4 * entry.1 / most, words: words)
        }
    }

    private func table(_ figures: StepFigures) -> HTML {
        Table(
            "各步骤的办件",
            columns: [
                .init("步骤"), .init("正在办理", isNumber: true), .init("已办", isNumber: true),
                .init("平均用时", isNumber: true),
            ],
            rows: figures.steps.map { step in
                [
                    "\(name(step))", "\(step.open)", "\(step.done)",
                    "\(step.averageSeconds.map(Self.words) ?? "—")",
                ]
            }
        ).html
    }

    private func name(_ step: StepFigure) -> String {
        definition.elements[step.element]?.title ?? step.element
    }

    private var recount: HTML {
        """
        <div class="actions">\(PostButton(
            "现在统计", action: ProcessDeskPath.recount(String(version.key.version), of: version.key.id), token: token).html)</div>
        """
    }

    /// A time in words, in the two largest units.
    private static func words(_ seconds: Int) -> String {
        let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60)
        if days > 0 { return hours > 0 ? "\(days) 天 \(hours) 小时" : "\(days) 天" }
        if hours > 0 { return minutes > 0 ? "\(hours) 小时 \(minutes) 分" : "\(hours) 小时" }
        return minutes > 0 ? "\(minutes) 分钟" : "不到 1 分钟"
    }
}
