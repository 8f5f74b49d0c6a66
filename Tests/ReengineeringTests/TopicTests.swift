import Foundation
import Government
import HTTPTypes
import HummingbirdTesting
import Jobs
import Modules
import ProcessMining
import Services
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Reengineering

@Suite("Topics that are kept for all cases")
struct TopicTests {
    @Test("a share is rounded and not cut, and of nothing there is none")
    func rounded() {
        #expect(Percent.of(2, in: 3) == 67 && Percent.of(1, in: 3) == 33)
        #expect(Percent.of(1, in: 200) == 1 && Percent.of(7, in: 7) == 100 && Percent.of(0, in: 0) == 0)
    }

    @Test(
        "behind Chinese words a number stands off, and a word does not",
        arguments: [
            (18_000, " 5 小时"), (151_200, " 1 天 18 小时"), (20, "不到 1 分钟"),
        ])
    func spaced(seconds: Int, words: String) { #expect(NaturalTime.behind(seconds) == words) }

    private func ask(_ house: AnalysisHouse, at now: Instant = AnalysisHouse.noon) async throws {
        let actor = try await house.actor()
        try await house.database.write { try AnalysisAsking.ask(house.scope, by: actor, at: now, in: $0) }
    }

    private func kept(
        _ house: AnalysisHouse, _ topic: AnalysisTopic, organ: String? = nil
    ) async throws -> TopicStatistics? {
        let scope = AnalysisScope(
            service: house.scope.service, name: house.scope.name, year: 2026, organ: organ)
        return try await house.database.read { try KeptTopics.find(scope, topic, in: $0)?.0 }
    }

    /// All cases in one go, as nothing that is kept in between could have changed them.
    private func inOneGo(_ house: AnalysisHouse) async throws -> CaseFold {
        let catalogue = house.library.catalogue
        return try await house.database.read { tx in
            var fold = CaseFold(house.processes)
            let batch = try CaseBatch(house.scope, after: .init(), limit: 1_000, catalogue, in: tx)
            fold.add(batch, try Directory.calendar(in: tx))
            return fold
        }
    }

    private func page(
        _ house: AnalysisHouse, _ path: String, as name: String = "leader"
    ) async throws -> String {
        try await house.visit(as: name) { try await $0.look(house.scope.address(path)).text }
    }

    @Test("what is kept in another form is not read")
    func otherForm() async throws {
        let house = try await AnalysisHouse()
        try await house.file(3)
        try await ask(house)
        await house.workOff()
        #expect(try await kept(house, .map) != nil)
        _ = try await house.database.write {
            try $0.execute(
                "UPDATE process_topic SET form = form + 1 WHERE service = \(house.scope.service) AND year = 2026"
            )
        }
        #expect(try await kept(house, .map) == nil)
        #expect(try await page(house, AnalysisPath.map).contains("结果没有保存"))
    }

    @Test("an organ without a case has nothing, though all together have something")
    func nothing() async throws {
        let house = try await AnalysisHouse()
        try await house.file(3)
        try await ask(house)
        await house.workOff()
        let statistics = try #require(try await kept(house, .waiting, organ: "xfjy"))
        #expect(statistics.cases == 0 && statistics.waiting.steps.isEmpty)
    }

    @Test(
        "in small steps, by one node or from what the last one left, as in one go: all organs and each",
        arguments: [true, false])
    func steps(isOneNode: Bool) async throws {
        let house = try await AnalysisHouse()
        try await house.file(7)
        try await house.file(4, organ: "xfjy", from: 100)
        try await house.file(2, from: 200, isOpen: true)
        try await ask(house)
        var work = AnalysisWork(
            database: house.database, services: house.library, processes: house.processes,
            clock: { AnalysisHouse.noon }, readsPerStep: 1, casesPerRead: 2)
        work.forgets = !isOneNode
        await QueueRunner(database: house.database, handlers: [work], clock: { AnalysisHouse.noon }).workOff()
        let whole = try await inOneGo(house)
        for organ in [nil, "scjg", "xfjy"] {
            let map = try #require(try await kept(house, .map, organ: organ))
            #expect(map.cases == whole[organ].cases && map.map.graph.edges == whole[organ].map.graph.edges)
            let waiting = try #require(try await kept(house, .waiting, organ: organ)).waiting
            #expect(
                waiting.totals == whole[organ].waiting.totals
                    && waiting.untaken == whole[organ].waiting.untaken)
            let materials = try #require(try await kept(house, .materials, organ: organ)).materials
            #expect(materials.looked == whole[organ].materials.looked)
        }
        #expect(whole[nil].cases == 13 && whole["xfjy"].cases == 4)
    }

