import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Performance

@Suite("A period, counted and frozen")
struct AssessingTests {
    @Test("counted by organ and person, as often as one likes; what happened outside is not in it")
    func counted() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-11-01"))
        try await house.finish(2, on: day("2026-11-20"), isLate: true)
        try await house.finish(3, "zjj", on: day("2026-11-10"))
        try await house.finish(4, on: day("2026-10-31"))
        try await house.finish(5, "desk:content:1", on: day("2026-11-10"))
        try await house.assessing.refresh(at: noon)
        try await house.assessing.refresh(at: noon)
        let november = try await house.assessment("2026-11")
        #expect(november.figures[FigureOwner(organ: "scjg")]?[.promisedEnded] == 2)
        #expect(november.figures[FigureOwner(organ: "scjg")]?[.promisedLate] == 1)
        #expect(november.ranking.rows.map(\.owner.organ) == ["zjj", "scjg"])
        let quarter = try await house.assessment("2026-Q4")
        #expect(quarter.figures[FigureOwner(organ: "scjg")]?[.promisedEnded] == 3)
        let people = try await house.database.read {
            try FigureStore.everybody(of: "scjg", in: november.period, $0)
        }
        #expect(people[FigureOwner(organ: "scjg", post: "officer", accountID: 7)]?[.tasksLate] == 1)
        let behind = CasesBehind(figure: .promisedLate, organ: "scjg", period: november.period, now: noon)
        let slice = try await house.database.read { try behind.slice(after: nil, in: $0) }
        #expect(slice.items.map(\.number) == ["N2"] && slice.next == nil)
    }

    @Test("every figure opens to its cases, and its cases are as many as it says", arguments: Figure.allCases)
    func opens(figure: Figure) async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-11-03"), isLate: true)
        try await house.assessing.refresh(at: noon)
        let november = try await house.assessment("2026-11")
        let behind = CasesBehind(figure: figure, organ: "scjg", period: november.period, now: noon)
        let found = try await house.database.read { try behind.slice(after: nil, in: $0).items.count }
        let amount = november.figures[FigureOwner(organ: "scjg")]?[figure] ?? 0
        #expect(figure.hasCases ? found == amount : amount > 0)
    }

    @Test(
        "frozen: later cases, another calendar and other organs move nothing, and whoever computes again gets the same"
    )
    func frozen() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-10"), isLate: true)
        try await house.finish(2, "zjj", on: day("2026-10-12"))
        try await house.freeze("2026-10", at: noon)
        let before = try await house.assessment("2026-10")
        #expect(before.isFrozen && before.record?.calendarVersion != nil)
        try await house.finish(3, on: day("2026-10-20"))
        try await house.database.write { tx in
            try tx.execute(
                "UPDATE organ SET valid_until = '2026-11-15', successor = 'zjj', name = '旧局' WHERE key = 'scjg'"
            )
            try tx.execute("DELETE FROM working_calendar /* all */")
        }
        try await house.assessing.refresh(at: noon)
        let after = try await house.assessment("2026-10")
        let scores = try await house.database.read { try PeriodStore.scores(after.period, in: $0) }
        #expect(
            scores["scjg"] == before.score("scjg").hundredths
                && scores["scjg"] == after.score("scjg").hundredths)
        #expect(after.figures == before.figures && after.name("scjg") == before.name("scjg"))
        #expect(after.name("scjg") != "旧局" && after.record?.calendarVersion == before.record?.calendarVersion)
        #expect(throws: DomainError.self) {
            try PeriodRecord.requireSettled(
                after.period, after.model, today: CivilDate(iso: "2026-11-03") ?? .first)
        }
    }

    @Test("what is counted while a period is frozen is in it whole, or not at all")
    func countedMeanwhile() async throws {
        let house = try await PerformanceHouse()
        let month = try #require(Period("2026-10"))
        try await house.finish(1, on: day("2026-10-10"))
        try await house.assessing.count(month, at: noon)
        try await house.database.write { try PeriodStore.ask(month, by: 5, "甲", at: noon, in: $0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for late in 1...8 {
                let figures: [Figure: Int] = [
                    .promisedEnded: 10, .promisedKept: 10 - late, .promisedLate: late,
                ]
                group.addTask {
                    try await house.database.write {
                        try FigureStore.replace(
                            [FigureOwner(organ: "scjg"): figures], of: month, at: noon, in: $0)
                    }
                }
            }
            group.addTask {
                try await house.database.write { try Assessing.freeze(month, at: noon, in: $0) }
            }
            try await group.waitForAll()
        }
        let after = try await house.assessment("2026-10")
        let scores = try await house.database.read { try PeriodStore.scores(month, in: $0) }
        #expect(after.isFrozen && scores["scjg"] != nil && scores["scjg"] == after.score("scjg").hundredths)
    }

    @Test("an organ merged in mid-quarter stands with its own part, and its successor with the rest")
    func merged() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, "wgl", on: day("2026-10-10"), isLate: true)
        try await house.finish(2, "zjj", on: day("2026-11-20"))
        _ = try await house.database.write {
            try $0.execute("UPDATE organ SET valid_until = '2026-10-31', successor = 'zjj' WHERE key = 'wgl'")
        }
        try await house.assessing.refresh(at: noon)
        let quarter = try await house.assessment("2026-Q4")
        #expect(Set(quarter.ranking.rows.map(\.owner.organ)) == ["wgl", "zjj"])
        #expect(AssessedOrgan.remark("wgl", quarter).contains("只含此前的办件"))
        #expect(AssessedOrgan.remark("zjj", quarter) == "含并入部门合并以后的办件")
        #expect(try await house.assessment("2026-11").ranking.rows.map(\.owner.organ) == ["zjj"])
    }

    @Test("seen by whom it concerns: others' organs and other persons are not there")
    func seen() async throws {
        let house = try await PerformanceHouse()
        let officer = try await house.account("officer-scjg").id
        try await house.finish(1, on: day("2026-11-03"), by: officer)
        try await house.finish(2, "zjj", on: day("2026-11-03"))
        try await house.assessing.refresh(at: noon)
        let (own, other) = (PerformancePath.sheet("2026-11", "scjg"), PerformancePath.sheet("2026-11", "zjj"))
        try await house.visit(as: "editor") { client async throws in
            #expect(try await client.look(PerformancePath.ranking).status == .forbidden)
        }
        try await house.visit(as: "officer-scjg-2") { client async throws in
            #expect(try await client.look(other).status == .notFound)
            #expect(try await client.look("\(own)/persons/\(officer)").status == .notFound)
            #expect(try await client.look("\(own)/cases/tasks_done?person=\(officer)").status == .notFound)
            #expect(!(try await client.look(own).text.contains("李敏")))
        }
        try await house.visit(as: "officer-scjg") { client async throws in
            #expect(try await client.look(own).text.contains("李敏"))
            #expect(try await client.look("\(own)/persons/\(officer)").text.contains("按时完成步骤"))
            #expect(!(try await client.look(PerformancePath.ranking).text.contains("/organs/zjj")))
            #expect(try await client.look(PerformancePath.models).status == .forbidden)
        }
        try await house.visit(as: "leader") { client async throws in
            #expect(try await client.look(PerformancePath.ranking).text.contains("/organs/zjj"))
            #expect(try await client.look("\(own)/cases/promised_ended").text.contains("N1"))
            #expect(try await client.look("\(own)/cases/nothing").status == .notFound)
            #expect(try await client.look("\(PerformancePath.ranking)?period=2030").status == .notFound)
        }
    }

    @Test("frozen through the page, once, and not before the period has settled")
    func asked() async throws {
        let house = try await PerformanceHouse()
        func path(_ period: String) -> String {
            PerformancePath.freezing.replacing("{period}", with: period)
        }
        let (running, over) = (path("2026-11"), path("2026-10"))
        try await house.finish(1, on: day("2026-10-10"))
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.press(running, "").status == .conflict)
            #expect(try await client.press(over, "").status == .seeOther)
            #expect(try await client.press(over, "").status == .conflict)
            #expect(try await client.look("\(PerformancePath.ranking)?period=2026-10").text.contains("正在核定"))
        }
        try await house.assessing.freezeAsked(at: noon)
        try await house.visit(as: "leader") { client async throws in
            #expect(try await client.press(over, "").status == .forbidden)
            #expect(try await client.look("\(PerformancePath.ranking)?period=2026-10").text.contains("复算一致"))
        }
    }

    @Test("a period of which there is nothing is not frozen for good, and is once a case of it was entered")
    func empty() async throws {
        let house = try await PerformanceHouse()
        func path(_ period: String) -> String {
            PerformancePath.freezing.replacing("{period}", with: period)
        }
        let (year, quarter, month) = (path("2025"), path("2025-Q1"), path("2025-03"))
        try await house.assessing.count(try #require(Period("2025-03")), at: noon)
        try await house.visit(as: "supervisor") { client async throws in
            let answer = try await client.press(year, "")
            #expect(answer.status == .conflict, "\(answer.status)")
            #expect(answer.text.contains("2025年没有办件，也没有核定过的月份，不能核定。"))
            #expect(try await client.press(quarter, "").status == .conflict)
            #expect(try await client.press(month, "").text.contains("2025年3月没有办件，不能核定。"))
        }
        let asked = try await house.database.read { try PeriodStore.asked(in: $0) }
        #expect(asked.isEmpty)
        try await house.finish(1, on: day("2025-03-10"))
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.press(month, "").status == .seeOther)
            #expect(try await client.press(year, "").status == .seeOther)
        }
    }

    @Test("everybody sees what is frozen and public, and nothing that is running or of a person")
    func published() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-10"))
        try await house.finish(2, "zjj", on: day("2026-11-10"))
        try await house.assessing.refresh(at: noon)
        try await house.visit(as: "zhangwei") { client async throws in
            #expect(try await client.look("/supervision").text.contains("还没有核定的一期"))
        }
        try await house.freeze("2026-10", at: noon)
        try await house.visit(as: "zhangwei") { client async throws in
            let page = try await client.look("/supervision?period=2026-11").text
            #expect(page.contains("2026年10月") && page.contains("市场监督管理局"))
            #expect(!page.contains("住房和城乡建设局") && !page.contains("督办按期办结") && !page.contains("按时完成步骤"))
            #expect(page.contains("category=conduct"))
            #expect(try await client.look(PerformancePath.ranking).status == .forbidden)
        }
    }

    @Test("a model is written by one person on the page and switched on by another")
    func models() async throws {
        let house = try await PerformanceHouse()
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.press(PerformancePath.models, "").status == .seeOther)
        }
        let draft = try #require(try await house.database.read { try ModelStore.versions(in: $0).first })
        let page = PerformancePath.model(String(draft.id))
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.press(page, "body=name: [&seen=0").status == .unprocessableContent)
            let text = draft.body.replacing("weight: 30", with: "weight: 31").replacing("%", with: "%25")
            #expect(
                try await client.press(page, "seen=0&body=\(text.replacing("+", with: "%2B"))").status
                    == .seeOther)
            #expect(try await client.look(page).text.contains("应当是 100"))
            #expect(
                try await client.press("\(page)/activation", "on_from=2026-12-01").status == .forbidden)
        }
        try await house.visit(as: "leader") { client async throws in
            #expect(try await client.press("\(page)/activation", "on_from=2026-12-01").status == .conflict)
            #expect(try await client.look(PerformancePath.models).text.contains("起草中"))
        }
    }
}
