import CSV

/// The points of a period as lines of a file: each organ, its offices, its persons.
struct ScoreFile {
    let assessment: Assessment
    private(set) var text: String

    init(assessment: Assessment) {
        self.assessment = assessment
        text =
            CSVLine.mark
            + CSVLine.text([
                "时期", "层级", "部门代号", "部门", "科室代号", "科室", "岗位", "姓名", "名次", "得分", "完成的步骤", "超过步骤时限", "要求补正",
                "备注", "等次",
            ])
    }

    /// An organ.
    mutating func add(_ row: Ranking.Row) {
        let figures = assessment.figures[row.owner] ?? [:]
        let remark = AssessedOrgan.remark(row.owner.organ, assessment)
        add(
            "部门", row.owner, ["", "", "", "", String(row.place), row.points.pointsText], figures, remark,
            row.points)
    }

    /// The offices of an organ.
    mutating func add(_ scores: OfficeScores) {
        guard scores.rows.contains(where: { !$0.owner.office.isEmpty }) else { return }
        for row in scores.rows {
            let place = row.place.map { String($0) } ?? ""
            add(
                "科室", row.owner,
                office(row.owner) + ["", "", place, row.points?.pointsText ?? ""], row.figures,
                assessment.remark(ofOffice: row.owner.office), row.points)
        }
    }

    /// The persons of an organ.
    mutating func add(_ persons: [PersonScores.Row], _ names: [Int64: String]) {
        for row in persons {
            let points = row.score.hundredths?.pointsText ?? ""
            let name = names[row.owner.accountID] ?? ""
            add(
                "个人", row.owner, office(row.owner) + [row.owner.postWords, name, "", points], row.figures, "",
                nil)
        }
    }

    private func office(_ owner: FigureOwner) -> [String] {
        [owner.office, assessment.officeName(owner.office)]
    }

    private mutating func add(
        _ level: String, _ owner: FigureOwner, _ middle: [String], _ figures: [Figure: Int], _ remark: String,
        _ points: Int?
    ) {
        let counted = [Figure.tasksDone, .tasksLate, .supplements].map { String(figures[$0] ?? 0) }
        text += CSVLine.text(
            [assessment.period.text, level, owner.organ, assessment.name(owner.organ)] + middle + counted
                + [remark, assessment.grade(points) ?? ""])
    }
}