    @Test(
        "a page says when it was computed and over how many, and what came later is not in it until it is computed anew"
    )
    func pages() async throws {
        let house = try await AnalysisHouse()
        try await house.file(3, isTaken: true)
        try await ask(house, at: AnalysisHouse.noon.adding(seconds: -9))
        await house.workOff()
        try await house.file(2, from: 50)
        let waiting = try await page(house, AnalysisPath.waiting)
        #expect(waiting.contains("按全部 3 件于") && waiting.contains("2026年11月24日"))
        #expect(waiting.contains("等待占 40%") && waiting.contains("/desk/cases/N1\""))
        let back = try await house.visit(as: "supervisor") { client in
            try await client.press(
                "/desk/process-analysis/runs",
                "service=\(house.scope.service)&year=2026&organ=&topic=waiting"
            ).headers[.location]
        }
        #expect(back?.hasPrefix(AnalysisPath.waiting) == true)
        #expect(try await page(house, AnalysisPath.map).contains("正在计算"))
        await house.workOff()
        for topic in AnalysisTopic.allCases {
            #expect(try await page(house, topic.path).contains("按全部 5 件于"), "\(topic)")
        }
    }

    @Test("one organ alone is looked at, and its numbers are its own")
    func oneOrgan() async throws {
        let house = try await AnalysisHouse()
        try await house.file(3)
        try await house.file(2, organ: "xfjy", from: 100)
        try await ask(house)
        await house.workOff()
        let address = house.scope.address(AnalysisPath.materials)
        let one = try await house.visit(as: "leader") { try await $0.look(address + "&organ=xfjy").text }
        #expect(one.contains("按全部 2 件于") && one.contains("看了 2 件"))
    }
}

@Suite("Analyses that are computed anew at night")
struct NightlyTests {
    /// Two in the night after the sample cases' days.
    private static let night = Instant(day: CivilDate(iso: "2026-03-10") ?? .first, hour: 2)

    private func asked(_ house: AnalysisHouse) async throws -> Int {
        try await house.database.read {
            try $0.row("SELECT count(*) AS runs FROM queued_job WHERE kind = 'process.analysis' /* all */")?
                .int("runs") ?? 0
        }
    }

    @Test("at another hour nothing is asked for, and nothing when nothing went on")
    func not() async throws {
        let house = try await AnalysisHouse()
        try await house.nightly.run(Self.night)
        try await house.file(3)
        try await house.nightly.run(Self.night.adding(seconds: 3_600))
        #expect(try await asked(house) == 0)
    }

    @Test("what went on since is computed once in the night, and not again when all was quiet")
    func once() async throws {
        let house = try await AnalysisHouse()
        try await house.file(3)
        try await house.nightly.run(Self.night)
        try await house.nightly.run(Self.night.adding(seconds: 600))
        #expect(try await asked(house) == 1)
        await house.workOff()
        let kept = try await house.database.read { try KeptTopics.find(house.scope, .map, in: $0)?.0.cases }
        #expect(kept == 3)
        try await house.nightly.run(Self.night.adding(seconds: 86_400))
        #expect(try await asked(house) == 1)
    }

    @Test("what an older program counted otherwise is not shown, and is computed anew in the night, once")
    func outdated() async throws {
        let house = try await AnalysisHouse()
        try await house.file(3)
        try await house.nightly.run(Self.night)
        await house.workOff()
        _ = try await house.database.write {
            try $0.execute("UPDATE process_analysis SET form = 1 /* all */")
        }
        let old = try await house.database.read { try KeptAnalyses.find(house.scope, all: true, in: $0) }
        #expect(old == nil)
        try await house.nightly.run(Self.night.adding(seconds: 86_400))
        #expect(try await asked(house) == 2)
        await house.workOff()
        let kept = try await house.database.read { try KeptAnalyses.find(house.scope, all: true, in: $0) }
        #expect(kept?.0[nil].finished == 3)
        try await house.nightly.run(Self.night.adding(seconds: 2 * 86_400))
        #expect(try await asked(house) == 2)
    }
}
