import Web
import WorkingTime

/// What was put right: each correction with the frozen amount beside it.
struct CorrectionTable {
    let assessment: Assessment
    let corrections: [Correction]

    var html: HTML {
        guard !corrections.isEmpty else { return .empty }
        let names = assessment.model.indicators.reduce(into: [String: String]()) { $0[$1.key] = $1.name }
        return """
            <h2>更正</h2>
            \(Table("更正", columns: [
                .init("日期"), .init("指标"), .init("数"), .init("原来", isNumber: true), .init("更正为", isNumber: true),
                .init("理由"), .init("裁定"),
            ], rows: corrections.map { one in
                [
                    "\(one.at.day.chinese)", "\(names[one.indicator] ?? one.indicator)", "\(one.name)",
                    "\(one.text(one.before))", "\(one.text(one.after))", "\(one.reason)", "\(one.byName)",
                ]
            }).html)
            """
    }
}

/// On the sheet of an organ: the corrected score beside the frozen one, its appeals, and where one begins.
struct SheetAppeals {
    let assessment: Assessment
    let organ: String
    let appeals: [ScoreAppeal]
    let reports: [String: SelfReport]
    let mayAppeal: Bool
    let now: Instant

    private var period: Period { assessment.period }
    private var corrections: [Correction] { assessment.corrections.filter { $0.organ == organ } }

    var html: HTML {
        """
        \(if: !corrections.isEmpty, corrected)
        \(if: !appeals.isEmpty, list)
        \(if: mayAppeal, invitation)
        """
    }

    private var corrected: HTML {
        let row = assessment.correctedRanking.rows.first { $0.owner.organ == organ }
        return """
            \(CorrectionTable(assessment: assessment, corrections: corrections).html)
            <p class="lead">更正以后得 \(row.map { assessment.pointsWords($0.points) } ?? "— 分")，排第 \(row?.place ?? 0)。核定的得分不改，两个都留着。</p>
            \(ScoreTable(
                score: assessment.correctedScore(organ), period: period, organ: organ, person: nil, caption: "更正以后的各项指标",
                reports: reports, isFrozen: true).html)
            """
    }

    private var list: HTML {
        let names = assessment.model.indicators.reduce(into: [String: String]()) { $0[$1.key] = $1.name }
        return """
            <h2>申诉</h2>
            <ul class="links">\(each: appeals, { one in
                "<li><a href=\"\(PerformancePath.appeal(String(one.id)))\">\(names[one.indicator] ?? one.indicator)</a> \(one.state.badge)</li>"
            })</ul>
            """
    }

    private var invitation: HTML {
        guard let until = assessment.record?.appealsUntil, now <= until else { return .empty }
        let taken = Set(appeals.filter { $0.state != .withdrawn }.map(\.indicator))
        let open = assessment.model.indicators.filter { $0.applies == .organ && !taken.contains($0.key) }
        return Card(
            "对得分有异议",
            """
            <p>\(until.day.chinese)以前可以申诉，由没有经手的另一人裁定。选有异议的指标：</p>
            <ul class="links">\(each: open, { one in
                "<li><a href=\"\(PerformancePath.newAppeal(period.text, organ, one.key))\">\(one.name)</a></li>"
            })</ul>
            """
        ).html
    }
}
