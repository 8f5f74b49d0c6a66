import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Performance

/// Seven years of frozen periods: more than stand on two pages.
private func sevenYears() async throws -> PerformanceHouse {
    let house = try await PerformanceHouse()
    let model = try #require(try await house.database.read { try ModelStore.versions(in: $0).first?.id })
    try await house.database.write { tx in
        for year in 2019...2025 {
            for period in Period.all(of: year) {
                try tx.send(
                    """
                    INSERT INTO performance_period (period, state, asked_by, asked_by_name, asked_at, days_done, days,
                        model_id, calendar_version, organs, frozen_at)
                    VALUES (\(period.text), 'frozen', 5, '甲', \(noon), \(period.days), \(period.days), \(model), 1, '[]',
                        \(noon))
                    """)
            }
        }
        let march = try #require(Period("2019-03"))
        let kept: [Figure: Int] = [.promisedEnded: 4, .promisedKept: 3, .promisedUsed: 2_000]
        try FigureStore.replace([FigureOwner(organ: "scjg"): kept], of: march, at: noon, in: tx)
    }
    return house
}

extension Period {
    fileprivate static func all(of year: Int) -> [Period] {
        let whole = Period(.year, of: CivilDate(iso: "\(year)-01-01") ?? .first)
        let quarters = (1...4).compactMap { Period("\(year)-Q\($0)") }
        return whole.months + quarters + [whole]
    }
}

@Suite("Periods, years later")
struct PeriodListTests {
    @Test("page by page all of them are found, each once, the newest year first")
    func paged() async throws {
        let house = try await sevenYears()
        var (found, cursor, pages) = ([Period](), String?.none, 0)
        repeat {
            let after = cursor
            let slice = try await house.database.read { try PeriodStore.lines(after: after, in: $0) }
            found += slice.items.map(\.period)
            (cursor, pages) = (slice.next, pages + 1)
        } while cursor != nil
        #expect(found.count == 119 && Set(found).count == 119 && pages == 3)
        #expect(found.map(\.year) == found.map(\.year).sorted(by: >))
        let newest = try await house.database.read { try PeriodStore.newest(in: $0) }
        #expect(newest.prefix(3).map(\.text) == ["2025-12", "2025-Q4", "2025"])
        let months = try await house.database.read {
            try PeriodStore.frozenMonths(of: 2020, limit: 24, in: $0).map(\.text)
        }
        #expect(months.count == 12 && months.first == "2020-12")
    }

    @Test(
        "everybody reads an old one; one that was never frozen is said to be missing, and not another shown for it"
    )
    func published() async throws {
        let house = try await sevenYears()
        try await house.visit(as: "zhangwei") { client async throws in
            let old = try await client.look("/supervision?period=2019-03").text
            #expect(old.contains("<h2>2019年3月</h2>") && !old.contains("没有公布"))
            let never = try await client.look("/supervision?period=2018-03").text
            #expect(never.contains("2018年3月没有公布") && never.contains("<h2>2025年12月</h2>"))
            let list = try await client.look(PerformancePath.publishedPeriods).text
            #expect(list.contains("?period=2025-12") && list.contains("下一页") && !list.contains("2019年3月"))
            let file = try await client.look(PublicScores.file(of: 2019)).text
            #expect(file.contains("\"2019-03\",\"scjg\"") && file.contains("75.0%"))
            #expect(!(try await client.look(PublicScores.path).text.contains("2019-03")))
            for wrong in ["1999", "x", "2019-03"] {
                #expect(try await client.look("\(PublicScores.path)?year=\(wrong)").status == .notFound)
            }
            #expect(
                try await client.look("\(PerformancePath.publishedPeriods)?after=x").status == .badRequest)
        }
        try await house.visit(as: "leader") { client async throws in
            let periods = "\(PerformanceAPI.path)/periods"
            let first = try await client.look(periods).text
            let next = try #require(first.firstMatch(of: /"next":"([^"]+)"/)?.output.1)
            let second = try await client.look("\(periods)?after=\(next)").text
            #expect(first.contains("2025-12") && !second.contains("2025-12") && second.contains("2022-12"))
        }
    }

    @Test("one of long ago that is asked for is frozen, though many newer ones are")
    func asked() async throws {
        let house = try await sevenYears()
        try await house.freeze("2018-05", at: noon)
        #expect(try await house.assessment("2018-05").isFrozen)
        try await house.visit(as: "leader") { client async throws in
            let page = try await client.look("\(PerformancePath.ranking)?period=2018-05").text
            #expect(page.contains("已经核定") && page.contains(PerformancePath.periods))
        }
    }

    @Test(
        "what cannot be frozen as no model is in force does not wait for ever: it is written down, and may be asked for again"
    )
    func dropped() async throws {
        let house = try await PerformanceHouse()
        _ = try await house.database.write { try $0.execute("DELETE FROM performance_model /* all */") }
        for _ in 1...2 {
            try await house.freeze("2026-10", at: noon)
            let period = try #require(Period("2026-10"))
            #expect(try await house.database.read { try PeriodStore.record(period, in: $0) } == nil)
        }
        let told = try await house.database.read { tx in
            try tx.rows(
                "SELECT id FROM journal_entry WHERE action = 'performance.freezing_dropped' /* all */")
        }
        #expect(told.count == 2)
    }
}
