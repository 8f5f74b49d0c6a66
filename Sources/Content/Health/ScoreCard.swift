import WorkingTime

/// A site as an inspector would score it on a day.
struct ScoreCard: Codable, Sendable, Hashable {
    /// How an item stands.
    enum State: String, Codable, Sendable {
        /// Nothing was found.
        case sound
        /// Something was found.
        case faulty
        /// 需人工检查: no table knows, and nobody has looked yet.
        case unseen
    }

    /// An item with what was found.
    struct Line: Codable, Sendable, Hashable {
        /// With its part before it: `veto.home`.
        let code: String
        let title: String
        let detail: String
        let state: State
        /// Points taken off, or added by a bonus.
        let points: Int
        let evidence: [Evidence]
        /// Who looked, when and what they wrote; nil where a table knows.
        var note: String?
        /// Whether a person looks.
        let isManual: Bool
    }

    /// What comes out.
    enum Verdict: String, Codable, Sendable {
        /// 单项否决
        case vetoed
        /// 不合格
        case failed
        /// 合格
        case passed

        /// The word people read.
        var chinese: String {
            switch self {
            case .vetoed: "单项否决"
            case .failed: "不合格"
            case .passed: "合格"
            }
        }
    }

    let day: CivilDate
    /// Which rules it was made by; 0 for the delivered ones.
    let rulesVersion: Int
    let full: Int
    let pass: Int
    let vetoes: [Line]
    let deductions: [Line]
    let bonuses: [Line]
    /// Points added, as far as bonuses count.
    let bonus: Int

    /// Points before bonuses.
    var base: Int { max(0, full - deductions.reduce(0) { $0 + $1.points }) }
    /// All points.
    var score: Int { base + bonus }

    var verdict: Verdict {
        if vetoes.contains(where: { $0.state == .faulty }) { return .vetoed }
        return base < pass ? .failed : .passed
    }

    /// How many items nobody has looked at yet.
    var unseen: Int { (vetoes + deductions).filter { $0.state == .unseen }.count }
}
