import Web
import WorkingTime

/// The organs of a period, the best first.
struct RankingPage {
    static let title = "绩效"

    let assessment: Assessment
    /// The frozen points of the period before.
    let earlier: [String: Int]
    /// The points as they were frozen.
    let frozen: [String: Int]
    /// What the viewer may see; nil for all.
    let organs: Set<String>?
    let today: CivilDate
    let mayFreeze: Bool
    let mayModels: Bool
    let token: CSRFToken

    private var period: Period { assessment.period }
    private var rows: [Ranking.Row] {
        assessment.ranking.rows.filter { organs?.contains($0.owner.organ) ?? true }
    }

    static var empty: Page {
        Page(
            title, crumbs: [Link("工作台", "/desk"), Link(title, nil)], width: .wide, area: .desk,
            body: "<h1>\(title)</h1>\(EmptyState("还没有绩效指标", "<p>指标装好以后，这里会有得分。</p>").html)")
    }

    var page: Page {
        Page(
            Self.title, crumbs: [Link("工作台", "/desk"), Link(Self.title, nil)], width: .wide, area: .desk,
            body: """
                <h1>\(period.chinese)绩效</h1>
                \(PeriodPicker(period: period, today: today).html)
                \(PeriodState(assessment: assessment, frozen: frozen).html)
                <p class="actions"><a class="button quiet" href="\(PerformancePath.periods)">各期</a><a class="button quiet" href="\(PerformancePath.reports)">绩效自评</a><a class="button quiet" href="\(PerformancePath.appeals)">绩效申诉</a><a class="button quiet" href="\(PerformancePath.export(period.text))">部门、科室、个人得分（CSV）</a>\(if: mayModels, "<a class=\"button quiet\" href=\"\(PerformancePath.models)\">绩效指标</a>")</p>
                \(rows.isEmpty ? EmptyState("这一期还没有可以计分的办件").html : "\(chart)\(spread)\(table)")
                \(freezing)
                """)
    }

    private var chart: HTML {
        guard rows.count > 1, let best = rows.first, let last = rows.last else { return .empty }
        let names = (assessment.name(best.owner.organ), assessment.name(last.owner.organ))
        return BarChart(
            "\(rows.count) 个部门的得分，最高是\(names.0) \(best.points.pointsText) 分，最低是\(names.1) \(last.points.pointsText) 分。",
            unit: "分", bars: rows.map { .init(assessment.name($0.owner.organ), $0.points.wholePoints) }
        ).html
    }

    /// How many organs have each grade, for whoever sees them all.
    private var spread: HTML {
        guard assessment.isGraded, organs == nil else { return .empty }
        return "<p>等次：\(assessment.model.scale.spread(of: rows.map(\.points)))。</p>"
    }

    private var table: HTML {
        Table("\(period.chinese)得分", columns: columns, rows: rows.map(cells)).html
    }

    private var columns: [Table.Column] {
        let head: [Table.Column] = [
            .init("部门"), .init("名次", isNumber: true), .init("得分", isNumber: true),
        ]
        var columns = head + assessment.gradeColumns
        columns.append(.init("与\(period.previousWord)比", isNumber: true))
        if isCorrected { columns.append(.init("更正后", isNumber: true)) }
        return columns + [.init("备注")]
    }

    private func cells(_ row: Ranking.Row) -> [HTML] {
        let (organ, name) = (row.owner.organ, assessment.name(row.owner.organ))
        let head: [HTML] = [
            "<a href=\"\(PerformancePath.sheet(period.text, organ))\">\(name)</a>", "\(row.place)",
            "\(row.points.pointsText)",
        ]
        var cells = head + assessment.gradeCells(row.points)
        cells.append("\(change(row))")
        if isCorrected { cells.append(corrected(organ)) }
        return cells + ["\(remark(row))"]
    }

    private var isCorrected: Bool { !assessment.corrections.isEmpty }

    /// What appeals have made of a score; the frozen one stays.
    private func corrected(_ organ: String) -> HTML {
        guard assessment.corrections.contains(where: { $0.organ == organ }) else { return "—" }
        return "\(assessment.correctedPoints(organ) ?? "—")"
    }

    private func remark(_ row: Ranking.Row) -> String {
        let remark = AssessedOrgan.remark(row.owner.organ, assessment)
        return remark.isEmpty ? "—" : remark
    }

    private func change(_ row: Ranking.Row) -> String {
        guard let before = earlier[row.owner.organ] else { return "—" }
        let difference = row.points - before
        return difference == 0 ? "持平" : "\(difference > 0 ? "升" : "降") \(abs(difference).pointsText)"
    }

    private var freezing: HTML {
        guard mayFreeze, assessment.record == nil, period.last < today else { return .empty }
        return Card(
            "核定",
            """
            <p>核定以后，这一期的数、指标版本、部门名录和日历版本都固定下来，以后部门或者日历变了，得分也不变。</p>
            \(PostButton(
                "核定\(period.chinese)", action: PerformancePath.freezing.replacing("{period}", with: period.text),
                token: token, tone: .primary).html)
            """
        ).html
    }
}

extension Assessment {
    /// `92.50（第 3，优秀）`: the points with what appeals have put right, the place and the grade that gives.
    func correctedPoints(_ organ: String) -> String? {
        let row = correctedRanking.rows.first { $0.owner.organ == organ }
        return row.map { row in
            "\(row.points.pointsText)（第 \(row.place)\(grade(row.points).map { "，\($0)" } ?? "")）"
        }
    }
}

extension AssessedOrgan {
    /// What has to be said of an organ that vanished: each part of the period stands for whoever worked in it.
    static func remark(_ key: String, _ assessment: Assessment) -> String {
        let gone = assessment.organs.first { $0.key == key }
        guard let day = gone?.lastDay.flatMap({ CivilDate(iso: $0) }), day <= assessment.period.last else {
            let heir = assessment.organs.contains {
                $0.successor == key && ($0.lastDay ?? "") >= assessment.period.first.iso
                    && ($0.lastDay ?? "9") <= assessment.period.last.iso
            }
            return heir ? "含并入部门合并以后的办件" : ""
        }
        let heir = gone?.successor.map(assessment.name) ?? "其他部门"
        return "\(day.chinese)并入\(heir)，只含此前的办件"
    }
}
