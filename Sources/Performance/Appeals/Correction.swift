import WorkingTime

/// A figure that an appeal has put right: dated, and beside the frozen one, which stays as it is.
struct Correction: Sendable, Hashable {
    let id: Int64
    let appealID: Int64
    let period: Period
    let organ: String
    let indicator: String
    /// A named figure, or `reported` for what the organ reports for the indicator (in hundredths).
    let figure: String
    /// nil where nothing counted before.
    let before: Int?
    let after: Int
    let reason: String
    let by: Int64
    let byName: String
    let at: Instant

    var isReported: Bool { figure == Indicator.reportedName }

    /// Whether a year leaves it out: it is of a quarter, and the same was put right in one of its months after the quarter was
    /// frozen. The two may be about the same cases, and would count twice.
    ///
    /// - Parameter inherited: the corrections of months that the quarter was frozen with.
    func isOvertaken(by others: [Correction], after inherited: Set<Int64>) -> Bool {
        guard period.kind == .quarter else { return false }
        let months = period.months
        return others.contains {
            $0.organ == organ && $0.figure == figure && months.contains($0.period)
                && !inherited.contains($0.id)
        }
    }

    /// What it corrects, in words.
    var name: String { isReported ? "自评" : Figure(rawValue: figure)?.chinese ?? figure }

    /// An amount as it is read: reports are in hundredths.
    func text(_ amount: Int?) -> String {
        guard let amount else { return "不计" }
        return isReported ? amount.shortText : String(amount)
    }
}

/// What organs are scored by: counted figures, and what they reported and others accepted.
struct ScoreInputs: Sendable, Hashable {
    var figures: FigureSums
    var reported: ReportedAmounts

    /// With corrections in the place of what they correct, in the order in which they were made: the last one counts.
    func corrected(by corrections: [Correction]) -> ScoreInputs {
        var inputs = self
        for one in corrections.sorted(by: { $0.id < $1.id }) {
            if one.isReported {
                inputs.reported[one.organ, default: [:]][one.indicator] = one.after
            } else if let figure = Figure(rawValue: one.figure) {
                inputs.figures[FigureOwner(organ: one.organ), default: [:]][figure] = one.after
            }
        }
        return inputs
    }

    /// A longer period has the sum of its months, and so the corrections of each of its parts.
    mutating func inherit(_ corrections: [Correction]) {
        for one in corrections {
            guard let figure = Figure(rawValue: one.figure) else { continue }
            figures.add(one.after - (one.before ?? 0), figure, to: FigureOwner(organ: one.organ))
        }
    }

    func score(_ organ: String, by indicators: [ReadIndicator]) -> Score {
        Score(
            indicators, figures[FigureOwner(organ: organ)] ?? [:], reported: reported[organ] ?? [:])
    }
}
