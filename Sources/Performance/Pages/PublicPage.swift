import Storage
import Web
import WorkingTime

/// What everybody may see of the supervision of organs: the newest frozen period by those indicators that the model calls
/// public, and where to say something about officials.
struct PublicPage {
    static let title = "监督"

    /// The newest frozen ones, at the head the one that ended last.
    let periods: [Period]
    /// The period that was asked for, where it is not frozen.
    let missing: Period?
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
                return .page(
                    try await database.read { try PublicPage(wish, complaint: complaint, in: $0) }.page)
            },
            .get(PerformancePath.publishedPeriods, .anyone, "核定过的各期") { request, _ in
                let lines = try await database.read {
                    try PeriodStore.lines(after: request.query("after"), isFrozen: true, in: $0)
                }
                return .page(PeriodListPage(lines: lines, isPublic: true, request: request).page)
            }, PublicScores.route(database),
        ]
    }

    /// A period of whatever year, if it is frozen; else the newest.
    private init(_ wish: Period?, complaint: String, in tx: Transaction) throws {
        let found = try wish.flatMap { try PeriodStore.record($0, in: tx) }
        let wished = found.flatMap { $0.isFrozen ? $0.period : nil }
        periods = try PeriodStore.newest(in: tx)
        assessment = try (wished ?? periods.first).flatMap { try Assessment($0, in: tx) }
        missing = wished == nil ? wish : nil
        scores = try PublicScores(in: tx, limit: 6)
        self.complaint = complaint
    }

    var page: Page {
        Page(
            Self.title, crumbs: [Link(Self.title, nil)], width: .wide, description: "各部门按时办结等指标，每期核定后公布。",
            body: """
                <h1>\(Self.title)</h1>
                <p class="lead">各部门办事办得怎么样，按同一套指标，每期核定以后在这里公布。核定的得分以后不再改动，申诉以后更正的写在旁边。</p>
                \(absence)
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

    /// An older link, or one that was typed, is told what it does not get.
    private var absence: HTML {
        guard let missing, let assessment else { return .empty }
        return Notice(
            "\(missing.chinese)没有公布",
            "<p>\(missing.chinese)的绩效还没有核定，下面是最近核定的\(assessment.period.chinese)。</p>", tone: .warning
        ).html
    }

    private func figures(_ assessment: Assessment) -> HTML {
        let others = periods.filter { $0 != assessment.period }.prefix(12)
        return """
            <h2>\(assessment.period.chinese)</h2>
            \(table(assessment))
            <p class="hint">\(explanations(assessment))</p>
            \(if: !others.isEmpty, "<p>其他各期：\(each: others, { "<a href=\"\(PerformancePath.published)?period=\($0.text)\">\($0.chinese)</a> " })<a href=\"\(PerformancePath.publishedPeriods)\">核定过的各期</a></p>")
            """
    }

    private func table(_ assessment: Assessment) -> HTML {
        let isCorrected = !assessment.corrections.isEmpty
        let head: [Table.Column] = [.init("部门"), .init("得分", isNumber: true)]
        var columns = head + assessment.gradeColumns
        if isCorrected { columns.append(.init("更正后", isNumber: true)) }
        let shown = Self.shown(assessment)
        columns += shown.map { .init("\($0.name)（\($0.unit)）", isNumber: true) }
        return Table(
            "\(assessment.period.chinese)各部门的公开指标", columns: columns,
            rows: assessment.ranking.rows.map { cells(of: $0, assessment, shown, isCorrected: isCorrected) }
        ).html
    }

    private static func shown(_ assessment: Assessment) -> [Indicator] {
        assessment.model.read(.organ).filter(\.isPublished).map(\.indicator)
    }

    private func cells(
        of row: Ranking.Row, _ assessment: Assessment, _ shown: [Indicator], isCorrected: Bool
    ) -> [HTML] {
        let organ = row.owner.organ
        let head: [HTML] = ["\(assessment.name(organ))", "\(row.points.pointsText)"]
        var cells = head + assessment.gradeCells(row.points)
        if isCorrected {
            let isOwn = assessment.corrections.contains { $0.organ == organ }
            cells.append("\((isOwn ? assessment.correctedPoints(organ) : nil) ?? "—")")
        }
        let lines = assessment.score(organ).lines.filter { shown.contains($0.indicator) }
        return cells + lines.map { line -> HTML in "\(line.value?.short ?? "—")" }
    }

    private func explanations(_ assessment: Assessment) -> String {
        Self.shown(assessment).map { "\($0.name)：\($0.words)。" }.joined()
    }
}
