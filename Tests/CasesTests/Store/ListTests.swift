import Codes
import Identity
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Cases

@Suite("A list of cases")
struct ListTests {
    private func all(_ filter: CaseFilter = CaseFilter(), on stage: Stage) async throws -> [[CaseSummary]] {
        var (pages, next) = ([[CaseSummary]](), String?.none)
        repeat {
            let page = try await stage.cases.list(filter, for: .system, after: next)
            pages.append(page.items)
            next = page.next
        } while next != nil
        return pages
    }

    @Test("refuses a link that was cut")
    func brokenLink() async throws {
        let stage = try await Stage()
        await #expect(throws: DomainError.malformed("翻页链接不完整或已失效，请回到第一页重新查看。")) {
            try await stage.cases.list(CaseFilter(), for: .system, after: "abc")
        }
    }

    @Test("comes in pages without gaps or repetitions, newest first, whatever is filed meanwhile")
    func pages() async throws {
        let stage = try await Stage()
        for _ in 0..<45 { try await stage.file(.quick, of: .zhangWei, by: .zhangWei) }
        let first = try await stage.cases.list(CaseFilter(), for: .system, after: nil)
        try await stage.file(.quick, of: .zhangWei, by: .zhangWei)
        let second = try await stage.cases.list(CaseFilter(), for: .system, after: first.next)
        let third = try await stage.cases.list(CaseFilter(), for: .system, after: second.next)
        #expect([first, second, third].map(\.items.count) == [20, 20, 5])
        #expect(third.next == nil)
        let ids = [first, second, third].flatMap { $0.items.map(\.id) }
        #expect(ids == Set(ids).sorted(by: >))
    }

    @Test("is narrowed by phase, organ, words and what is overdue")
    func filters() async throws {
        let stage = try await Stage()
        let permit = try await stage.file(.drainage).root.number.text
        try await stage.file(.restaurant)
        try await stage.complete(.accept, in: permit)
        let accepted = try await all(CaseFilter(phase: .accepted), on: stage)
        #expect(accepted.flatMap { $0.map(\.number) } == [permit])
        #expect(try await all(CaseFilter(organ: "zjj"), on: stage).joined().count == 2)
        #expect(try await all(CaseFilter(rootsOnly: true), on: stage).joined().count == 2)
        #expect(try await all(CaseFilter(text: "餐饮店"), on: stage).joined().count == 1)
        #expect(try await all(CaseFilter(text: permit), on: stage).joined().count == 1)
        #expect(try await all(CaseFilter(overdueAt: at("2026-11-17")), on: stage).joined().count == 1)
    }

    @Test(
        "is the same whether what fits lies among the newest cases or far behind them",
        arguments: [1, 2, 500])
    func farBehind(nearby: Int) async throws {
        let stage = try await Stage()
        let permit = try await stage.file(.drainage).root.number.text
        for _ in 0..<3 { try await stage.file(.quick, of: .zhangWei, by: .zhangWei) }
        for viewer in [Viewer.system, .officer(id: 7, organs: ["zjj"], roles: [.officer])] {
            for (filter, count) in [
                (CaseFilter(text: "排水"), 1), (CaseFilter(phase: .submitted, text: "排水"), 1),
                (CaseFilter(phase: .accepted, text: "排水"), 0), (CaseFilter(text: "不存在"), 0),
                (CaseFilter(organ: "zjj", overdueAt: at("2027-03-01")), 1),
                (CaseFilter(overdueAt: at("2026-01-02")), 0),
            ] {
                let page = try await stage.database.read {
                    try CaseQueries.cases(filter, for: viewer, after: nil, nearby: nearby, in: $0)
                }
                #expect(page.items.count == count, "\(viewer) \(filter)")
                #expect(page.items.allSatisfy { $0.number == permit })
            }
        }
    }

    @Test("by words goes back through the years page by page", arguments: [1, 3, 500])
    func wordsOverTheYears(nearby: Int) async throws {
        let stage = try await Stage()
        var permits: [String] = []
        for days in [0, 1, 40, 45, 200, 700, 701] {
            stage.now = at("2026-11-09").adding(seconds: days * 86_400)
            permits.append(try await stage.file(.drainage).root.number.text)
            try await stage.file(.quick, of: .zhangWei, by: .zhangWei)
        }
        for viewer in [Viewer.system, .officer(id: 7, organs: ["zjj"], roles: [.officer])] {
            var (found, after) = ([String](), String?.none)
            repeat {
                let page = try await stage.database.read { [after] in
                    try CaseQueries.cases(
                        CaseFilter(text: "排水"), for: viewer, after: after, limit: 2, nearby: nearby, in: $0)
                }
                found += page.items.map(\.number)
                after = page.next
            } while after != nil
            #expect(found == permits.reversed(), "\(viewer)")
            let count = try await stage.database.read {
                try Cases.count(CaseFilter(text: "排水"), for: viewer, upTo: 100, in: $0)
            }
            #expect(count == permits.count)
        }
    }

    @Test(
        "by words is empty for an organ in whose cases they do not stand"
    )
    func wordsOfOrgans() async throws {
        let stage = try await Stage()
        let number = try await stage.file(.drainage).root.number.text
        func found(by organ: String) async throws -> Int {
            let viewer = Viewer.officer(id: 7, organs: [organ], roles: [.officer])
            return try await stage.cases.list(CaseFilter(text: "排水"), for: viewer, after: nil).items.count
        }
        #expect(try await found(by: "wsjk") == 0)
        #expect(try await found(by: "zjj") == 1)
        try await stage.database.write { tx in
            try tx.execute("DELETE FROM case_text /* all */")
            try Cases.listForWords(in: tx)
        }
        #expect(
            try await stage.cases.list(CaseFilter(text: number), for: .system, after: nil).items.count == 1)
        try await stage.cases.writePendingWords()
        #expect(try await found(by: "zjj") == 1)
        #expect(try await found(by: "wsjk") == 0)
    }

    @Test("by words are written no further than the next batch once the node is to end")
    func wordsOfAnEndingNode() async throws {
        let stage = try await Stage()
        for _ in 0..<3 { try await stage.file(.quick, of: .zhangWei, by: .zhangWei) }
        try await stage.database.write { try Cases.listForWords(in: $0) }
        let ending = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await stage.cases.writePendingWords(batch: 2)
        }
        await #expect(throws: CancellationError.self) { try await ending.value }
        let left = try await stage.database.read { try $0.count("SELECT count(*) FROM case_text_pending") }
        #expect(left == 1)
    }

    @Test("takes the signs of a search pattern as they stand", arguments: ["%", "_", "!", "'", "\\"])
    func patternSigns(sign: String) async throws {
        let stage = try await Stage()
        try await stage.file(.drainage)
        #expect(try await all(CaseFilter(text: sign), on: stage).joined().isEmpty)
    }
}

extension CaseFilter {
    fileprivate init(
        phase: Phase? = nil, organ: String? = nil, text: String? = nil, overdueAt: Instant? = nil,
        rootsOnly: Bool = false
    ) {
        self.init()
        (self.phase, self.organ, self.text) = (phase, organ, text)
        (self.overdueAt, self.rootsOnly) = (overdueAt, rootsOnly)
    }
}
