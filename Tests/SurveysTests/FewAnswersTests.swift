import Foundation
import HummingbirdTesting
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Surveys

@Suite("What few have answered")
struct FewAnswersTests {
    @Test(
        "is shown to nobody: not on the page, in the file or at the desk; of five it is",
        arguments: [1, 4, 5])
    func few(people: Int) async throws {
        let house = try await SurveyHouse()
        let survey = try await house.survey()
        try await house.database.write { tx in
            for _ in 0..<people {
                try AnswerStore.insert(["q1": ["2"], "q3": ["多开一处"]], .middle, survey.id, in: tx)
            }
        }
        try await Closing(database: house.database).run(at: noon.adding(seconds: 11 * 86_400))
        let (open, edit) = (SurveyPath.survey(String(survey.id)), SurveyPath.edit(String(survey.id)))
        let (page, file) = try await house.visit { client async throws in
            (try await client.look(open).text, try await client.look("\(open)/results.csv").text)
        }
        let desk = try await house.visit(as: "head-mzj") { try await $0.look(edit).text }
        #expect(page.contains("共收到 \(people) 份答卷"))
        for text in [page, file, desk] {
            #expect(text.contains("城西") == (people == 5))
            #expect(text.contains("不足 5 人回答，不公布"), "nobody answered the second question")
        }
        #expect(desk.contains("多开一处") == (people == 5) && !page.contains("多开一处"))
    }

    /// Those who chose the second of two places are asked why.
    private func survey() throws -> Survey {
        var survey = try Survey.begin(SurveyHouse.facts, id: 1, organ: "mzj", by: SurveyHouse.writer)
        let why = try SurveyQuestion(
            key: "q4", kind: .one, words: "为什么去城西？", options: ["近", "便宜"], isRequired: true,
            condition: SurveyCondition(["q1=2"]))
        for question in try SurveyHouse.questions() + [why] {
            try survey.put(question, seen: survey.revision, by: SurveyHouse.writer)
        }
        return survey
    }

    @Test("is not told by a question that few are asked, nor by the ages of those who are")
    func asked() throws {
        let survey = try survey()
        let why = survey.questions[3]
        var results = SurveyResults()
        func add(_ band: AgeBand, _ people: Int, _ answers: [String: [String]], panel: Int64 = 0) {
            for turn in 0..<people {
                results.add(
                    AnswerStore.Answer(lot: "\(turn)", panelID: panel, band: band, answers: answers),
                    of: survey)
            }
        }
        for band in [AgeBand.young, .old] { add(band, 10, ["q1": ["1"]]) }
        add(.old, 1, ["q1": ["2"], "q4": ["1"]])
        #expect(!results.isShown(why) && results.isShown(survey.questions[0]))
        let file = ResultsPieces(survey: survey, results: results).file
        #expect(file.contains("城东") && !file.contains("便宜"))
        add(.young, 5, ["q1": ["2"], "q4": ["2"]])
        #expect(results.isShown(why) && results.shownBands(of: why).isEmpty, "the rest is one")
        add(.old, 4, ["q1": ["2"], "q4": ["2"]])
        #expect(results.shownBands(of: why) == [.young, .old])
        add(.aged, 4, ["q1": ["2"], "q4": ["2"]], panel: 7)
        #expect(!results.showsBrought(why))
        add(.aged, 1, ["q1": ["2"], "q4": ["2"]], panel: 7)
        #expect(results.showsBrought(why) && results.shownBands(of: why) == [.young, .old])
    }
}
