import Journal
import Refusals
import Testing
import WorkingTime

@testable import Surveys

@Suite("A survey")
struct SurveyRuleTests {
    private func draft() throws -> Survey {
        var survey = try Survey.begin(SurveyHouse.facts, id: 1, organ: "mzj", by: SurveyHouse.writer)
        for question in try SurveyHouse.questions() {
            try survey.put(question, seen: survey.revision, by: SurveyHouse.writer)
        }
        return survey
    }

    @Test("is not published by who wrote it last, without questions, twice, or after its last day")
    func publication() throws {
        var survey = try draft()
        #expect(throws: DomainError.forbidden("请由最后修改的人以外的另一人发布。")) {
            try survey.publish(by: SurveyHouse.writer, on: noon.day)
        }
        #expect(throws: DomainError.self) {
            try survey.publish(by: SurveyHouse.head, on: noon.day.adding(days: 11))
        }
        var empty = try Survey.begin(SurveyHouse.facts, id: 1, organ: "mzj", by: SurveyHouse.writer)
        #expect(throws: DomainError.conflict("问卷还没有问题，不能发布。")) {
            try empty.publish(by: SurveyHouse.head, on: noon.day)
        }
        try survey.publish(by: SurveyHouse.head, on: noon.day)
        #expect(throws: DomainError.conflict("问卷已经发布。")) {
            try survey.publish(by: SurveyHouse.head, on: noon.day)
        }
    }

    @Test("does not change once it is published, nor under somebody else's hands")
    func changes() throws {
        var survey = try draft()
        let seen = survey.revision
        try survey.remove("q3", seen: seen, by: SurveyHouse.writer)
        #expect(throws: DomainError.self) {
            try survey.edit(SurveyHouse.facts, seen: seen, by: SurveyHouse.head)
        }
        try survey.publish(by: SurveyHouse.head, on: noon.day)
        #expect(throws: DomainError.self) {
            try survey.raise("q2", seen: survey.revision, by: SurveyHouse.writer)
        }
        #expect(survey.questions.map(\.key) == ["q1", "q2"])
    }

    @Test("gives no key twice, also after the last question was taken away")
    func keys() throws {
        var survey = try draft()
        #expect(survey.nextKey == "q4")
        try survey.remove("q2", seen: survey.revision, by: SurveyHouse.writer)
        #expect(survey.nextKey == "q4")
    }

    private func conditional() throws -> Survey {
        var survey = try draft()
        for (key, when) in [("q4", ["q1=2"]), ("q5", ["q4=1", "q4=2"])] {
            let question = try SurveyQuestion(
                key: key, kind: .one, words: "为什么去城西？", options: ["近", "便宜", "别的"], isRequired: true,
                condition: SurveyCondition(when))
            try survey.put(question, seen: survey.revision, by: SurveyHouse.writer)
        }
        return survey
    }

    @Test("asks some only what follows from their answers: of others nothing is required, nor kept")
    func conditions() throws {
        let survey = try conditional()
        func checked(_ given: [String: [String]]) throws -> [String: [String]] {
            try survey.checked { given[$0] ?? [] }
        }
        #expect(try checked(["q1": ["1"], "q4": ["1"], "q5": ["1"]]) == ["q1": ["1"]])
        #expect(throws: DomainError.invalid("q4", "第 \(4) 题：\("请选择。" as Sentence)")) {
            try checked(["q1": ["2"]])
        }
        #expect(try checked(["q1": ["2"], "q4": ["3"]]) == ["q1": ["2"], "q4": ["3"]])
        #expect(throws: DomainError.self) { try checked(["q1": ["2"], "q4": ["2"]]) }
    }

    @Test("keeps a question before those that depend on it, with the choices they depend on")
    func order() throws {
        var survey = try conditional()
        let writer = SurveyHouse.writer
        var unchanged = survey
        #expect(throws: DomainError.self) { try unchanged.remove("q1", seen: survey.revision, by: writer) }
        unchanged = survey
        #expect(throws: DomainError.self) { try unchanged.raise("q5", seen: survey.revision, by: writer) }
        let other = try SurveyQuestion(
            key: "q4", kind: .scale, words: "怎么样？", options: [], isRequired: true,
            condition: SurveyCondition(["q5=1"]))
        #expect(throws: DomainError.self) { try survey.put(other, seen: survey.revision, by: writer) }
        #expect(throws: DomainError.invalid("when", "请只按一个问题的选项来定，可以选几个选项。")) {
            try SurveyCondition(["q1=1", "q2=1"])
        }
        #expect(try SurveyCondition([]) == nil)
    }

    @Test("names every question that is not answered rightly")
    func wrong() throws {
        let survey = try draft()
        let long = String(repeating: "字", count: SurveyQuestion.mostWords + 1)
        for given in [
            ["q1": []], ["q1": ["3"]], ["q1": ["1", "2"]], ["q1": ["一"]], ["q1": ["1"], "q2": ["1", "9"]],
            ["q1": ["1"], "q3": [long]], ["q1": ["1"], "q3": ["一", "二"]],
        ] {
            #expect(throws: DomainError.self, "\(given)") { try survey.checked { given[$0] ?? [] } }
        }
        do {
            _ = try survey.checked { ["q2": ["7"]][$0] ?? [] }
            Issue.record("nothing was refused")
        } catch DomainError.invalid(let errors) {
            #expect(errors.map(\.field) == ["q1", "q2"])
        }
        let right = try survey.checked { ["q1": ["2"], "q2": ["3", "1"], "q3": [" 好 "]][$0] ?? [] }
        #expect(right == ["q1": ["2"], "q2": ["1", "3"], "q3": ["好"]])
    }

    @Test(
        "is asked about one thing at a time: no question without words, a choice without options, one option twice"
    )
    func questions() {
        let wrong: [(kind: SurveyQuestion.Kind?, words: String, options: [String])] = [
            (.one, "", ["a", "b"]), (nil, "哪里？", ["a", "b"]), (.one, "哪里？", ["a"]),
            (.several, "哪里？", ["a", "a"]),
        ]
        for one in wrong {
            #expect(throws: DomainError.self, "\(one)") {
                try SurveyQuestion(
                    key: "q1", kind: one.kind, words: one.words, options: one.options, isRequired: true)
            }
        }
    }

    @Test("takes answers from its first day to its last")
    func days() throws {
        var survey = try draft()
        #expect(!survey.isTaking(on: noon.day))
        try survey.publish(by: SurveyHouse.head, on: noon.day)
        let days = [-1, 0, 10, 11].map { survey.isTaking(on: noon.day.adding(days: $0)) }
        #expect(days == [false, true, true, false])
        try survey.close()
        #expect(!survey.isTaking(on: noon.day))
        #expect(throws: DomainError.self) { try survey.close() }
    }

    @Test("says what is done about it after its end and not before")
    func conclusion() throws {
        var survey = try draft()
        #expect(throws: DomainError.self) { try survey.conclude("按结果增设两处饭堂。") }
        try survey.publish(by: SurveyHouse.head, on: noon.day)
        try survey.close()
        #expect(throws: DomainError.self) { try survey.conclude("好") }
        try survey.conclude("按结果增设两处饭堂。")
    }

    @Test("of a band of four, nothing is shown; nor of the others, when the four could be told from them")
    func fewOfABand() throws {
        let survey = try draft()
        let (first, several) = (survey.questions[0], survey.questions[1])
        var results = SurveyResults()
        func add(_ band: AgeBand, _ count: Int) {
            for turn in 0..<count {
                let answer = AnswerStore.Answer(
                    lot: "\(turn)", panelID: 0, band: band, answers: ["q1": ["1"], "q2": ["1", "2"]])
                results.add(answer, of: survey)
            }
        }
        add(.young, 10)
        for question in [first, several] { #expect(results.count("1", of: question, in: .young) == 10) }
        add(.old, 4)
        for question in [first, several] {
            #expect(results.count("1", of: question, in: .old) == nil)
            #expect(results.count("1", of: question, in: .young) == nil)
        }
        add(.aged, 1)
        #expect(results.count("1", of: first, in: .young) == 10)
        #expect(results.count("1", of: "q1") == 15)
    }
}
