import Storage
import Testing

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
}
