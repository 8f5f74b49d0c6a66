import Foundation
import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Performance

/// October with one case of two late, frozen by somebody who is nobody of the story.
private func octoberFrozen() async throws -> PerformanceHouse {
    let house = try await PerformanceHouse()
    try await house.finish(1, on: day("2026-10-10"), isLate: true)
    try await house.finish(2, on: day("2026-10-12"))
    try await house.finish(3, "zjj", on: day("2026-10-12"))
    try await house.freeze("2026-10", at: noon)
    return house
}

private let new = PerformancePath.newAppeal("2026-10", "scjg", "promise")
private let said = ["words": "逾期的一件是系统故障，见说明。"]
private let correct =
    "outcome=correct&amount.promised_ended=2&amount.promised_kept=2&reason=系统故障属实&seen=1"

@Suite("Appeals, from the sheet to the correction")
struct AppealingTests {
    @Test(
        "brought by the head of the organ alone, once, with evidence that is what it says, and within the limit"
    )
    func brought() async throws {
        let house = try await octoberFrozen()
        try await house.visit(as: "officer-scjg-2") { client async throws in
            #expect(try await client.send(new, said, file: nil).status == .forbidden)
        }
        try await house.visit(as: "head-zjj") { client async throws in
            #expect(try await client.look(new).status == .notFound)
            #expect(try await client.send(new, said, file: nil).status == .notFound)
        }
        try await house.visit(as: "head-scjg", at: day("2026-11-28")) { client async throws in
            #expect(try await client.look(new).text.contains("现在不能申诉"))
            #expect(try await client.send(new, said, file: nil).status == .conflict)
        }
        try await house.visit(as: "head-scjg") { client async throws in
            #expect(try await client.look(PerformancePath.sheet("2026-10", "scjg")).text.contains("对得分有异议"))
            let running = PerformancePath.newAppeal("2026-11", "scjg", "promise")
            #expect(try await client.send(running, said, file: nil).status == .conflict)
            let unknown = PerformancePath.newAppeal("2026-10", "scjg", "nothing")
            #expect(try await client.send(unknown, said, file: nil).status == .notFound)
            #expect(try await client.send(new, ["words": ""], file: nil).status == .unprocessableContent)
            #expect(
                try await client.send(new, said, file: "说明.pdf", "MZ\u{0}").status == .unprocessableContent)
            #expect(try await client.send(new, said, file: "说明.pdf").status == .seeOther)
            #expect(try await client.send(new, said, file: nil).status == .conflict)
        }
        let appeal = try #require(try await house.appeals("2026-10", "scjg").first)
        let file = try #require(appeal.course.first?.files.first).file
        let page = PerformancePath.appeal(String(appeal.id))
        try await house.visit(as: "head-zjj") { client async throws in
            #expect(try await client.look(page).status == .notFound)
            #expect(try await client.look("\(page)/files/\(file)").status == .notFound)
            #expect(!(try await client.look(PerformancePath.appeals).text.contains(page)))
            #expect(try await client.press("\(page)/withdrawal", "").status == .notFound)
        }
        try await house.visit(as: "leader") { client async throws in
            #expect(try await client.look("\(page)/files/\(file)").text.hasPrefix("%PDF"))
            #expect(try await client.look(PerformancePath.appeals).text.contains(page))
            #expect(try await client.look(page).text.contains("还剩 5 个工作日"))
        }
    }

    @Test("withdrawn, and brought anew within the limit")
    func withdrawn() async throws {
        let house = try await octoberFrozen()
        try await house.visit(as: "head-scjg") { client async throws in
            #expect(try await client.send(new, said, file: nil).status == .seeOther)
        }
        let page = PerformancePath.appeal(
            String(try #require(try await house.appeals("2026-10", "scjg").first).id))
        try await house.visit(as: "head-scjg") { client async throws in
            #expect(try await client.press("\(page)/withdrawal", "words=查清楚了").status == .seeOther)
            #expect(try await client.press("\(page)/withdrawal", "").status == .conflict)
            #expect(try await client.send(new, said, file: nil).status == .seeOther)
        }
        #expect(try await house.appeals("2026-10", "scjg").map(\.state) == [.withdrawn, .submitted])
    }

    @Test("whoever froze the period, and whoever has a post in the organ, does not decide")
    func impartial() async throws {
        let house = try await octoberFrozen()
        try await house.visit(as: "head-scjg") { client async throws in
            #expect(try await client.send(new, said, file: nil).status == .seeOther)
        }
        let page = PerformancePath.appeal(
            String(try #require(try await house.appeals("2026-10", "scjg").first).id))
        let (leader, supervisor) = (
            try await house.account("leader").id, try await house.account("supervisor").id
        )
        try await house.give(leader, "head", in: "scjg")
        _ = try await house.database.write { tx in
            try tx.execute("UPDATE performance_period SET asked_by = \(supervisor) WHERE period = '2026-10'")
        }
        for (name, words) in [("leader", "涉及您自己的部门"), ("supervisor", "这一期是您核定的")] {
            try await house.visit(as: name) { client async throws in
                #expect(try await client.look(page).text.contains(words))
                #expect(try await client.press("\(page)/decision", correct).status == .forbidden)
            }
        }
        try await house.visit(as: "head-scjg") { client async throws in
            #expect(try await client.press("\(page)/decision", correct).status == .forbidden)
        }
        #expect(try await house.assessment("2026-10").corrections.isEmpty)
    }

    @Test("put right beside what was frozen: both are shown, and the frozen points are as they were")
    func corrected() async throws {
        let house = try await octoberFrozen()
        let before = try await house.database.read { try PeriodStore.scores(try october(), in: $0) }
        try await house.visit(as: "head-scjg") { client async throws in
            #expect(try await client.send(new, said, file: nil).status == .seeOther)
        }
        let page = PerformancePath.appeal(
            String(try #require(try await house.appeals("2026-10", "scjg").first).id))
        try await house.visit(as: "leader") { client async throws in
            let path = "\(page)/decision"
            for wrong in [
                "seen=1&reason=x", "outcome=correct&reason=x&seen=1",
                "outcome=correct&amount.promised_kept=-1&reason=x&seen=1",
                "outcome=correct&amount.promised_kept=2&reason=&seen=1",
                "outcome=correct&amount.promised_ended=2&amount.promised_kept=999&reason=x&seen=1",
            ] {
                #expect(try await client.press(path, wrong).status == .unprocessableContent)
            }
            #expect(try await house.assessment("2026-10").corrections.isEmpty)
            #expect(try await client.press(path, correct).status == .seeOther)
            #expect(try await client.press(path, correct).status == .conflict)
            #expect(try await client.look(page).text.contains("已更正"))
            let sheet = try await client.look(PerformancePath.sheet("2026-10", "scjg")).text
            #expect(sheet.contains("更正以后得") && sheet.contains("系统故障属实"))
            let ranking = try await client.look("\(PerformancePath.ranking)?period=2026-10").text
            #expect(ranking.contains("更正后") && ranking.contains("复算一致"))
        }
        try await house.visit(as: "zhangwei") { client async throws in
            #expect(try await client.look("/supervision?period=2026-10").text.contains("更正后"))
        }
        let after = try await house.assessment("2026-10")
        let frozen = try await house.database.read { try PeriodStore.scores(after.period, in: $0) }
        #expect(frozen == before && frozen["scjg"] == after.score("scjg").hundredths)
        #expect(after.correctedScore("scjg").lines.first { $0.indicator.key == "promise" }?.points == 100)
        #expect((after.correctedScore("scjg").hundredths ?? 0) > (before["scjg"] ?? 0))
        #expect(after.corrections.map(\.figure) == ["promised_kept"])
        #expect(
            try await house.assessment("2026-Q4").figures[FigureOwner(organ: "scjg")]?[.promisedKept] == 2)
    }

    @Test(
        "years later, with another model, other organs and another calendar: the same points, corrections included"
    )
    func yearsLater() async throws {
        let house = try await octoberFrozen()
        try await house.visit(as: "head-scjg") { client async throws in
            #expect(try await client.send(new, said, file: nil).status == .seeOther)
        }
        try await house.freeze("2026-Q4", at: noon)
        let page = PerformancePath.appeal(
            String(try #require(try await house.appeals("2026-10", "scjg").first).id))
        try await house.visit(as: "leader") { client async throws in
            #expect(try await client.press("\(page)/decision", correct).status == .seeOther)
        }
        try await house.freeze("2026", at: noon)
        func points() async throws -> [[Ranking.Row.Plain]] {
            var all: [[Ranking.Row.Plain]] = []
            for period in ["2026-10", "2026-Q4", "2026"] {
                let one = try await house.assessment(period)
                all += [one.ranking.rows.map(\.plain), one.correctedRanking.rows.map(\.plain)]
                let frozen = try await house.database.read { try PeriodStore.scores(one.period, in: $0) }
                #expect(frozen == one.ranking.rows.reduce(into: [:]) { $0[$1.owner.organ] = $1.points })
            }
            return all
        }
        let before = try await points()
        // The quarter was frozen before the correction, the year after it.
        #expect(before[2] != before[4] && before[0] != before[1] && before[2] == before[3])
        try await change(house)
        let later = try #require(CivilDate(iso: "2031-03-03")).startOfDay
        try await house.assessing.refresh(at: later)
        #expect(try await points() == before)
        try await house.visit(as: "leader", at: later) { client async throws in
            let sheet = try await client.look(PerformancePath.sheet("2026-10", "scjg")).text
            #expect(sheet.contains("市场监督管理局") && sheet.contains("更正以后得"))
            let ranking = try await client.look("\(PerformancePath.ranking)?period=2026-10").text
            #expect(ranking.contains("复算一致") && ranking.contains("指标第 1 版"))
        }
    }

    @Test(
        "of an organ that has merged since: whoever took up what it did sees its score, appeals, and does not decide"
    )
    func ofMerged() async throws {
        let house = try await octoberFrozen()
        let sheet = PerformancePath.sheet("2026-10", "scjg")
        try await house.visit(as: "head-zjj") { client async throws in
            #expect(try await client.look(sheet).status == .notFound)
        }
        try await house.database.write { tx in
            try Directory.end(
                "scjg", successor: "zjj", from: try #require(CivilDate(iso: "2026-11-24")), in: tx)
        }
        try await house.visit(as: "officer-czj") { client async throws in
            #expect(try await client.look(sheet).status == .notFound)
        }
        try await house.visit(as: "officer-zjj") { client async throws in
            #expect(try await client.look(sheet).status == .ok)
            #expect(try await client.send(new, said, file: nil).status == .forbidden)
        }
        try await house.visit(as: "head-zjj") { client async throws in
            let ranking = try await client.look("\(PerformancePath.ranking)?period=2026-10").text
            #expect(ranking.contains(sheet))
            #expect(try await client.look(sheet).text.contains("对得分有异议"))
            #expect(try await client.send(new, said, file: nil).status == .seeOther)
        }
        let appeal = try #require(try await house.appeals("2026-10", "scjg").first)
        let page = PerformancePath.appeal(String(appeal.id))
        try await house.give(try await house.account("supervisor").id, "officer", in: "zjj")
        try await house.visit(as: "supervisor") { client async throws in
            #expect(try await client.press("\(page)/decision", correct).status == .forbidden)
        }
        try await house.visit(as: "head-zjj") { client async throws in
            #expect(try await client.look(page).text.contains("撤回申诉"))
            #expect(try await client.press("\(page)/withdrawal", "").status == .seeOther)
        }
    }

    /// Another model in force, the organ merged and renamed, a calendar without holidays, and all cases gone.
    private func change(_ house: PerformanceHouse) async throws {
        let body = try PerformanceModel.deliveredText().replacing(
            "100 * promised_kept", with: "50 * promised_kept")
        try await house.database.write { tx in
            try ModelStore.insert(
                ModelVersion(
                    id: tx.ids.next(), version: 2, body: body, state: .on,
                    onFrom: CivilDate(iso: "2026-01-01"),
                    editedBy: 5, editedByName: "甲", approvedBy: 6, approvedByName: "乙"), in: tx)
            try tx.execute(
                "UPDATE organ SET valid_until = '2027-01-01', successor = 'zjj', name = '旧局' WHERE key = 'scjg'"
            )
            try tx.execute("DELETE FROM case_clock /* all */")
            try tx.execute("DELETE FROM case_task /* all */")
            let calendar = try Directory.calendar(in: tx)
            try tx.execute(
                """
                INSERT INTO working_calendar (version, body, published_by, created_at)
                SELECT version + 1, body, published_by, created_at FROM working_calendar
                WHERE version = \(calendar.version)
                """)
        }
    }

    private func october() throws -> Period { try #require(Period("2026-10")) }
}

extension Ranking.Row {
    struct Plain: Hashable {
        let organ: String
        let points: Int
        let place: Int
    }

    var plain: Plain { Plain(organ: owner.organ, points: points, place: place) }
}
