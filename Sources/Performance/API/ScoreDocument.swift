import Web
import WorkingTime

/// The score of an organ in a period as programs read it.
struct ScoreDocument: Encodable, Sendable {
    struct Line: Encodable, Sendable {
        let key: String
        let name: String
        let weight: Int
        let unit: String
        let value: Double?
        let points: Double?
        let figures: [String: Int]
    }

    let period: String
    let organ: String
    let organName: String
    let state: String
    let modelVersion: Int
    let countedAt: String?
    let frozenAt: String?
    let points: Double?
    let place: Int?
    let grade: String?
    let correctedPoints: Double?
    let correctedPlace: Int?
    let correctedGrade: String?
    let remark: String
    /// Absent in lists.
    var indicators: [Line]?

    enum CodingKeys: String, CodingKey {
        case period, organ, state, points, place, grade, remark, indicators
        case organName = "organ_name"
        case modelVersion = "model_version"
        case countedAt = "counted_at"
        case frozenAt = "frozen_at"
        case correctedPoints = "corrected_points"
        case correctedPlace = "corrected_place"
        case correctedGrade = "corrected_grade"
    }

    static let schema = Schema.object([
        .init("period", .text, "`2026-10`、`2026-Q3`、`2026`"), .init("organ", .text, "部门的代号"),
        .init("organ_name", .text, "核定时或者现在的名称"), .init("state", .oneOf(PeriodDocument.states), "核定的不再变化"),
        .init("model_version", .integer, "指标的版本"),
        .init("counted_at", .formatted("date-time"), "数到什么时候", optional: true),
        .init("frozen_at", .formatted("date-time"), optional: true),
        .init("points", .number, "没有可以计分的没有这一项", optional: true),
        .init("place", .integer, "名次", optional: true),
        .init("grade", .text, "等次；指标没有规定等次的没有这一项", optional: true),
        .init("corrected_points", .number, "申诉更正以后的得分", optional: true),
        .init("corrected_place", .integer, "申诉更正以后的名次", optional: true),
        .init("corrected_grade", .text, "申诉更正以后的等次", optional: true),
        .init("remark", .text, "部门撤并的说明"), .init("indicators", .list(line), "列表里没有", optional: true),
    ])

    static let line = Schema.object([
        .init("key", .text), .init("name", .text), .init("weight", .integer), .init("unit", .text),
        .init("value", .number, "没有可考核的没有这一项", optional: true), .init("points", .number, optional: true),
        .init("figures", .map(.integer), "公式里的数，按名称"),
    ])
}

extension ScoreDocument.Line {
    init(_ line: Score.Line) {
        self.init(
            key: line.indicator.key, name: line.indicator.name, weight: line.indicator.weight,
            unit: line.indicator.unit, value: line.value.flatMap { Double($0.short) },
            points: line.points.flatMap { Double($0.short) },
            figures: Dictionary(line.figures.map { ($0.figure.rawValue, $0.amount) }) { first, _ in first })
    }
}

/// A period that was frozen, or is being, as programs read it.
struct PeriodDocument: Encodable, Sendable {
    /// Where a period stands.
    static let states = ["live", "counting", "frozen"]

    let period: String
    let kind: String
    let state: String
    let frozenAt: String?
    let appealsUntil: String?
    let calendarVersion: Int?

    enum CodingKeys: String, CodingKey {
        case period, kind, state
        case frozenAt = "frozen_at"
        case appealsUntil = "appeals_until"
        case calendarVersion = "calendar_version"
    }

    init(_ line: PeriodLine) {
        (period, kind) = (line.period.text, line.period.kind.rawValue)
        state = line.frozenAt == nil ? "counting" : "frozen"
        (frozenAt, appealsUntil) = (line.frozenAt?.rfc3339, line.appealsUntil?.rfc3339)
        calendarVersion = line.calendarVersion
    }

    static let schema = Schema.object([
        .init("period", .text, "`2026-10`、`2026-Q3`、`2026`"),
        .init("kind", .oneOf(Period.Kind.allCases.map(\.rawValue))), .init("state", .oneOf(states)),
        .init("frozen_at", .formatted("date-time"), optional: true),
        .init("appeals_until", .formatted("date-time"), "部门申诉到什么时候为止", optional: true),
        .init("calendar_version", .integer, "核定时工作日历的版本", optional: true),
    ])
}

extension PeriodRecord {
    /// Where it stands, for programs.
    var state: String { isFrozen ? "frozen" : "counting" }
}

/// Reads the scores of a period: the places are computed once for all organs.
struct ScoreReading {
    private let assessment: Assessment
    private let rows: [String: Ranking.Row]
    private let corrected: [String: Ranking.Row]

    init(_ assessment: Assessment) {
        self.assessment = assessment
        rows = Self.rows(assessment.ranking)
        corrected = assessment.corrections.isEmpty ? [:] : Self.rows(assessment.correctedRanking)
    }

    private static func rows(_ ranking: Ranking) -> [String: Ranking.Row] {
        Dictionary(ranking.rows.map { ($0.owner.organ, $0) }) { first, _ in first }
    }

    func document(_ organ: String) -> ScoreDocument {
        let (row, record) = (rows[organ], assessment.record)
        let isCorrected = assessment.corrections.contains { $0.organ == organ }
        let again = isCorrected ? corrected[organ] : nil
        return ScoreDocument(
            period: assessment.period.text, organ: organ, organName: assessment.name(organ),
            state: record?.state ?? "live", modelVersion: assessment.version.version,
            countedAt: assessment.countedAt?.rfc3339, frozenAt: record?.frozenAt?.rfc3339,
            points: row.map { Double($0.points) / 100 }, place: row?.place,
            grade: assessment.grade(row?.points),
            correctedPoints: again.map { Double($0.points) / 100 }, correctedPlace: again?.place,
            correctedGrade: assessment.grade(again?.points),
            remark: AssessedOrgan.remark(organ, assessment))
    }
}
