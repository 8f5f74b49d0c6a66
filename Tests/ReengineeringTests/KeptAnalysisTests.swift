import Foundation
import Government
import HTTPTypes
import HummingbirdTesting
import Jobs
import ProcessMining
import Services
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Reengineering

@Suite("Analyses that are kept")
struct KeptAnalysisTests {
    private func kept(_ house: AnalysisHouse) async throws -> OrganStatistics? {
        try await house.database.read { try KeptAnalyses.find(house.scope, all: true, in: $0)?.0 }
    }

    private func ask(_ house: AnalysisHouse, at now: Instant = AnalysisHouse.noon) async throws {
        let actor = try await house.actor()
        try await house.database.write { try AnalysisAsking.ask(house.scope, by: actor, at: now, in: $0) }
    }

    @Test("in small steps as in one, all cases are looked at once, and each organ apart")
    func steps() async throws {
        let house = try await AnalysisHouse()
        try await house.file(7)
        try await house.file(4, organ: "xfjy", from: 100)
        try await house.file(2, from: 200, isOpen: true)
        try await ask(house)
        let work = AnalysisWork(
            database: house.database, services: house.library, processes: house.processes,
            clock: { AnalysisHouse.noon }, readsPerStep: 1, casesPerRead: 2)
        await QueueRunner(database: house.database, handlers: [work], clock: { AnalysisHouse.noon }).workOff()
        let statistics = try #require(try await kept(house))
        #expect(statistics[nil].finished == 11 && statistics[nil].underWay == 2)
        #expect(statistics.organs.map(\.organ) == ["scjg", "xfjy"])
        #expect(statistics["xfjy"].finished == 4)
        #expect(statistics[nil].variants[["review", "decide"]]?.count == 11)
        #expect(statistics[nil].handovers.persons == 11)
        let left = try await house.database.read {
            try KeptAnalyses.underWay(house.scope, house.processes, in: $0)
        }
        #expect(left.overview.parts.isEmpty && left.topics.isEmpty)
    }

    @Test("asked twice while it is computed it is computed once, and asked later anew")
    func once() async throws {
        let house = try await AnalysisHouse()
        try await house.file(5)
        try await ask(house)
        try await ask(house, at: AnalysisHouse.noon.adding(seconds: 5))
        let jobs = try await house.database.read { try JobQueue.jobs(of: AnalysisWork.kind, in: $0).items }
        #expect(jobs.count == 1)
        await house.workOff()
        #expect(try await kept(house)?[nil].finished == 5)
        try await house.file(1, from: 50)
        try await ask(house, at: AnalysisHouse.noon.adding(seconds: -9))
        await house.workOff()
        #expect(try await kept(house)?[nil].finished == 6)
    }

    @Test("a service without cases is computed too, and says nothing")
    func nothing() async throws {
        let house = try await AnalysisHouse()
        try await ask(house)
        await house.workOff()
        let job = try await house.database.read { try KeptAnalyses.job(house.scope, in: $0) }
        #expect(job?.state == .done)
        #expect(try await kept(house) == nil)
    }

    @Test("the page begins with the service that has the most finished cases")
    func busiest() async throws {
        let house = try await AnalysisHouse()
        let services = house.library.catalogue.services
        let none = try await house.database.read { try CaseCounts.busiest(services, year: 2026, in: $0) }
        #expect(none == nil)
        try await house.file(3)
        let page = try await house.visit(as: "supervisor") {
            try await $0.look("/desk/process-analysis").text
        }
        #expect(page.contains("办结 3 件") && page.contains("审查 → 决定"))
    }

    @Test("a supervisor has it computed, sees when that was, and looks at one organ")
    func pages() async throws {
        let house = try await AnalysisHouse()
        try await house.file(3)
        try await house.file(4, organ: "xfjy", from: 100)
        let address = house.scope.address("/desk/process-analysis")
        let (before, underWay) = try await house.visit(as: "supervisor") { client in
            let before = try await client.look(address).text
            _ = try await client.press(
                "/desk/process-analysis/runs", "service=\(house.scope.service)&year=2026&organ=")
            return (before, try await client.look(address).text)
        }
        #expect(before.contains("结果没有保存") && underWay.contains("正在计算"))
        await house.workOff()
        let (kept, one, compared) = try await house.visit(as: "leader") { client in
            (
                try await client.look(address).text, try await client.look(address + "&organ=xfjy").text,
                try await client.look(house.scope.address("/desk/process-analysis/organs")).text
            )
        }
        #expect(kept.contains("2026年11月24日") && kept.contains("重新计算") && kept.contains("办结 7 件"))
        #expect(one.contains("办结 4 件"))
        #expect(compared.contains("消防") && compared.contains("市场监督管理局"))
    }

    @Test("officers of an organ may not, and a year that is long past is none")
    func refused() async throws {
        let house = try await AnalysisHouse()
        let statuses = try await house.visit(as: "officer-scjg") { client in
            [
                try await client.look("/desk/process-analysis/organs").status.code,
                try await client.look("/api/v1/analysis/event-log.xes").status.code,
                try await client.press("/desk/process-analysis/runs", "service=x&year=2026").status.code,
            ]
        }
        #expect(statuses == [403, 403, 403])
        let unknown = try await house.visit(as: "supervisor") { client in
            [
                try await client.look("/api/v1/analysis/event-log.xes?year=1890").status.code,
                try await client.press("/desk/process-analysis/runs", "service=x&year=2026").status.code,
            ]
        }
        #expect(unknown == [404, 404])
    }

    @Test("a program gets the log of a service and organ, without a name in it")
    func log() async throws {
        let house = try await AnalysisHouse()
        try await house.file(3)
        try await house.file(2, organ: "xfjy", from: 100)
        let path = house.scope.address("/api/v1/analysis/event-log.xes")
        let (all, one, type) = try await house.visit(as: "supervisor") { client in
            let all = try await client.look(path)
            return (all.text, try await client.look(path + "&organ=xfjy").text, all.headers[.contentType])
        }
        #expect(type == "application/xml; charset=utf-8")
        #expect(all.components(separatedBy: "<trace>").count == 6 && all.hasSuffix("</log>\n"))
        #expect(one.components(separatedBy: "<trace>").count == 3)
        for secret in ["张伟", "441299", "李敏", "4242", "\"N1\""] { #expect(!all.contains(secret)) }
    }
}
