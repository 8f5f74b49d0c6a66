import Refusals

/// Of whom a question is asked: of those who chose one of these at an earlier question.
struct SurveyCondition: Sendable, Hashable, Codable {
    /// The key of the earlier question.
    let question: String
    /// What was chosen there, as it is sent.
    let choices: [String]

    /// Whether it is asked of whoever has answered this so far.
    func holds(for answers: [String: [String]]) -> Bool {
        !Set(choices).isDisjoint(with: answers[question] ?? [])
    }

    /// As the desk sends it: `q1=2`, once for every choice.
    ///
    /// - Throws: `invalid` when they belong to different questions.
    init?(_ given: [String]) throws {
        let pairs = given.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        guard let first = pairs.first else { return nil }
        guard first.count == 2, pairs.allSatisfy({ $0.count == 2 && $0[0] == first[0] }) else {
            throw DomainError.invalid("when", "请只按一个问题的选项来定，可以选几个选项。")
        }
        (question, choices) = (first[0], pairs.map { $0[1] })
    }

    /// The choices as the desk sends them.
    var sent: [String] { choices.map { "\(question)=\($0)" } }
}

extension Survey {
    /// What a question may depend on: the choices of those that stand before it.
    func conditions(before key: String) -> [(value: String, label: String)] {
        questions.prefix { $0.key != key }.enumerated().flatMap { place, question in
            question.choices.map { ("\(question.key)=\($0.value)", "第 \(place + 1) 题选了“\($0.label)”") }
        }
    }

    /// Of whom it is asked, in words; nil for everybody.
    func condition(of question: SurveyQuestion) -> String? {
        guard let condition = question.condition,
            let place = questions.firstIndex(where: { $0.key == condition.question })
        else { return nil }
        let names = questions[place].choices.filter { condition.choices.contains($0.value) }.map(\.label)
        return "第 \(place + 1) 题选了“\(names.joined(separator: "”或者“"))”的人回答"
    }

    /// Throws `conflict` where a question depends on one that does not stand before it, or on a choice that is not there.
    func requireSoundConditions() throws {
        for (place, question) in questions.enumerated() {
            let known = Set(conditions(before: question.key).map(\.value))
            guard question.condition.map({ known.isSuperset(of: $0.sent) }) ?? true else {
                throw DomainError.conflict("第 \(place + 1) 题要看前面一题的回答，那一题或者那个选项要留在它前面。请先改第 \(place + 1) 题。")
            }
        }
    }

    /// The questions that are asked of whoever has answered this; each may depend on those before.
    func asked(after given: (String) -> [String]) -> [SurveyQuestion] {
        var (answers, asked) = ([String: [String]](), [SurveyQuestion]())
        for question in questions where question.condition.map({ $0.holds(for: answers) }) ?? true {
            asked.append(question)
            answers[question.key] = given(question.key)
        }
        return asked
    }
}
