import Web

/// What a changed model makes of the offices of all organs: those whose points or places would be others.
struct OfficeTrial: Sendable {
    struct Row: Sendable, Hashable {
        let owner: FigureOwner
        let before: ModelTrial.Standing?
        let after: ModelTrial.Standing?

        /// By how much its points change, in hundredths; what comes or goes moves by all it has.
        var difference: Int { (after?.points ?? 0) - (before?.points ?? 0) }
    }

    /// What moves most first.
    let rows: [Row]
    /// How many offices were looked at.
    let count: Int

    /// - Parameter sums: what was done in the offices of all organs in the period.
    init(_ whole: PerformanceModel, over assessment: Assessment, _ sums: FigureSums) {
        let earlier = Self.standings(assessment.model, sums)
        let later = Self.standings(whole.counting(in: assessment.period.kind), sums)
        let offices = Set(sums.keys.map(\.ofOffice)).filter { !$0.office.isEmpty }
        count = offices.count
        rows = offices.map { Row(owner: $0, before: earlier[$0], after: later[$0]) }
            .filter { $0.before != $0.after }
            .sorted {
                (-abs($0.difference), $0.owner.organ, $0.owner.office)
                    < (-abs($1.difference), $1.owner.organ, $1.owner.office)
            }
    }

    private static func standings(_ model: PerformanceModel, _ sums: FigureSums) -> [FigureOwner:
        ModelTrial.Standing]
    {
        OfficeScores.all(model, sums).flatMap(\.rows).reduce(into: [:]) { found, row in
            guard let points = row.points, let place = row.place else { return }
            found[row.owner] = ModelTrial.Standing(points: points, place: place)
        }
    }
}

/// The offices on the page of a trial.
struct OfficeTrialTable {
    let assessment: Assessment
    let trial: OfficeTrial

    /// As many as are looked through; those that follow move less.
    private static let most = 100

    var html: HTML {
        guard trial.count > 0 else { return .empty }
        return """
            <h2>各科室</h2>
            <p>\(sentence)</p>
            \(if: !trial.rows.isEmpty, table)
            """
    }

    private var sentence: String {
        guard !trial.rows.isEmpty else { return "\(trial.count) 个科室的得分和名次都不变。" }
        let rest = trial.rows.count > Self.most ? "，下面是变化最大的 \(Self.most) 个" : ""
        return "\(trial.count) 个科室中，\(trial.rows.count) 个的得分或者在本部门的名次有变化\(rest)。"
    }

    private var table: HTML {
        Table(
            "各科室试算前后",
            columns: [
                .init("科室"), .init("部门"), .init("现行得分", isNumber: true), .init("试算得分", isNumber: true),
                .init("升降", isNumber: true), .init("名次", isNumber: true),
            ],
            rows: trial.rows.prefix(Self.most).map(cells)
        ).html
    }

    private func cells(_ row: OfficeTrial.Row) -> [HTML] {
        let (organ, office) = (row.owner.organ, row.owner.office)
        let path = PerformancePath.office(assessment.period.text, organ, office)
        let isKept = row.before != nil && row.after != nil
        return [
            "<a href=\"\(path)\">\(assessment.officeName(office))</a>", "\(assessment.name(organ))",
            "\(row.before?.points.pointsText ?? "—")", "\(row.after?.points.pointsText ?? "—")",
            "\(isKept ? TrialPage.change(row.difference) : "—")",
            "\(TrialPage.move(row.before.map { String($0.place) }, row.after.map { String($0.place) }))",
        ]
    }
}
