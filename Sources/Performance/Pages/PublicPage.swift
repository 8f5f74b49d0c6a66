import Storage
import Web
import WorkingTime

/// What everybody may see of the supervision of organs: the newest frozen period by those indicators that the model calls
/// public, and where to say something about officials.
struct PublicPage {
    static let title = "监督"

    /// Frozen ones, the newest first.
    let periods: [Period]
    /// nil while nothing has been frozen.
    let assessment: Assessment?
    /// Month by month.
    let scores: PublicScores
    /// Where a complaint about officials begins, with protected identity.
    let complaint: String

    static func routes(_ database: Database, complaint: String) -> [Route] {
        [
            .get(PerformancePath.published, .anyone, title) { request, _ in
                let wish = request.query("period").flatMap(Period.init)
                let (periods, assessment, scores) = try await database.read { tx in
                    let frozen = try PeriodStore.records(in: tx).filter(\.isFrozen)
                        .sorted { $0.period.end > $1.period.end }.map(\.period)
                    let chosen = frozen.first { $0 == wish } ?? frozen.first
                    return (
                        frozen, try chosen.flatMap { try Assessment($0, in: tx) },
                        try PublicScores(in: tx, limit: 6)
                    )
                }
                return .page(
                    PublicPage(periods: periods, assessment: assessment, scores: scores, complaint: complaint)
                        .page)
            }, PublicScores.route(database),
        ]
    }

    var page: Page {
        Page(
            Self.title, crumbs: [Link(Self.title, nil)], width: .wide, description: "各部门按时办结等指标，每期核定后公布。",
            body: """
                <h1>\(Self.title)</h1>
                <p class="lead">各部门办事办得怎么样，按同一套指标，每期核定以后在这里公布。核定的得分以后不再改动，申诉以后更正的写在旁边。</p>
                \(assessment.map(figures) ?? EmptyState("还没有核定的一期", "<p>核定以后会公布在这里。</p>").html)
                \(scores.html)
                <h2>监察信号</h2>
                <p>确认的黄牌、红牌，按规则<a href="/supervision/signals">公开</a>部门和情形，不写个人。</p>
                <h2>监察通报</h2>
                <p>每月、每季度、每年的情况，写成<a href="/supervision/bulletins">监察通报</a>公布。</p>
                <h2>反映工作人员的问题</h2>
                <p>工作态度、推诿拖延、以权谋私，都可以在这里反映。不必留姓名；留了姓名的，被反映的部门看不到您是谁。</p>
                <p><a class="button" href="\(complaint)">检举控告工作人员</a></p>
                """)
    }

    private func figures(_ assessment: Assessment) -> HTML {
        let others = periods.filter { $0 != assessment.period }.prefix(12)
        return """
            <h2>\(assessment.period.chinese)</h2>
            \(table(assessment))
            <p class="hint">\(explanations(assessment))</p>
            \(if: !others.isEmpty, "<p>其他各期：\(each: others, { "<a href=\"\(PerformancePath.published)?period=\($0.text)\">\($0.chinese)</a> " })</p>")
            """
    }

    private func table(_ assessment: Assessment) -> HTML {
        let isCorrected = !assessment.corrections.isEmpty
        let columns = assessment.model.indicators.filter { $0.applies == .organ && $0.isPublic }
        return Table(
            "\(assessment.period.chinese)各部门的公开指标",
            columns: [.init("部门"), .init("得分", isNumber: true)]
                + (isCorrected ? [.init("更正后", isNumber: true)] : [])
                + columns.map { .init("\($0.name)（\($0.unit)）", isNumber: true) },
            rows: assessment.ranking.rows.map { row in
                let lines = assessment.score(row.owner.organ).lines.filter(\.indicator.isPublic)
                let values = lines.map { line -> HTML in "\(line.value?.short ?? "—")" }
                let organ = row.owner.organ
                let isOwn = assessment.corrections.contains { $0.organ == organ }
                let corrected = isOwn ? assessment.correctedPoints(organ) : nil
                return ["\(assessment.name(organ))", "\(row.points.pointsText)"]
                    + (isCorrected ? ["\(corrected ?? "—")"] : []) + values
            }
        ).html
    }

    private func explanations(_ assessment: Assessment) -> String {
        assessment.model.indicators.filter { $0.applies == .organ && $0.isPublic }
            .map { "\($0.name)：\($0.words)。" }.joined()
    }
}
