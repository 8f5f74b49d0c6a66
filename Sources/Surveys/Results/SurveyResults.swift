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
    /// Below this, numbers of a band are not shown: whoever knows the few could tell what they said.
    static let least = 5

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
    func count(_ choice: String, of key: String, in band: AgeBand) -> Int? {
        guard isShown(band) else { return nil }
        return counts[key]?[choice]?[band.rawValue] ?? 0
    }

    /// Whether enough of a band have answered, and enough of all others: of one band that is hidden alone, the rest would tell.
    func isShown(_ band: AgeBand) -> Bool {
        let shown = bands.filter { $0.value >= Self.least }
        let hidden = total - shown.values.reduce(0, +)
        return shown[band.rawValue] != nil && (hidden == 0 || hidden >= Self.least)
    }
}
