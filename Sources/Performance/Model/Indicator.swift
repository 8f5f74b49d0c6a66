import DecisionModel
import Foundation

/// One thing that is measured: a value by a formula over the named figures, and the points it is worth.
struct Indicator: Sendable, Hashable, Decodable {
    /// Whose it is.
    enum Subject: String, Sendable, Hashable, CaseIterable, Decodable {
        case organ
        /// Offices within an organ, by what their people did.
        case office
        /// Persons, and the posts they hold.
        case person

        var chinese: String {
            switch self {
            case .organ: "部门"
            case .office: "科室"
            case .person: "岗位和个人"
            }
        }
        /// What has no figures of organs alone.
        var single: String { self == .office ? "科室" : "个人" }
    }

    let key: String
    let name: String
    let applies: Subject
    /// Where its figures come from.
    let source: String
    /// The formula in words.
    let words: String
    let unit: String
    /// FEEL over the figures, and over `reported` where organs report it; null where there was nothing to measure.
    let value: String
    /// FEEL over `value` and the figures: out of a hundred.
    let points: String
    /// Percent of the whole.
    let weight: Int
    private let floor: Int?
    private let cap: Int?
    /// The figure that opens first behind it.
    let cases: String?
    /// How organs state it themselves; nil for what is counted.
    let reported: Reporting?
    /// Whether everybody may read it.
    private let `public`: Bool?
    private let period: Period.Kind?

    /// What formulas call the value that organs report.
    static let reportedName = "reported"

    var lowest: Int { floor ?? 0 }
    var highest: Int { cap ?? 100 }
    var isPublic: Bool { `public` ?? false }
    /// The shortest period that counts it: a quarterly indicator counts in quarters and years.
    var shortest: Period.Kind { period ?? .month }
    var figure: Figure? { cases.flatMap(Figure.init(rawValue:)) }
}

/// An indicator whose formulas have been read.
struct ReadIndicator: Sendable {
    let indicator: Indicator
    let value: FEELExpression
    let points: FEELExpression

    init(_ indicator: Indicator) throws(FEELError) {
        self.indicator = indicator
        (value, points) = (try FEELExpression(indicator.value), try FEELExpression(indicator.points))
    }

    /// The figures it asks for, in the order of its formulas.
    var figures: [Figure] {
        (value.names + points.names).reduce(into: []) { figures, name in
            if let figure = Figure(rawValue: name), !figures.contains(figure) { figures.append(figure) }
        }
    }

    /// Whether everybody reads its value: what a version that is in force shows of a confidential figure stays back too.
    var isPublished: Bool { indicator.isPublic && !figures.contains(where: \.isConfidential) }

    /// The value and its points; nil where there was nothing to measure, be it that a formula divides by nothing.
    ///
    /// - Parameter reported: what the organ stated and another accepted, in hundredths; nil for nothing that counts.
    func result(_ figures: [Figure: Int], reported: Int? = nil) -> (
        value: Decimal, points: Decimal
    )? {
        var variables: Variables = [:]
        for figure in self.figures { variables[figure.rawValue] = .number(Decimal(figures[figure] ?? 0)) }
        if indicator.reported != nil {
            variables[Indicator.reportedName] = reported.map { .number(Decimal($0) / 100) } ?? .null
        }
        guard case .number(let value) = value.value(in: variables) else { return nil }
        variables["value"] = .number(value)
        guard case .number(let points) = points.value(in: variables) else { return nil }
        return (value, min(max(points, Decimal(indicator.lowest)), Decimal(indicator.highest)))
    }
}
