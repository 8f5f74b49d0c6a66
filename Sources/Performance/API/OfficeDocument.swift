import Web

/// The score of an office within its organ as programs read it.
struct OfficeDocument: Encodable, Sendable {
    /// Somebody at a post there, with what they did while they stood in it.
    struct Person: Encodable, Sendable {
        let person: String
        let name: String
        let post: String
        let points: Double?
        let figures: [String: Int]
    }

    let period: String
    let organ: String
    let office: String
    let officeName: String
    let state: String
    let modelVersion: Int
    let points: Double?
    let place: Int?
    let grade: String?
    let figures: [String: Int]
    let remark: String
    /// Absent in lists, as the persons are.
    var indicators: [ScoreDocument.Line]?
    var persons: [Person]?

    enum CodingKeys: String, CodingKey {
        case period, organ, office, state, points, place, grade, figures, remark, indicators, persons
        case officeName = "office_name"
        case modelVersion = "model_version"
    }

    static let schema = Schema.object([
        .init("period", .text, "`2026-10`、`2026-Q3`、`2026`"), .init("organ", .text, "部门的代号"),
        .init("office", .text, "科室的代号；`none` 是未分科室的步骤，不计分、不排名"),
        .init("office_name", .text, "期末的名称"), .init("state", .oneOf(PeriodDocument.states), "核定的不再变化"),
        .init("model_version", .integer, "指标的版本"),
        .init("points", .number, "没有可以计分的没有这一项", optional: true),
        .init("place", .integer, "在本部门内的名次", optional: true),
        .init("grade", .text, "等次；指标没有规定等次的没有这一项", optional: true),
        .init("figures", .map(.integer), "科室的数，按名称"), .init("remark", .text, "科室设立、改名、撤销的说明"),
        .init("indicators", .list(ScoreDocument.line), "列表里没有", optional: true),
        .init("persons", .list(person), "列表里没有", optional: true),
    ])

    private static let person = Schema.object([
        .init("person", .text, "人员的编号"), .init("name", .text), .init("post", .text, "岗位"),
        .init("points", .number, "没有可以计分的没有这一项", optional: true),
        .init("figures", .map(.integer), "在这个科室做的，按名称"),
    ])
}

extension OfficeDocument {
    init(_ row: OfficeScores.Row, _ assessment: Assessment) {
        let key = row.owner.office
        self.init(
            period: assessment.period.text, organ: row.owner.organ,
            office: key.isEmpty ? AssessedOffice.none : key, officeName: assessment.officeName(key),
            state: assessment.record?.state ?? "live", modelVersion: assessment.version.version,
            points: row.points.map { Double($0) / 100 }, place: row.place,
            grade: assessment.grade(row.points), figures: row.figures.named,
            remark: assessment.remark(ofOffice: key))
    }
}

extension OfficeDocument.Person {
    init(_ row: PersonScores.Row, name: String) {
        self.init(
            person: String(row.owner.accountID), name: name, post: row.owner.post,
            points: row.score.hundredths.map { Double($0) / 100 }, figures: row.figures.named)
    }
}

extension [Figure: Int] {
    /// By the names that programs know.
    fileprivate var named: [String: Int] { reduce(into: [:]) { $0[$1.key.rawValue] = $1.value } }
}
