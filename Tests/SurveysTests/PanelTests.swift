import Refusals
import Storage
import Testing
import WorkingTime

@testable import Surveys

@Suite("Answers somebody else has collected")
struct PanelTests {
    private func survey() throws -> Survey {
        var survey = try Survey.begin(SurveyHouse.facts, id: 1, organ: "mzj", by: SurveyHouse.writer)
        for question in try SurveyHouse.questions() {
            try survey.put(question, seen: survey.revision, by: SurveyHouse.writer)
        }
        return survey
    }

    @Test(
        "are taken as a whole or not at all, and the lines that are wrong are named",
        arguments: [
            ("", "文件里没有答卷"), ("q1\n城东", "年龄"), ("年龄,q9\n60 岁以上,1", "q9"), ("年龄,q1", "没有答卷"),
            ("年龄,q1\n60 岁以上,城东\n70 岁,城东", "第 3 行"), ("年龄,q1\n60 岁以上,城北", "第 2 行"),
            ("年龄,q1\n60 岁以上", "第 2 行"), ("年龄,q1,q1\n60 岁以上,城东,城西", "“q1”写了不止一列"),
            ("年龄,年龄,q1\n60 岁以上,30 到 44 岁,城西", "“年龄”写了不止一列"),
        ])
    func wrong(file: String, words: String) throws {
        let survey = try survey()
        do {
            _ = try PanelFile(Array(file.utf8), for: survey)
            Issue.record("it was taken")
        } catch DomainError.invalid(let errors) {
            let said = errors.map { "\($0.sentence)" }.joined()
            #expect(said.contains(words) || file.isEmpty, "\(said)")
        }
    }

    @Test("are read by numbers and by words, several of them with a mark between")
    func right() throws {
        let file = "\u{FEFF}年龄,q1,q2,q3\n60 岁以上,城西,早餐、晚餐,好\nyoung,1,2,\n"
        let rows = try PanelFile(Array(file.utf8), for: try survey()).rows
        #expect(rows.map(\.band) == [.aged, .young])
        #expect(
            rows.map(\.answers) == [
                ["q1": ["2"], "q2": ["1", "3"], "q3": ["好"]], ["q1": ["1"], "q2": ["2"]],
            ])
    }

    @Test("are brought in once, also in another order and under another name; once taken back, again")
    func twice() async throws {
        let house = try await SurveyHouse()
        let survey = try await house.survey()
        let first = try PanelFile(Array("年龄,q1\n60 岁以上,城西\n30 到 44 岁,城东".utf8), for: survey)
        let again = try PanelFile(Array("q1,年龄\n1,30 到 44 岁\n城西,60 岁以上".utf8), for: survey)
        let other = try PanelFile(Array("年龄,q1\n60 岁以上,城西\n60 岁以上,城西".utf8), for: survey)
        try await house.database.write { tx in
            try PanelStore.requireNew(first, for: survey.id, in: tx)
            try PanelStore.insert(first, named: "统计学会", for: survey.id, by: 1, at: noon, in: tx)
            #expect(throws: DomainError.invalid("file", "这些答卷和已经导入的“\("统计学会")”完全一样，没有重复导入。")) {
                try PanelStore.requireNew(again, for: survey.id, in: tx)
            }
            try PanelStore.requireNew(other, for: survey.id, in: tx)
            let panel = try #require(try PanelStore.panels(of: survey.id, in: tx).first)
            try PanelStore.remove(panel.id, of: survey.id, in: tx)
            try PanelStore.requireNew(again, for: survey.id, in: tx)
        }
    }

    @Test("are counted beside ours, can be taken back, and do not fill a quota")
    func beside() async throws {
        let house = try await SurveyHouse()
        let survey = try await house.survey(quotas: [.middle: 1])
        let file = try PanelFile(Array("年龄,q1\n30 到 44 岁,城西\n30 到 44 岁,城西".utf8), for: survey)
        try await house.database.write { tx in
            for name in ["甲", "乙"] {
                try PanelStore.insert(file, named: name, for: survey.id, by: 1, at: noon, in: tx)
            }
            let panels = try PanelStore.panels(of: survey.id, in: tx)
            try PanelStore.remove(try #require(panels.last).id, of: survey.id, in: tx)
        }
        try await house.answer(survey, as: "zhangwei")
        try await Closing(database: house.database).run(at: noon.adding(seconds: 11 * 86_400))
        let results = try await house.database.read { try ResultStore.results(of: survey.id, in: $0) }
        #expect(results?.total == 1 && results?.brought == 2)
        #expect(results?.brought("2", of: "q1") == 2 && results?.count("2", of: "q1") == 0)
    }
}
