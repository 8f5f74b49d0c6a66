import Foundation

/// Points by a model and figures, and by nothing else: the same figures and model always give the same points.
struct Score: Sendable {
    /// What one indicator gives.
    struct Line: Sendable {
        let indicator: Indicator
        /// The figures its formulas ask for.
        let figures: [(figure: Figure, amount: Int)]
        /// What opens first behind it, whether a formula asks for it or not.
        let first: (figure: Figure, amount: Int)?
        /// nil where there was nothing to measure.
        let value: Decimal?
        /// Out of a hundred, within floor and cap.
        let points: Decimal?
    }

    let lines: [Line]

    /// - Parameter reported: what the organ reported and another accepted, by indicator, in hundredths.
    init(_ indicators: [ReadIndicator], _ figures: [Figure: Int], reported: [String: Int] = [:]) {
        lines = indicators.map { indicator in
            let result = indicator.result(figures, reported: reported[indicator.indicator.key])
            return Line(
                indicator: indicator.indicator, figures: indicator.figures.map { ($0, figures[$0] ?? 0) },
                first: indicator.indicator.figure.map { ($0, figures[$0] ?? 0) }, value: result?.value,
                points: result?.points)
        }
    }

    /// The weighted mean, in hundredths of a point. What could not be measured weighs nothing, neither for nor against;
    /// nil where nothing could be.
    var hundredths: Int? {
        let measured = lines.compactMap { line in line.points.map { (line.indicator.weight, $0) } }
        let weight = measured.reduce(0) { $0 + $1.0 }
        guard weight > 0 else { return nil }
        let sum = measured.reduce(Decimal(0)) { $0 + Decimal($1.0) * $1.1 }
        return (sum * 100 / Decimal(weight)).whole
    }
}

/// Some who are compared, the best first; equal points have the same place.
struct Ranking: Sendable {
    struct Row: Sendable {
        let owner: FigureOwner
        let points: Int
        let place: Int
    }

    let rows: [Row]

    init(_ points: [FigureOwner: Int]) {
        let sorted = points.sorted {
            ($1.value, $0.key.organ, $0.key.office, $0.key.post, $0.key.accountID)
                < ($0.value, $1.key.organ, $1.key.office, $1.key.post, $1.key.accountID)
        }
        var rows: [Row] = []
        for (index, entry) in sorted.enumerated() {
            let place = rows.last.map { $0.points == entry.value ? $0.place : index + 1 } ?? 1
            rows.append(Row(owner: entry.key, points: entry.value, place: place))
        }
        self.rows = rows
    }
}

extension Decimal {
    /// The nearest whole number; half goes to the even one.
    var whole: Int {
        var (from, to) = (self, Decimal())
        NSDecimalRound(&to, &from, 0, .bankers)
        return NSDecimalNumber(decimal: to).intValue
    }

    /// With at most two places behind the point.
    var short: String {
        var (from, to) = (self, Decimal())
        NSDecimalRound(&to, &from, 2, .bankers)
        return NSDecimalNumber(decimal: to).stringValue
    }
}

extension Int {
    /// Hundredths of a point as whole points, rounded: what is drawn agrees with what is written beside it.
    var wholePoints: Int { Int((Double(self) / 100).rounded()) }

    /// Hundredths of a point, as they are read: `92.50`.
    var pointsText: String {
        let (whole, rest) = abs(self).quotientAndRemainder(dividingBy: 100)
        return "\(self < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
