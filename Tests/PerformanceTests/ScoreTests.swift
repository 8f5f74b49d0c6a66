import DecisionModel
import Foundation
import Journal
import Refusals
import Testing
import WorkingTime

@testable import Performance

private func actor(_ id: Int64, _ organ: String = "jw") -> Actor {
    Actor(accountID: id, name: "人\(id)", organ: organ, channel: "page", address: "")
}

private func model(
    _ value: String = "100 * promised_kept / promised_ended", weights: [Int] = [60, 40],
    points: String = "value"
) throws -> PerformanceModel {
    let indicators = weights.enumerated().map { place, weight in
        """
          - key: k\(place)
            name: 指标\(place)
            applies: organ
            source: 试验
            words: 试验
            unit: "%"
            value: "\(place == 0 ? value : "if rated = 0 then null else 100 * satisfied / rated")"
            points: "\(points)"
            weight: \(weight)
        """
    }
    return try PerformanceModel(
        text: "name: 试验\nsettle_days: 3\nappeal_days: 5\nindicators:\n" + indicators.joined(separator: "\n"))
}

@Suite("Points by a model")
struct ScoreTests {
    @Test("a formula that divides by nothing measures nothing, and weighs neither for nor against")
    func nothing() throws {
        let indicators = try model().read(.organ)
        #expect(Score(indicators, [:]).hundredths == nil)
        #expect(Score(indicators, [.rated: 4, .satisfied: 3]).hundredths == 7_500)
        let both = Score(
            indicators, [.rated: 4, .satisfied: 3, .promisedEnded: 2, .promisedKept: 2])
        #expect(both.hundredths == 9_000)
        #expect(both.lines[0].points == 100)
    }

    @Test(
        "what cannot be measured by is refused before it counts",
        arguments: [
            ("100 * kept", "「指标0」的公式里没有「kept」这个数。"), ("\\\"viel\\\"", "「指标0」的公式试算得不到数。"),
        ])
    func refused(formula: String, sentence: String) throws {
        #expect(try model(formula).faults.map(\.description).contains(sentence))
    }

    @Test("weights that are not a hundred together are refused")
    func weights() throws {
        #expect(try model(weights: [60, 30]).faults.map(\.description) == ["部门的权重合计是 90，应当是 100。"])
        #expect(try model().faults.isEmpty)
        #expect(try PerformanceModel(text: PerformanceModel.deliveredText()).faults.isEmpty)
        #expect(throws: DomainError.self) { try PerformanceModel(text: "name: [") }
    }

    @Test("points stay within floor and cap; equal points have the same place")
    func bounds() throws {
        let wild = try model(points: "value * 9").read(.organ)
        #expect(Score(wild, [.promisedEnded: 1, .promisedKept: 1]).hundredths == 10_000)
        let low = try model(points: "value - 500").read(.organ)
        #expect(Score(low, [.promisedEnded: 1, .promisedKept: 1]).hundredths == 0)
        let ranking = Ranking([
            FigureOwner(organ: "a"): 50, FigureOwner(organ: "b"): 70, FigureOwner(organ: "c"): 50,
            FigureOwner(organ: "d"): 10,
        ])
        #expect(ranking.rows.map(\.owner.organ) == ["b", "a", "c", "d"])
        #expect(ranking.rows.map(\.place) == [1, 2, 2, 4])
    }

    @Test("a model changed while a period is open counts for the next one; its writer does not switch it on")
    func changedMeanwhile() throws {
        let today = try #require(CivilDate(iso: "2026-11-24"))
        let text = try PerformanceModel.deliveredText()
        let old = ModelVersion(
            id: 1, version: 1, body: text, state: .on, onFrom: CivilDate(iso: "2000-01-01"), editedBy: 0,
            editedByName: "")
        var new = ModelVersion(id: 2, version: 2, body: text, editedBy: 5, editedByName: "甲")
        let first = try #require(CivilDate(iso: "2026-12-01"))
        #expect(throws: DomainError.forbidden("指标是您写的，要由另一人启用。")) {
            try new.switchOn(from: first, today: today, seen: 0, by: actor(5))
        }
        for day in ["2026-11-01", "2026-12-02"] {
            #expect(throws: DomainError.self) {
                try new.switchOn(from: CivilDate(iso: day) ?? today, today: today, seen: 0, by: actor(6))
            }
        }
        #expect(throws: DomainError.conflict("请先看试算，再启用。")) {
            try new.switchOn(from: first, today: today, seen: nil, by: actor(6))
        }
        #expect(throws: DomainError.conflict("指标在您看过试算以后又改过，请再看一遍试算。")) {
            try new.switchOn(from: first, today: today, seen: 7, by: actor(6))
        }
        try new.switchOn(from: first, today: today, seen: 0, by: actor(6))
        let chosen = ["2026-11", "2026-12", "2026-Q4", "2026", "2027-Q1"].map {
            ModelVersion.inForce(for: Period($0) ?? Period(.month, of: today), of: [new, old])?.version
        }
        #expect(chosen == [1, 2, 1, 1, 2])
        #expect(throws: DomainError.conflict("这个版本已经启用过，请起草新的版本。")) {
            try new.edit(text, seen: 0, by: actor(5))
        }
    }

    @Test("periods know their days, their months and each other")
    func periods() throws {
        let quarter = try #require(Period("2026-Q1"))
        #expect(quarter.first.iso == "2026-01-01" && quarter.last.iso == "2026-03-31" && quarter.days == 90)
        #expect(quarter.previous.text == "2025-Q4" && quarter.months.map(\.text).last == "2026-03")
        #expect(Period("2026")?.days == 365 && Period("2026-12")?.previous.text == "2026-11")
        #expect(["2026-13", "2026-Q5", "1999", "x", ""].allSatisfy { Period($0) == nil })
    }
}
