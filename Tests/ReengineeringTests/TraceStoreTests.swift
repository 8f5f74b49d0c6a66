import Cases
import Foundation
import ProcessMining
import Storage
import Testing
import WorkingTime

@testable import Reengineering

@Suite("Cases as an event log")
struct TraceStoreTests {
    private let scope = AnalysisScope(service: "S", name: "食品经营许可", year: 2026)

    private func house() async throws -> Database { try await MiningHouse().database }

    @Test("another service and another year are left out, and so is advice beside the process")
    func scoped() async throws {
        let database = try await house()
        let traces = try await database.write { tx in
            try MiningHouse.file(1, in: tx)
            try MiningHouse.file(2, service: "T", in: tx)
            try MiningHouse.file(3, filed: MiningHouse.noon.adding(seconds: -400 * 86_400), in: tx)
            try MiningHouse.work(11, on: 1, "review", in: tx)
            try MiningHouse.work(12, on: 1, "advise", activity: nil, in: tx)
            return try TraceStore.traces(scope, after: .init(), in: tx)
        }
        #expect(traces.map(\.id) == [1])
        #expect(traces.first?.path == ["review"])
    }

    @Test("what the applicant does between two steps hands the case to nobody else")
    func supplied() async throws {
        let database = try await house()
        let traces = try await database.write { tx in
            try MiningHouse.file(1, in: tx)
            try MiningHouse.work(11, on: 1, "accept", until: 1, in: tx)
            try MiningHouse.work(12, on: 1, "supply", organ: CaseTask.applicant, until: 2, in: tx)
            try MiningHouse.work(13, on: 1, "decide", until: 3, in: tx)
            return try TraceStore.traces(scope, after: .init(), in: tx)
        }
        #expect(traces.first?.path == ["accept", "supply", "decide"])
        #expect(traces.first?.organHandovers == 0 && traces.first?.personHandovers == 0)
    }

    @Test("cases that came in at the same instant are read once each, however small the stretches")
    func stretches() async throws {
        let database = try await house()
        var (seen, place): ([Int64], TraceStore.Place) = ([], .init())
        try await database.write { tx in for id in Int64(1)...5 { try MiningHouse.file(id, in: tx) } }
        while let next = try await database.read({ [place] in
            try TraceStore.traces(scope, after: place, limit: 2, in: $0)
        }).nonEmpty {
            seen += next.map(\.id)
            place = next[next.count - 1].place
        }
        #expect(seen == [1, 2, 3, 4, 5])
    }

    @Test("a rare kind of case is looked for on and on: a page may be empty and still have a next one")
    func rareCases() async throws {
        let database = try await house()
        try await database.write { tx in
            for id in Int64(1)...Int64(TraceStore.casesPerRead * 2) { try MiningHouse.file(id, in: tx) }
            try MiningHouse.work(1_001, on: Int64(TraceStore.casesPerRead + 5), "inspect", in: tx)
        }
        let walk = TraceWalk(database: database, scope: scope, mostCases: TraceStore.casesPerRead)
        let first = try await walk.page(
            after: .init(), size: 20, choosing: { $0.filter(TraceFilter.step("inspect").holds) })
        #expect(first.items.isEmpty && first.next != nil)
        let next = try TraceStore.Place(after: first.next)
        let second = try await walk.page(
            after: next, size: 20, choosing: { $0.filter(TraceFilter.step("inspect").holds) })
        #expect(second.items.map(\.id) == [Int64(TraceStore.casesPerRead + 5)])
    }

    @Test("pages of a kind of case follow each other without a gap and without a repetition")
    func pages() async throws {
        let database = try await house()
        try await database.write { tx in for id in Int64(1)...7 { try MiningHouse.file(id, in: tx) } }
        let walk = TraceWalk(database: database, scope: scope)
        var (seen, next): ([Int64], String?) = ([], nil)
        repeat {
            let page = try await walk.page(
                after: try TraceStore.Place(after: next), size: 3,
                choosing: { $0.filter(TraceFilter.finished.holds) })
            seen += page.items.map(\.id)
            next = page.next
        } while next != nil
        #expect(seen == [1, 2, 3, 4, 5, 6, 7])
    }

    @Test("the log has every case, whoever applied and whoever worked stays unnamed")
    func log() async throws {
        let database = try await house()
        let count = Int64(TraceStore.casesPerRead + 3)
        try await database.write { tx in
            for id in Int64(1)...count { try MiningHouse.file(id, in: tx) }
            try MiningHouse.work(1_001, on: 1, "review", in: tx)
            try MiningHouse.work(1_002, on: 1, "supply", organ: CaseTask.applicant, in: tx)
        }
        var text = ""
        for try await piece in LogPieces(database: database, scope: scope, hasStarts: false).stream {
            text += piece
        }
        #expect(text.components(separatedBy: "<trace>").count == Int(count) + 1)
        #expect(text.hasSuffix("</log>\n"))
        #expect(text.components(separatedBy: "org:resource").count == 2)
        for secret in ["张伟", "441299", "李敏", "4242", "\"N1\""] { #expect(!text.contains(secret)) }
    }
}

extension Array {
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
