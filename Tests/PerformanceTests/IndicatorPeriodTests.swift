import Foundation
import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Performance

@Suite("Indicators with a period of their own")
struct IndicatorPeriodTests {
    /// The delivered model, with two indicators that a month does not count.
    private static func text() throws -> String {
        try PerformanceModel.deliveredText()
            .replacing("    cases: promised_late\n", with: "    cases: promised_late\n    period: quarter\n")
            .replacing("    reported: {", with: "    period: year\n    reported: {")
    }

    private static func model(_ kind: Period.Kind) throws -> PerformanceModel {
        try PerformanceModel(text: text()).counting(in: kind)
    }

    @Test("a length of time that is none is refused, and a model is whole with all its indicators")
    func refused() throws {
        #expect(throws: DomainError.self) {
            try PerformanceModel(text: Self.text().replacing("period: quarter", with: "period: week"))
        }
        #expect(try PerformanceModel(text: Self.text()).faults.isEmpty)
    }

    @Test("counted in periods of its length and longer alone")
    func counted() throws {
        func keys(_ kind: Period.Kind) throws -> [Bool] {
            let keys = try Self.model(kind).indicators.map(\.key)
            return [keys.contains("law"), keys.contains("promise"), keys.contains("reform")]
        }
        #expect(try keys(.month) == [true, false, false])
        #expect(try keys(.quarter) == [true, true, false])
        #expect(try keys(.year) == [true, true, true])
        #expect(try Self.model(.month).leftOut.map(\.key) == ["promise", "reform"])
        #expect(Period.Kind.quarter.longerWords == "季度、年度才计")
    }

    @Test("in a month the others stand for the whole; in the quarter it counts over all its months")
    func scored() async throws {
        let house = try await PerformanceHouse()
        try await house.switchOn(Self.text(), from: "2026-10-01")
        try await house.finish(1, on: day("2026-10-10"), isLate: true)
        try await house.finish(2, on: day("2026-11-10"))
        try await house.assessing.refresh(at: noon)
        let month = try await house.assessment("2026-10").score("scjg").lines.map(\.indicator.key)
        #expect(!month.contains("promise") && month.contains("speed"))
        let quarter = try await house.assessment("2026-Q4").score("scjg").lines
        #expect(quarter.first { $0.indicator.key == "promise" }?.points == 50)
        try await house.freeze("2026-10", at: noon)
        let frozen = try await house.database.read { tx in
            try PeriodStore.scores(try #require(Period("2026-10")), in: tx)
        }
        #expect(try await frozen["scjg"] == house.assessment("2026-10").score("scjg").hundredths)
    }

    @Test("reported and appealed for the periods that count it, and for no shorter one, which says so")
    func reported() async throws {
        let house = try await PerformanceHouse()
        let text = try Self.text().replacing("period: year", with: "period: quarter")
        try await house.switchOn(text, from: "2026-10-01")
        try await house.finish(1, on: day("2026-10-10"))
        try await house.freeze("2026-10", at: noon)
        try await house.visit(as: "head-scjg") { client async throws in
            let report = { PerformancePath.report($0, "scjg", "reform") }
            #expect(try await client.look(report("2026-10")).status == .notFound)
            #expect(try await client.look(report("2026-Q4")).status == .ok)
            let appeal = { PerformancePath.newAppeal("2026-10", "scjg", $0) }
            #expect(try await client.look(appeal("promise")).status == .notFound)
            #expect(try await client.look(appeal("law")).status == .ok)
            let sheet = try await client.look(PerformancePath.sheet("2026-10", "scjg")).text
            #expect(sheet.contains("这一期不计：按承诺时限办结（季度、年度才计）"))
            #expect(!(try await client.look(PerformancePath.sheet("2026-Q4", "scjg")).text.contains("这一期不计")))
        }
    }

    @Test("tried over a month, the change of its period is told and its points are left out")
    func tried() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-10"), isLate: true)
        try await house.freeze("2026-10", at: noon)
        let october = try await house.assessment("2026-10")
        let trial = ModelTrial(try PerformanceModel(text: Self.text()), over: october)
        #expect(trial.changes.map { "\($0.name)：\($0.words)" }.contains("按承诺时限办结：周期 月度 → 季度"))
        let move = trial.rows.first?.moves.first { $0.name == "按承诺时限办结" }
        #expect(move?.before != nil && move?.after == nil)
    }
}
