import Refusals
import Web
import WorkingTime

/// What a changed model would make of a period, beside what it is by the model in force.
struct TrialPage {
    let version: ModelVersion
    let assessment: Assessment
    let trial: ModelTrial
    let offices: OfficeTrial
    /// The grades of the tried model.
    let scale: GradeScale
    let faults: [Sentence]
    /// A text that has not been saved: it cannot be switched on.
    let isUnsaved: Bool
    let maySwitch: Bool
    let isWriter: Bool
    let today: CivilDate
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    private var id: String { String(version.id) }
    private var period: Period { assessment.period }
    private var draft: String { isUnsaved ? "没有保存的改稿" : "第 \(version.version) 版" }

    var page: Page {
        Page(
            "试算绩效指标第 \(version.version) 版",
            crumbs: [
                Link("工作台", "/desk"), Link("绩效指标", PerformancePath.models),
                Link("第 \(version.version) 版", PerformancePath.model(id)), Link("试算", nil),
            ],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>试算：\(draft)</h1>
                <p class="lead">同样的数，按现行的第 \(assessment.version.version) 版和\(draft)各算一遍。只是试算，不记入任何得分。</p>
                \(if: !isUnsaved, PeriodPicker(period: period, today: today, action: PerformancePath.modelAct(id, "trial"), submit: "试算").html)
                \(ModelFaults(faults).html)
                \(changes)
                <h2>\(period.chinese)的各部门</h2>
                \(trial.rows.isEmpty ? EmptyState("这一期还没有可以计分的办件").html : "<p>\(sentence)</p>\(table)")
                \(OfficeTrialTable(assessment: assessment, trial: offices).html)
                \(switching)
                """)
    }

    private var changes: HTML {
        guard !trial.changes.isEmpty else { return Notice("指标没有变化", "<p>两个版本的指标一样。</p>").html }
        return """
            <h2>指标的变化</h2>
            \(Table("指标的变化", columns: [.init("指标"), .init("变化")], rows: trial.changes.map { ["\($0.name)", "\($0.words)"] }).html)
            """
    }

    private var sentence: String {
        "\(trial.rows.count) 个部门中，\(trial.risen) 个得分上升，\(trial.fallen) 个下降，\(trial.moved) 个名次有变化。"
    }

    private var isGraded: Bool { assessment.isGraded || !scale.isEmpty }

    private var table: HTML {
        var columns: [Table.Column] = [
            .init("部门"), .init("现行得分", isNumber: true), .init("试算得分", isNumber: true),
            .init("升降", isNumber: true), .init("名次", isNumber: true),
        ]
        if isGraded { columns.append(.init("等次")) }
        columns.append(.init("变动的指标"))
        return Table("\(period.chinese)试算前后", columns: columns, rows: trial.rows.map(cells)).html
    }

    private func cells(_ row: ModelTrial.Row) -> [HTML] {
        let (before, after) = (row.before, row.after)
        var cells: [HTML] = [
            "<a href=\"\(PerformancePath.sheet(period.text, row.organ))\">\(assessment.name(row.organ))</a>",
            "\(before?.points.pointsText ?? "—")", "\(after?.points.pointsText ?? "—")",
            "\(row.difference.map(Self.change) ?? "—")",
            "\(Self.move(before.map { String($0.place) }, after.map { String($0.place) }))",
        ]
        if isGraded {
            let grade = after.flatMap { scale.name(of: $0.points) }
            cells.append("\(Self.move(assessment.grade(before?.points), grade))")
        }
        return cells + [moves(row.moves)]
    }

    /// What was and what would be, or the one word where both are the same.
    static func move(_ before: String?, _ after: String?) -> String {
        let (from, to) = (before ?? "—", after ?? "—")
        return from == to ? from : "\(from) → \(to)"
    }

    private func moves(_ moves: [ModelTrial.Move]) -> HTML {
        guard !moves.isEmpty else { return "—" }
        return HTML.joined(
            moves.map { move in
                let isWeighed = move.before?.weight != move.after?.weight
                return
                    "\(move.name) \(Self.part(move.before, isWeighed)) → \(Self.part(move.after, isWeighed))<br>"
            })
    }

    private static func part(_ part: ModelTrial.Part?, _ isWeighed: Bool) -> String {
        guard let part else { return "不计" }
        return isWeighed ? "\(part.points.short)（权重 \(part.weight)）" : part.points.short
    }

    /// Hundredths of points as they went up or down.
    static func change(_ difference: Int) -> String {
        difference == 0 ? "持平" : "\(difference > 0 ? "升" : "降") \(abs(difference).pointsText)"
    }

    /// Whoever switches it on has seen what it does.
    private var switching: HTML {
        guard maySwitch, !isUnsaved, version.state == .draft else { return .empty }
        guard !isWriter else { return Notice("等另一人启用", "<p>指标是您写的，要由另一人看过试算以后启用。</p>").html }
        guard faults.isEmpty else { return .empty }
        let next = Period(.month, of: today).last.adding(days: 1)
        let field = Field(
            "on_from", "从哪一天起", .date, hint: "以后某个月的 1 日。", value: entered?["on_from"] ?? next.iso,
            error: errors["on_from"])
        return Card(
            "启用",
            Form(
                action: PerformancePath.modelAct(id, "activation"), token: token, fields: [field],
                also: """
                    <input type="hidden" name="seen" value="\(version.revision)">
                    <input type="hidden" name="period" value="\(period.text)">
                    """, submit: "看过试算，启用"
            ).html
        ).html
    }
}
