import Web

/// The offices of an organ with what they finished, their points and their places; each opens to its persons.
struct OfficeTable {
    let assessment: Assessment
    let organ: String
    let scores: OfficeScores
    /// The points as they were frozen.
    let frozen: [String: Int]

    private var period: Period { assessment.period }

    /// Nothing for an organ that has and had no offices.
    var html: HTML {
        guard scores.rows.contains(where: { !$0.owner.office.isEmpty }) else { return .empty }
        return """
            <h2>科室</h2>
            <p class="lead">\(words)</p>
            \(table)
            """
    }

    private var words: String {
        guard assessment.model.indicators.contains(where: { $0.applies == .office }) else {
            return "这一版指标没有规定科室怎样计分，只列各科室的数。"
        }
        let check = frozen == again ? "复算一致。" : "复算与核定不一致，请监察人员核查。"
        return "\(scores.ranked) 个科室按其中的人当时完成的步骤计分，在本部门内排名。\(assessment.isFrozen ? check : "")"
    }

    private var again: [String: Int] {
        scores.rows.reduce(into: [:]) { $0[$1.owner.office] = $1.points }
    }

    private var table: HTML { Table("各科室得分", columns: columns, rows: scores.rows.map(row)).html }

    private var columns: [Table.Column] {
        let head: [Table.Column] = [
            .init("科室"), .init("名次", isNumber: true), .init("得分", isNumber: true),
        ]
        let rest: [Table.Column] = [
            .init("完成步骤", isNumber: true), .init("超过步骤时限", isNumber: true), .init("要求补正", isNumber: true),
            .init("备注"),
        ]
        return head + assessment.gradeColumns + rest
    }

    private func row(_ row: OfficeScores.Row) -> [HTML] {
        let office = row.owner.office
        let counted = [Figure.tasksDone, .tasksLate, .supplements].map { figure -> HTML in
            "\(row.figures[figure] ?? 0)"
        }
        let path = PerformancePath.office(period.text, organ, office)
        let link: HTML = "<a href=\"\(path)\">\(assessment.officeName(office))</a>"
        let remark = office.isEmpty ? "完成时岗位不在任何科室" : assessment.remark(ofOffice: office)
        let (place, points) = (row.place.map { String($0) } ?? "—", row.points?.pointsText ?? "—")
        let last: HTML = "\(remark.isEmpty ? "—" : remark)"
        let head: [HTML] = [link, "\(place)", "\(points)"]
        return head + assessment.gradeCells(row.points) + counted + [last]
    }
}

/// One office: its indicators with their figures, and its persons.
struct OfficePage {
    let assessment: Assessment
    let organ: String
    let row: OfficeScores.Row
    let ranked: Int
    let persons: [PersonScores.Row]
    let names: [Int64: String]

    private var period: Period { assessment.period }
    private var office: String { row.owner.office }
    private var name: String { assessment.officeName(office) }

    var page: Page {
        let organName = assessment.name(organ)
        return Page(
            "\(name)绩效",
            crumbs: assessment.crumbs(under: organ, name),
            width: .wide, area: .desk,
            body: """
                <h1>\(name)：\(period.chinese)绩效</h1>
                <p class="lead">\(organName)。\(total)\(remark)</p>
                \(if: !row.score.lines.isEmpty, ScoreTable(score: row.score, period: period, organ: organ, person: nil, office: office).html)
                \(if: row.score.lines.isEmpty, figures)
                <h2>个人</h2>
                \(persons.isEmpty ? EmptyState("这一期没有完成的步骤").html : PersonTable(assessment: assessment, organ: organ, persons: persons, names: names).html)
                """)
    }

    private var remark: String {
        let remark = assessment.remark(ofOffice: office)
        return remark.isEmpty ? "" : "\(remark)。"
    }

    private var total: String {
        guard !office.isEmpty else { return "完成时岗位不在任何科室的步骤，不参加科室排名。" }
        guard let points = row.points, let place = row.place else { return "这一期没有得分。" }
        return "得 \(assessment.pointsWords(points))，在 \(ranked) 个科室中排第 \(place)。"
    }

    /// Where nothing is scored, the figures still open to their cases.
    private var figures: HTML {
        let counted = Figure.allCases.filter { row.figures[$0] != nil }
        let place = office.isEmpty ? AssessedOffice.none : office
        return """
            <ul class="links">\(each: counted, { figure in
                "<li><a href=\"\(PerformancePath.cases(period.text, organ, figure.rawValue))?office=\(place)\">\(figure.chinese) \(row.figures[figure] ?? 0)</a></li>"
            })</ul>
            """
    }
}
