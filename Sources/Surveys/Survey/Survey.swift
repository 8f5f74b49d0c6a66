import Journal
import Refusals
import WorkingTime

/// A survey: what is asked, from when to when, and how many of which age may answer.
struct Survey: Sendable, Hashable {
    static let mostQuestions = 50

    let id: Int64
    let organ: String
    private(set) var facts: Facts
    private(set) var questions: [SurveyQuestion]
    private(set) var state: State
    private(set) var revision: Int
    private(set) var editedBy: Int64
    private(set) var openedBy: Int64?
    private(set) var conclusion: String?

    /// As the store has it.
    init(
        id: Int64, organ: String, facts: Facts, questions: [SurveyQuestion], state: State, revision: Int,
        editedBy: Int64, openedBy: Int64?, conclusion: String?
    ) {
        (self.id, self.organ, self.facts, self.questions) = (id, organ, facts, questions)
        (self.state, self.revision, self.editedBy) = (state, revision, editedBy)
        (self.openedBy, self.conclusion) = (openedBy, conclusion)
    }

    /// A new one.
    ///
    /// - Throws: `invalid` at the field.
    static func begin(_ facts: Facts, id: Int64, organ: String, by actor: Actor) throws -> Survey {
        try facts.check()
        return Survey(
            id: id, organ: organ, facts: facts, questions: [], state: .draft, revision: 1,
            editedBy: actor.accountID, openedBy: nil, conclusion: nil)
    }

    /// Whether answers are taken on a day.
    func isTaking(on day: CivilDate) -> Bool {
        state == .open && facts.opensOn <= day && day <= facts.closesOn
    }

    /// Whether its last day is over.
    func isOver(on day: CivilDate) -> Bool { state == .open && day > facts.closesOn }
}

extension Survey {
    /// Changes what is said about it.
    ///
    /// - Throws: `conflict` when somebody was first, or it is published; `invalid` at the field.
    mutating func edit(_ facts: Facts, seen: Int, by actor: Actor) throws {
        try write(seen, by: actor)
        try facts.check()
        self.facts = facts
    }

    /// Puts a question in the place of the one with its key, or at the end.
    ///
    /// - Throws: as ``edit(_:seen:by:)``, `unprocessable` beyond fifty questions.
    mutating func put(_ question: SurveyQuestion, seen: Int, by actor: Actor) throws {
        try write(seen, by: actor)
        if let place = questions.firstIndex(where: { $0.key == question.key }) {
            questions[place] = question
            return try requireSoundConditions()
        }
        guard questions.count < Self.mostQuestions else {
            throw DomainError.conflict("一份问卷最多 \(Self.mostQuestions) 个问题。问题太多，填的人就少。")
        }
        questions.append(question)
        try requireSoundConditions()
    }

    /// Moves a question up by one.
    mutating func raise(_ key: String, seen: Int, by actor: Actor) throws {
        try write(seen, by: actor)
        guard let place = questions.firstIndex(where: { $0.key == key }), place > 0 else { return }
        questions.swapAt(place, place - 1)
        try requireSoundConditions()
    }

    /// Takes a question away.
    mutating func remove(_ key: String, seen: Int, by actor: Actor) throws {
        try write(seen, by: actor)
        questions.removeAll { $0.key == key }
        try requireSoundConditions()
    }

    /// The key of the next question: no key comes twice, also after one was taken away.
    var nextKey: String {
        let numbers = questions.compactMap { Int($0.key.dropFirst()) }
        return "q\((numbers.max() ?? 0) + 1)"
    }

    private mutating func write(_ seen: Int, by actor: Actor) throws {
        guard state == .draft else { throw DomainError.conflict("问卷发布以后不能再改：先答的人和后答的人要回答一样的问题。") }
        guard seen == revision else { throw DomainError.conflict("有人刚刚改过这份问卷，请看过最新的内容再改。") }
        (revision, editedBy) = (revision + 1, actor.accountID)
    }
}

extension Survey {
    /// Publishes it; another person than the one who wrote it last.
    ///
    /// - Throws: `conflict` when it is published, `forbidden` for its writer, `invalid` when it could not be answered.
    mutating func publish(by actor: Actor, on day: CivilDate) throws {
        guard state == .draft else { throw DomainError.conflict("问卷已经发布。") }
        guard actor.accountID != editedBy else { throw DomainError.forbidden("请由最后修改的人以外的另一人发布。") }
        guard !questions.isEmpty else { throw DomainError.conflict("问卷还没有问题，不能发布。") }
        guard facts.closesOn >= day else { throw DomainError.conflict("截止日期已过，请先改日期。") }
        (state, openedBy) = (.open, actor.accountID)
    }

    /// Closes it: by the calendar, or by somebody before its last day.
    ///
    /// - Throws: `conflict` when it is not open.
    mutating func close() throws {
        guard state == .open else { throw DomainError.conflict("问卷没有在进行。") }
        state = .closed
    }

    /// Says what is done about what was answered.
    ///
    /// - Throws: `conflict` before the end, `invalid` when nothing is said.
    mutating func conclude(_ words: String) throws {
        guard state == .closed else { throw DomainError.conflict("问卷结束以后再写结果说明。") }
        guard (5...2_000).contains(words.count) else {
            throw DomainError.invalid("conclusion", "请写明怎样采用调查结果，5 到 2000 字。")
        }
        conclusion = words
    }

    /// An answer, checked question by question; what is not asked of whoever answers so is left out.
    ///
    /// - Throws: `invalid` naming every question that is not answered rightly.
    func checked(_ given: (String) -> [String]) throws -> [String: [String]] {
        var (answers, errors) = ([String: [String]](), [FieldError]())
        let asked = asked(after: given)
        for (place, question) in questions.enumerated() where asked.contains(question) {
            do {
                let answer = try question.checked(given(question.key))
                if !answer.isEmpty { answers[question.key] = answer }
            } catch DomainError.invalid(let found) {
                errors += found.map { FieldError($0.field, "第 \(place + 1) 题：\($0.sentence)") }
            }
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        return answers
    }
}
