import HummingbirdTesting
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Performance

extension PerformanceHouse {
    /// What an appeal against a frozen period has put right.
    func correct(
        _ name: String, _ organ: String, _ figure: String, from before: Int?, to after: Int,
        indicator: String = "promise"
    ) async throws {
        let period = try #require(Period(name))
        try await database.write { tx in
            let appeal = ScoreAppeal(
                id: tx.ids.next(), period: period, organ: organ, indicator: indicator, decideDays: 5,
                appealedAt: noon, state: .corrected, course: [], appealedBy: 1, decidedBy: 2, revision: 2)
            try AppealStore.save(appeal, in: tx)
            try CorrectionStore.insert(
                Correction(
                    id: tx.ids.next(), appealID: appeal.id, period: period, organ: organ,
                    indicator: indicator, figure: figure, before: before, after: after, reason: "系统故障属实",
                    by: 2, byName: "乙", at: noon), in: tx)
        }
    }
}

@Suite("What appeals have put right reaches those who write about it")
struct CorrectedPeriodTests {
    /// October, frozen, with one case of three late.
    private func october() async throws -> PerformanceHouse {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-10"), isLate: true)
        try await house.finish(2, on: day("2026-10-12"))
        try await house.finish(3, "zjj", on: day("2026-10-12"))
        try await house.freeze("2026-10", at: noon)
        return house
    }

    private func kept(_ house: PerformanceHouse, _ period: String) async throws -> [String: Int] {
        let assessed = try await house.database.read { try Performance.assessed(period, in: $0) }
        return try #require(assessed).organs.reduce(into: [:]) { $0[$1.key] = $1.figures["promised_kept"] }
    }

    @Test("points and figures of organs are the corrected ones, and the district has their sum")
    func corrected() async throws {
        let house = try await october()
        #expect(try await kept(house, "2026-10") == ["scjg": 1, "zjj": 1])
        try await house.correct("2026-10", "scjg", "promised_kept", from: 1, to: 2)
        try await house.correct(
            "2026-10", "scjg", Indicator.reportedName, from: nil, to: 300, indicator: "reform")
        #expect(try await kept(house, "2026-10") == ["scjg": 2, "zjj": 1])
        let assessment = try await house.assessment("2026-10")
        let (assessed, totals) = try await house.database.read { tx in
            (
                try Performance.assessed("2026-10", in: tx),
                try Performance.totals(ofMonths: ["2026-09", "2026-10"], in: tx)
            )
        }
        let organ = try #require(assessed?.organs.first { $0.key == "scjg" })
        #expect(organ.points == assessment.correctedScore("scjg").hundredths)
        #expect(organ.points != assessment.score("scjg").hundredths)
        let district = try #require(totals["2026-10"])
        #expect(district["promised_kept"] == 3 && district == assessed?.totals)
        #expect(district[Indicator.reportedName] == nil && totals["2026-09"] == nil)
    }

    @Test("a quarter that is put right by itself has its own sum")
    func quarter() async throws {
        let house = try await october()
        try await house.freeze("2026-Q4", at: noon)
        try await house.correct("2026-Q4", "zjj", "promised_kept", from: 1, to: 0)
        #expect(try await kept(house, "2026-Q4") == ["scjg": 1, "zjj": 0])
        let assessed = try await house.database.read { try Performance.assessed("2026-Q4", in: $0) }
        #expect(assessed?.totals["promised_kept"] == 1 && assessed?.totals["promised_ended"] == 3)
    }

    @Test("a year has what was put right in its quarters, nothing twice, and once frozen nothing more")
    func year() async throws {
        let house = try await october()
        func kept(_ organ: String) async throws -> Int? {
            try await house.assessment("2026").figures[FigureOwner(organ: organ)]?[.promisedKept]
        }
        try await house.freeze("2026-Q4", at: noon)
        #expect(try await kept("scjg") == 1)
        #expect(try await kept("zjj") == 1)
        try await house.correct("2026-Q4", "zjj", "promised_kept", from: 1, to: 0)
        #expect(try await kept("zjj") == 0)
        // The quarter did not know of it, and puts the same right by itself.
        try await house.correct("2026-10", "scjg", "promised_kept", from: 1, to: 2)
        try await house.correct("2026-Q4", "scjg", "promised_kept", from: 1, to: 2)
        #expect(try await kept("scjg") == 2)
        try await house.freeze("2026", at: noon)
        try await house.correct("2026-10", "zjj", "promised_kept", from: 1, to: 0)
        try await house.correct("2026-Q4", "scjg", "promised_kept", from: 2, to: 1, indicator: "speed")
        #expect(try await kept("scjg") == 2)
        #expect(try await kept("zjj") == 0)
    }

    @Test("a quarter that was frozen with what was put right in its month counts on top of it")
    func known() async throws {
        let house = try await october()
        try await house.correct("2026-10", "scjg", "promised_kept", from: 1, to: 2)
        try await house.freeze("2026-Q4", at: noon)
        try await house.correct("2026-Q4", "scjg", "promised_kept", from: 2, to: 0)
        let year = try await house.assessment("2026").figures[FigureOwner(organ: "scjg")]
        #expect(year?[.promisedKept] == 0)
    }

    @Test("the open file has the frozen points, and beside them the corrected ones of all who are compared")
    func file() async throws {
        let house = try await october()
        try await house.finish(4, on: day("2026-09-12"))
        try await house.freeze("2026-09", at: noon)
        try await house.correct("2026-10", "scjg", "promised_kept", from: 1, to: 2)
        let october = try await house.assessment("2026-10")
        try await house.visit(as: "zhangwei") { client async throws in
            let lines = try await client.look("/supervision/scores.csv").text
                .split(whereSeparator: \.isNewline).map(String.init)
            #expect(lines.first?.hasSuffix(#""等次","更正后得分","更正后名次""#) == true)
            for row in october.correctedRanking.rows {
                let line = lines.first { $0.contains("\"2026-10\",\"\(row.owner.organ)\"") }
                let frozen = october.ranking.rows.first { $0.owner == row.owner }
                #expect(line?.contains("\"\(frozen?.points.pointsText ?? "-")\"") == true)
                #expect(line?.hasSuffix("\"\(row.points.pointsText)\",\"\(row.place)\"") == true)
            }
            #expect(lines.first { $0.contains("\"2026-09\",\"scjg\"") }?.hasSuffix(#","","""#) == true)
        }
    }
}
