import HummingbirdTesting
import Refusals
import Storage
import Supervision
import TestSupport
import Testing
import WorkingTime

@testable import Performance

@Suite("What others write about")
struct AssessedPeriodTests {
    @Test("whoever writes about a period gets organs with points, and months that were counted alone")
    func told() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-10"), isLate: true)
        try await house.finish(2, "zjj", on: day("2026-11-20"))
        try await house.assessing.refresh(at: noon)
        let (none, october, totals) = try await house.database.read { tx in
            (
                try Performance.assessed("2026-13", in: tx), try Performance.assessed("2026-10", in: tx),
                try Performance.totals(ofMonths: ["2025-12", "2026-09", "2026-10", "2026-11"], in: tx)
            )
        }
        #expect(none == nil && october?.isFrozen == false)
        #expect(october?.organs.map(\.key) == ["scjg"])
        #expect(october?.organs.first?.figures["promised_late"] == 1)
        #expect(october?.organs.first?.points != nil)
        #expect(totals["2025-12"] == nil && totals["2026-09"] == [:])
        #expect(totals["2026-11"]?["promised_ended"] == 1)
        #expect(totals["2026-10"]?["promised_late"] == 1)
    }

    @Test("how many were held to account stays with officers: from one in a month everybody reads who it was")
    func confidential() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-10"))
        try await house.assessing.refresh(at: noon)
        _ = try await house.database.write { tx in
            try tx.execute(
                """
                INSERT INTO performance_figure (month, organ, post, account_id, figure, amount)
                VALUES ('2026-10', 'scjg', '', 0, 'accountability_decisions', 1)
                """)
        }
        let (october, totals, targets) = try await house.database.read { tx in
            (
                try Performance.assessed("2026-10", in: tx),
                try Performance.totals(ofMonths: ["2026-10"], in: tx),
                try Performance.amounts(of: "scjg", in: 2026, tx)
            )
        }
        let organ = try #require(october?.organs.first)
        #expect(organ.figures["closed"] == 1 && organ.figures["accountability_decisions"] == nil)
        let district = try #require(totals["2026-10"])
        #expect(district["closed"] == 1 && district["accountability_decisions"] == nil)
        #expect(targets["accountability_decisions"] == 1)
    }

    @Test("an indicator that asks how many were held to account is not made public, be the model in force")
    func confidentialIndicator() async throws {
        let text = try PerformanceModel.deliveredText().replacing(
            "value: yellow_cards + red_cards", with: "value: accountability_decisions")
        let faults = try PerformanceModel(text: text).faults.map(\.chinese)
        #expect(faults == ["「黄牌和红牌」用了「人员受到问责」的数，从数里看得出是谁，不能公开。"])
        let house = try await PerformanceHouse()
        try await house.switchOn(text, from: "2026-01-01")
        try await house.finish(1, on: day("2026-10-10"))
        try await house.freeze("2026-10", at: noon)
        try await house.visit(as: "zhangwei") { client async throws in
            let page = try await client.look("/supervision").text
            #expect(page.contains("按承诺时限办结（%）") && !page.contains("黄牌和红牌"))
        }
    }

    @Test("signals are told by organ and kind, with those that were taken back apart")
    func raised() async throws {
        let house = try await PerformanceHouse()
        let (within, before) = try await house.database.write { tx in
            try tx.execute(
                """
                INSERT INTO supervision_rule (id, rule_key, version, body, state, edited_by, edited_by_name, revision)
                VALUES (1, 'over', 1, '{}', 'draft', 0, '某人', 0)
                """)
            for (id, organ, state) in [
                (1, "scjg", "open"), (2, "scjg", "upheld"), (3, "scjg", "withdrawn"), (4, "zjj", "open"),
            ] {
                try tx.execute(
                    """
                    INSERT INTO supervision_signal (id, rule_id, rule_key, rule_name, level, case_id, case_number,
                        case_name, organ, item, occasion, evidence, raised_at, appeal_until, state, course, revision)
                    VALUES (\(id), 1, 'over', '超期', 'red', \(id), 'N', '许可', \(organ), 'case', 'x', '{}',
                        \(day("2026-10-05")), \(noon), \(state), '[]', 0)
                    """)
            }
            return (
                try Supervision.raised(from: day("2026-10-01"), until: day("2026-11-01"), in: tx),
                try Supervision.raised(from: day("2026-09-01"), until: day("2026-10-01"), in: tx)
            )
        }
        let signals = within.sorted { $0.organ < $1.organ }
        #expect(signals.map(\.organ) == ["scjg", "zjj"] && signals.map(\.level) == ["red", "red"])
        #expect(signals.map(\.count) == [2, 1] && signals.map(\.withdrawn) == [1, 0])
        #expect(signals.map(\.confirmed) == [1, 0])
        #expect(before.isEmpty)
    }

    @Test("everybody reads month by month what is frozen, as a table and as a file")
    func scores() async throws {
        let house = try await PerformanceHouse()
        try await house.finish(1, on: day("2026-10-10"))
        try await house.finish(2, on: day("2026-10-11"), isLate: true)
        for id in Int64(3)...5 { try await house.finish(id, "zjj", on: day("2026-10-12"), isLate: id == 3) }
        try await house.visit(as: "zhangwei") { client async throws in
            #expect(!(try await client.look("/supervision").text.contains("各月按时办结率")))
            #expect(!(try await client.look("/supervision/scores.csv").text.contains("scjg")))
        }
        try await house.freeze("2026-10", at: noon)
        try await house.visit(as: "zhangwei") { client async throws in
            #expect(try await client.look("/supervision").text.contains("50.0%"))
            let file = try await client.look("/supervision/scores.csv").text
            #expect(file.contains("\"2026-10\",\"scjg\"") && file.contains("\"2\",\"1\",\"50.0%\""))
            // Two of three are rounded and not cut.
            #expect(file.contains("\"3\",\"2\",\"66.7%\""))
        }
    }
}
