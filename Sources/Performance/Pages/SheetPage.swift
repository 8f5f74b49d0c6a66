import Identity
import Web

/// One organ: each indicator with its figures, the formula in words and the points; its posts and persons.
struct SheetPage {
    let assessment: Assessment
    let organ: String
    let persons: PersonScores
    /// nil for whoever does not see how others do.
    let offices: OfficeTable?
    let names: [Int64: String]
    let seesPersons: Bool
    let reports: [String: SelfReport]
    let appeals: SheetAppeals

    private var period: Period { assessment.period }
    private var name: String { assessment.name(organ) }

    var page: Page {
        let score = assessment.score(organ)
        return Page(
            "\(name)绩效",
            crumbs: assessment.crumbs(name),
            width: .wide, area: .desk,
            body: """
                <h1>\(name)：\(period.chinese)绩效</h1>
                <p class="lead">\(total(score))\(AssessedOrgan.remark(organ, assessment))</p>
                \(ScoreTable(score: score, period: period, organ: organ, person: nil, reports: reports, isFrozen: assessment.isFrozen).html)
                \(later)
                \(appeals.html)
                \(offices?.html)
                <h2>岗位和个人</h2>
                \(persons.persons.isEmpty ? EmptyState("这一期没有可以计分的步骤").html : people)
                """)
    }

    private func total(_ score: Score) -> String {
        guard let points = score.hundredths else { return "这一期还没有可以计分的办件。" }
        let rows = assessment.ranking.rows
        let place = rows.first { $0.owner.organ == organ }?.place ?? 0
        return "得 \(assessment.pointsWords(points))，在 \(rows.count) 个部门中排第 \(place)。"
    }

    /// What this period is too short for.
    private var later: HTML {
        let later = assessment.model.leftOut.filter { $0.applies == .organ }
        guard !later.isEmpty else { return .empty }
        let words = later.map { "\($0.name)（\($0.shortest.longerWords)）" }.joined(separator: "、")
        return "<p class=\"hint\">这一期不计：\(words)。其余指标的权重按比例补足。</p>"
    }

    private var people: HTML {
        let posts = seesPersons ? persons.posts : []
        return PersonTable(
            assessment: assessment, organ: organ, posts: posts, persons: persons.persons, names: names
        ).html
    }
}

/// One person at the posts they held.
struct PersonPage {
    let assessment: Assessment
    let organ: String
    let name: String
    let id: Int64
    let rows: [PersonScores.Row]

    var page: Page {
        let period = assessment.period
        return Page(
            "\(name)绩效",
            crumbs: assessment.crumbs(under: organ, name),
            width: .wide, area: .desk,
            body: """
                <h1>\(name)：\(period.chinese)绩效</h1>
                \(each: rows, { row in
                    "<h2>\(row.owner.postWords)\(place(row.owner))：\(row.score.hundredths?.pointsText ?? "—") 分</h2>\(ScoreTable(score: row.score, period: period, organ: organ, person: id, office: row.owner.office, post: row.owner.post).html)"
                })
                """)
    }

    private func place(_ owner: FigureOwner) -> String {
        owner.office.isEmpty ? "" : "（\(assessment.officeName(owner.office))）"
    }
}
