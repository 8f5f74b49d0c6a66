import BusinessProcess
import ProcessMining
import Web

/// The picture, its table, and the drawing beside it.
struct MapContent {
    let scope: AnalysisScope
    let graph: PathGraph
    let drawn: ProcessDefinition?

    var html: HTML {
        guard !graph.edges.isEmpty else {
            return EmptyState("这一年还没有办结的办件", "<p>换一个事项或者年份看看。</p>").html
        }
        let drawing = PathDrawing(graph)
        return """
            <p>\(finding)</p>
            <h3>实际路径</h3>
            <figure class="process"><div class="pathmap" tabindex="0" role="group" aria-label="实际路径图，可以上下左右移动">\(drawing.svg)</div>
            \(if: drawing.graph.edges.count < graph.edges.count, "<figcaption class=\"hint\">只画了最常走的 \(drawing.graph.edges.count) 条线，共有 \(graph.edges.count) 条；表里有最常走的 \(PathDrawing.mostEdges) 条。</figcaption>")</figure>
            <details class="more"><summary>查看数据</summary>\(table(drawing))</details>
            \(plan)
            """
    }

    private var finding: String {
        guard
            let busiest = graph.edges.max(by: {
                ($0.value.total, $1.key.from.key) < ($1.value.total, $0.key.from.key)
            })
        else { return "" }
        return "用时合在一起最多的一段是从「\(graph.title(busiest.key.from))」到「\(graph.title(busiest.key.to))」，"
            + "\(busiest.value.count) 次，一半不超过\(NaturalTime.behind(busiest.value.quantile(50)))。"
    }

    private func table(_ drawing: PathDrawing) -> HTML {
        Table(
            "实际路径图的数据",
            columns: [
                .init("这一步"), .init("接下来"), .init("次数", isNumber: true),
                .init("用时中位数", isNumber: true), .init("九成不超过", isNumber: true),
            ],
            rows: drawing.edges.reversed().map { arrow in
                [
                    "\(graph.title(arrow.edge.from))", "\(graph.title(arrow.edge.to))",
                    scope.link(arrow.count, .between(arrow.edge.from, arrow.edge.to)),
                    "\(NaturalTime.words(arrow.seconds))",
                    "\(NaturalTime.words(graph.edges[arrow.edge]?.quantile(90)))",
                ]
            }
        ).html
    }

    /// The drawing of the newest case, every step with how often it was done.
    private var plan: HTML {
        guard let drawn, !drawn.diagram.shapes.isEmpty else { return .empty }
        let most = max(1, graph.nodes.filter { $0.key != .start && $0.key != .end }.values.max() ?? 1)
        var marks: [String: DiagramMark] = [:]
        for case (.step(let step), let count) in graph.nodes {
            marks[step] = .heat(step: 1 + count * 4 / most, words: "\(count) 次")
        }
        return """
            <h3>画的流程图</h3>
            <figure class="process"><div class="flow" tabindex="0" role="group" aria-label="流程图，可以左右移动">
            \(HTML.raw(trusted: drawn.svg(marks: marks, prefix: "drawn")))</div>
            <figcaption class="hint">\(drawn.name)第 \(drawn.version) 版，颜色越深办过的次数越多。</figcaption></figure>
            """
    }
}
