import WorkingTime

/// Scores a site: what is known of it, the rules, what people found, and the day.
struct Inspection: Sendable {
    let rules: InspectionRules
    let rulesVersion: Int
    /// What is known; what is not in it nobody could find out.
    let facts: [Fact: Measurement]
    /// What people found, the newest for each code.
    let findings: [String: SiteFinding]
    /// Bonuses are for portals.
    let isPortal: Bool
    let day: CivilDate

    var card: ScoreCard {
        let deductions = rules.deductions.map(line)
        let base = max(0, rules.full - deductions.reduce(0) { $0 + $1.points })
        let bonuses = isPortal ? rules.bonuses.map(line) : []
        let bonus = base > rules.bonusFrom ? min(rules.bonusMost, bonuses.reduce(0) { $0 + $1.points }) : 0
        return ScoreCard(
            day: day, rulesVersion: rulesVersion, full: rules.full, pass: rules.pass,
            vetoes: rules.vetoes.map(line),
            deductions: deductions, bonuses: bonuses, bonus: bonus)
    }

    private func line(_ veto: InspectionRules.Veto) -> ScoreCard.Line {
        let code = "veto.\(veto.code)"
        guard let measures = veto.when, !measures.isEmpty else {
            return manual(code, veto.title, veto.detail) { _ in 0 }
        }
        let known = measures.filter { facts[$0.fact] != nil }
        let broken = known.filter { (facts[$0.fact]?.count ?? 0) >= $0.atLeast }
        let state: ScoreCard.State =
            broken.isEmpty ? (known.count < measures.count ? .unseen : .sound) : .faulty
        return ScoreCard.Line(
            code: code, title: veto.title, detail: veto.detail, state: state, points: 0,
            evidence: broken.flatMap { facts[$0.fact]?.evidence ?? [] }, isManual: false)
    }

    private func line(_ item: InspectionRules.Deduction) -> ScoreCard.Line {
        let code = "deduction.\(item.code)"
        guard let fact = item.fact else {
            return manual(code, item.title, item.detail) { min(item.most, $0 * item.each) }
        }
        let found = facts[fact]
        let state: ScoreCard.State = found.map { $0.count > 0 ? .faulty : .sound } ?? .unseen
        // A count from outside is not to overflow what is reckoned with it.
        let points = min(item.most, min(found?.count ?? 0, 1_000) * item.each)
        return ScoreCard.Line(
            code: code, title: item.title, detail: item.detail, state: state, points: points,
            evidence: found?.evidence ?? [], isManual: false)
    }

    private func line(_ bonus: InspectionRules.Bonus) -> ScoreCard.Line {
        manual("bonus.\(bonus.code)", bonus.title, "最多加 \(bonus.points) 分。") { min($0, bonus.points) }
    }

    private func manual(
        _ code: String, _ title: String, _ detail: String, _ points: (Int) -> Int
    ) -> ScoreCard.Line {
        let finding = findings[code]
        let state: ScoreCard.State = finding.map { $0.faults > 0 ? .faulty : .sound } ?? .unseen
        return ScoreCard.Line(
            code: code, title: title, detail: detail, state: state,
            points: points(min(finding?.faults ?? 0, 1_000)),
            evidence: [], note: finding?.note, isManual: true)
    }
}
