import Identity
import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Surveys

@Suite("An answer to a survey")
struct AnsweringTests {
    @Test("is taken once of each person, also of one who sends it ten times at once")
    func once() async throws {
        let house = try await SurveyHouse()
        let survey = try await house.survey()
        let taken = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<10 {
                group.addTask { (try? await house.answer(survey, as: "zhangwei")) != nil }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(taken == 1)
        try await house.answer(survey, as: "chenjing")
        await #expect(throws: DomainError.conflict("您已经答过这份问卷了，谢谢。")) {
            try await house.answer(survey, as: "chenjing", ["q1": ["2"]])
        }
        let counts = try await house.database.read { try AnswerStore.counts(of: survey.id, in: $0) }
        #expect(counts.values.reduce(0, +) == 2)
    }

    @Test("is not taken of an account without a proven name, of a draft, or of a survey that is over")
    func refused() async throws {
        let house = try await SurveyHouse()
        let survey = try await house.survey()
        await #expect(throws: DomainError.self) { try await house.answer(survey, as: "officer-scjg") }
        try await Closing(database: house.database).close(survey.id, by: SurveyHouse.head, why: "", at: noon)
        await #expect(throws: DomainError.conflict("问卷已经结束。")) {
            try await house.answer(survey, as: "zhangwei")
        }
    }

    @Test("one more than the quota of an age is told so; who was wrong may try again, and keeps their place")
    func quota() async throws {
        let house = try await SurveyHouse()
        // Both are between 30 and 44.
        let survey = try await house.survey(quotas: [.middle: 1])
        await #expect(throws: DomainError.self) {
            try await house.answer(survey, as: "zhangwei", ["q1": ["9"]])
        }
        try await house.answer(survey, as: "zhangwei")
        await #expect(throws: DomainError.conflict("\(AgeBand.middle.chinese)的名额已满，谢谢您的关心。结果会在这里公布。")) {
            try await house.answer(survey, as: "luojiaming")
        }
        let marks = try await house.database.read {
            try $0.count("SELECT count(*) FROM survey_mark /* all */")
        }
        #expect(marks == 1)
    }

    @Test("tells nobody whose it is: not in its row, not in the journal, and no mark is left at the end")
    func secrecy() async throws {
        let house = try await SurveyHouse()
        let survey = try await house.survey()
        let account = try await house.account("zhangwei")
        try await house.answer(survey, as: "zhangwei", ["q1": ["1"], "q3": ["多开一处"]])
        let (answers, secret, entries) = try await house.database.read { tx in
            (
                try AnswerStore.answers(of: survey.id, after: "", limit: 10, in: tx),
                try tx.row("SELECT secret FROM survey WHERE id = \(survey.id)")?.text("secret"),
                try JournalSearch().page(after: nil, limit: 50, in: tx).entries.map(\.entry)
            )
        }
        #expect(answers.map(\.answers) == [["q1": ["1"], "q3": ["多开一处"]]])
        let opened = try await house.database.read { try SurveyStore.secret(of: survey.id, in: $0) }
        #expect(opened?.count == 64 && secret != opened)
        let said = try #require(entries.first { $0.action == "survey.answered" })
        #expect(said.actor.accountID == 0 && said.actor.address.isEmpty)
        #expect(!"\(said)".contains(account.displayName) && !"\(said)".contains(String(account.id)))

        try await Closing(database: house.database).run(at: noon.adding(seconds: 11 * 86_400))
        let (marks, left, results) = try await house.database.read { tx in
            (
                try tx.count("SELECT count(*) FROM survey_mark /* all */"),
                try SurveyStore.secret(of: survey.id, in: tx), try ResultStore.results(of: survey.id, in: tx)
            )
        }
        #expect(marks == 0 && left == nil && results?.total == 1)
    }

    @Test("the order of rows says nothing: the row that came last is not that of whoever answered last")
    func order() async throws {
        let house = try await SurveyHouse()
        let survey = try await house.survey()
        let file = try PanelFile(Array("年龄,q1\n30 到 44 岁,城西".utf8), for: survey)
        let (own, left) = try await house.database.write { tx in
            try PanelStore.insert(file, named: "统计学会", for: survey.id, by: 1, at: noon, in: tx)
            func kept() throws -> [AnswerStore.Answer] {
                try AnswerStore.answers(of: survey.id, after: "", limit: 100, in: tx)
            }
            var (own, lots) = (0, Set(try kept().map(\.lot)))
            for turn in 0..<40 {
                try AnswerStore.insert(
                    ["q1": ["1"], "q3": ["\(turn)"]], AgeBand.allCases[turn % 4], survey.id, in: tx)
                let row = try #require(try kept().first { !lots.contains($0.lot) })
                own += row.answers["q3"] == ["\(turn)"] ? 1 : 0
                lots.insert(row.lot)
            }
            return (own, try kept())
        }
        // One of eight stays where it came; that thirty of forty do is no accident.
        #expect(own < 30)
        // Nothing is lost, what was brought in stays by itself, and an answer keeps its band.
        let here = left.filter { $0.panelID == 0 }
        let turns = here.compactMap { $0.answers["q3"]?.first }.compactMap { Int($0) }
        #expect(turns.sorted() == Array(0..<40))
        #expect(zip(here, turns).allSatisfy { $0.band == AgeBand.allCases[$1 % 4] })
        #expect(left.filter { $0.panelID != 0 }.map(\.answers) == [["q1": ["2"]]])
    }

    @Test("what was written is read to the end, page by page")
    func written() async throws {
        let house = try await SurveyHouse()
        let survey = try await house.survey()
        try await house.database.write { tx in
            for turn in 0..<WrittenWords.pageSize + 3 {
                try AnswerStore.insert(["q1": ["1"], "q3": ["第\(turn)条"]], .middle, survey.id, in: tx)
            }
        }
        try await Closing(database: house.database).run(at: noon.adding(seconds: 11 * 86_400))
        let (first, last) = try await house.database.read { tx in
            let results = try #require(try ResultStore.results(of: survey.id, in: tx))
            let first = try ResultStore.words(of: survey, results, after: nil, in: tx)
            return (first, try ResultStore.words(of: survey, results, after: first.next, in: tx))
        }
        #expect(first.questions.map(\.written.count) == [500] && first.isFirst)
        #expect(last.questions.map(\.written.count) == [3] && last.next == nil && !last.isFirst)
        let all = (first.questions + last.questions).flatMap(\.written)
        #expect(Set(all).count == WrittenWords.pageSize + 3)
    }

    @Test("the same person has another mark in the next survey")
    func marks() {
        #expect(AnswerStore.mark(of: 7, secret: "a") != AnswerStore.mark(of: 7, secret: "b"))
        #expect(AnswerStore.mark(of: 7, secret: "a") != AnswerStore.mark(of: 8, secret: "a"))
    }

    @Test("more answers than are read at once are all counted, once")
    func counted() async throws {
        let house = try await SurveyHouse()
        let survey = try await house.survey()
        for first in stride(from: 0, to: 2_050, by: 205) {
            try await house.database.write { tx in
                for turn in first..<first + 205 {
                    try AnswerStore.insert(
                        ["q1": [turn % 2 == 0 ? "1" : "2"]], AgeBand.allCases[turn % 4], survey.id, in: tx)
                }
            }
        }
        let closing = Closing(database: house.database)
        for day in [11, 12] { try await closing.run(at: noon.adding(seconds: day * 86_400)) }
        let results = try await house.database.read { try ResultStore.results(of: survey.id, in: $0) }
        #expect(results?.total == 2_050 && results?.count("1", of: "q1") == 1_025)
    }

    @Test("answers that come while it is closed are counted or refused, and leave no mark behind")
    func whileClosing() async throws {
        let house = try await SurveyHouse()
        let survey = try await house.survey()
        let names = ["zhangwei", "chenjing", "liuyuxin", "zhouting", "luojiaming"]
        let closing = Closing(database: house.database)
        let taken = await withTaskGroup(of: Bool.self) { group in
            for name in names {
                group.addTask { (try? await house.answer(survey, as: name)) != nil }
            }
            group.addTask {
                try? await closing.close(survey.id, by: SurveyHouse.head, why: "部门决定", at: noon)
                return false
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        try await closing.run(at: noon)
        let (marks, results) = try await house.database.read { tx in
            (
                try tx.count("SELECT count(*) FROM survey_mark /* all */"),
                try ResultStore.results(of: survey.id, in: tx)
            )
        }
        #expect(marks == 0 && results?.total == taken)
    }
}
