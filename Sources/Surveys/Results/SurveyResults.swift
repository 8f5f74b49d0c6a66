/// What was counted, kept once the survey is closed: the same numbers for everybody and for ever.
struct SurveyResults: Sendable, Hashable, Codable {
    /// Answers given here, by age.
    private(set) var bands: [String: Int] = [:]
    /// Answers brought in by others, by panel.
    private(set) var panels: [String: Int] = [:]
    /// How many chose what: question, choice, and of whom: `all`, `panels`, or a band.
    private(set) var counts: [String: [String: [String: Int]]] = [:]
    /// How many said something to a question.
    private(set) var answered: [String: Int] = [:]
    /// Of fewer, nothing of what they said is shown: whoever knows the few could tell.
    static let least = 5
    /// What is shown instead.
    static let tooFew = "不足 \(least) 人回答，不公布"

    /// How many answered here.
    var total: Int { bands.values.reduce(0, +) }
    /// How many were brought in.
    var brought: Int { panels.values.reduce(0, +) }

    /// Adds one answer.
    mutating func add(_ answer: AnswerStore.Answer, of survey: Survey) {
        let isOurs = answer.panelID == 0
        if isOurs {
            bands[answer.band.rawValue, default: 0] += 1
        } else {
            panels[String(answer.panelID), default: 0] += 1
        }
        for (key, chosen) in answer.answers {
            if isOurs { answered[key, default: 0] += 1 }
            guard survey.questions.first(where: { $0.key == key })?.kind != .text else { continue }
            for one in chosen {
                for whom in isOurs ? ["all", answer.band.rawValue] : ["panels"] {
                    counts[key, default: [:]][one, default: [:]][whom, default: 0] += 1
                }
            }
        }
    }

    /// How many who answered here chose this.
    func count(_ choice: String, of key: String) -> Int { counts[key]?[choice]?["all"] ?? 0 }

    /// How many of those brought in chose this.
    func brought(_ choice: String, of key: String) -> Int { counts[key]?[choice]?["panels"] ?? 0 }

    /// How many of a band chose this; nil where too few of it answered.
    func count(_ choice: String, of question: SurveyQuestion, in band: AgeBand) -> Int? {
        guard shownBands(of: question).contains(band) else { return nil }
        return counts[question.key]?[choice]?[band.rawValue] ?? 0
    }
}

extension SurveyResults {
    /// Whether enough who answered here have answered a question.
    func isShown(_ question: SurveyQuestion) -> Bool { (answered[question.key] ?? 0) >= Self.least }

    /// The bands of which enough have answered a question, if enough of all others have: of one band that is hidden alone,
    /// the rest would tell.
    func shownBands(of question: SurveyQuestion) -> [AgeBand] {
        let shown = AgeBand.allCases.filter { answers(to: question, by: [$0]) >= Self.least }
        let hidden = answers(to: question, by: AgeBand.allCases.filter { !shown.contains($0) })
        return hidden == 0 || hidden >= Self.least ? shown : []
    }

    /// Whether enough of those who were brought in have answered a question.
    func showsBrought(_ question: SurveyQuestion) -> Bool {
        answers(to: question, by: ["panels"], of: brought) >= Self.least
    }

    private func answers(to question: SurveyQuestion, by some: [AgeBand]) -> Int {
        answers(
            to: question, by: some.map(\.rawValue), of: some.reduce(0) { $0 + (bands[$1.rawValue] ?? 0) })
    }

    /// How many have answered a question, at least: where not everybody must, whoever may choose several stands at each.
    private func answers(to question: SurveyQuestion, by some: [String], of all: Int) -> Int {
        guard !question.isRequired || question.condition != nil else { return all }
        let chosen = question.choices.map { choice in
            some.reduce(0) { $0 + (counts[question.key]?[choice.value]?[$1] ?? 0) }
        }
        return question.kind == .several ? chosen.max() ?? 0 : chosen.reduce(0, +)
    }
}
