import Refusals
import Storage
import Testing
import WorkingTime

@testable import Journal

@Suite("Searching the journal")
struct SearchTests {
    private static func entry(
        _ action: String, _ subject: String, by id: Int64, organ: String?, at: Int64
    ) -> JournalEntry {
        let actor = Actor(accountID: id, name: "李敏", organ: organ, channel: "page", address: "192.0.2.9")
        return JournalEntry(
            at: Instant(milliseconds: at), actor: actor, action: action, subject: subject, sentence: "做了。")
    }

    /// Twelve acts of two officers of two organs, one a minute.
    private func filled() async throws -> Database {
        let database = try await databaseOfEntries()
        try await database.write { tx in
            for turn in 0..<12 {
                try Journal.append(
                    Self.entry(
                        turn % 3 == 0 ? "case.read" : "case.accepted", "S\(turn % 4)",
                        by: turn % 2 == 0 ? 71 : 72, organ: turn % 2 == 0 ? "org-a" : "org-b",
                        at: 1_900_000_000_000 + Int64(turn) * 60_000), in: tx)
            }
        }
        return database
    }

    private func all(
        _ search: JournalSearch, limit: Int, window: Int = 2, in database: Database
    ) async throws -> [Int64] {
        var (times, after) = ([Int64](), String?.none)
        repeat {
            let page = try await database.read { [after] in
                try search.page(after: after, limit: limit, window: window, in: $0)
            }
            times += page.entries.map { ($0.entry.at.milliseconds - 1_900_000_000_000) / 60_000 }
            after = page.next
        } while after != nil
        return times
    }

    @Test("a cut link to a next page is refused")
    func brokenCursor() async throws {
        let database = try await databaseOfEntries()
        await #expect(throws: DomainError.self) {
            _ = try await database.read { try JournalSearch().page(after: "x", limit: 5, in: $0) }
        }
    }

    @Test(
        "each condition alone and with others finds the same as looking at everything, page by page",
        arguments: [1, 2, 100])
    func conditions(_ limit: Int) async throws {
        let database = try await filled()
        func search(_ change: (inout JournalSearch) -> Void) async throws -> [Int64] {
            var search = JournalSearch()
            search.from = Instant(milliseconds: 1_900_000_000_000)
            change(&search)
            return try await all(search, limit: limit, in: database)
        }
        #expect(try await search { _ in } == (0..<12).reversed())
        #expect(try await search { $0.actors = [71] } == [10, 8, 6, 4, 2, 0])
        #expect(try await search { $0.actors = [71, 72] } == (0..<12).reversed())
        #expect(try await search { $0.organ = "org-b" } == [11, 9, 7, 5, 3, 1])
        #expect(try await search { $0.action = "case.read" } == [9, 6, 3, 0])
        #expect(try await search { ($0.action, $0.organ) = ("case.read", "org-b") } == [9, 3])
        #expect(try await search { ($0.actors, $0.action) = ([71], "case.read") } == [6, 0])
        #expect(try await search { $0.subjects = ["S1", "S2"] } == [10, 9, 6, 5, 2, 1])
        #expect(try await search { ($0.subjects, $0.actors) = (["S1", "S2"], [72]) } == [9, 5, 1])
        #expect(
            try await search { $0.until = Instant(milliseconds: 1_900_000_000_000 + 120_000) } == [2, 1, 0])
        #expect(
            try await search {
                ($0.subjects, $0.until) = (["S1"], Instant(milliseconds: 1_900_000_000_000 + 60_000))
            } == [1])
        #expect(try await search { $0.actors = [99] } == [])
    }

    @Test("a page that looked so far without being full says how far, and the next one goes on")
    func window() async throws {
        let database = try await filled()
        var search = JournalSearch()
        (search.actors, search.action) = ([71], "case.read")
        let page = try await database.read { [search] in
            try search.page(after: nil, limit: 5, window: 3, in: $0)
        }
        #expect(page.entries.count == 1 && page.next != nil && page.lookedBackTo == page.entries[0].entry.at)
    }

    @Test("an entry without a place waits, and one is found by its id")
    func standing() async throws {
        let database = try await filled()
        let newest = try await database.read {
            try JournalSearch().page(after: nil, limit: 1, in: $0).entries[0]
        }
        let (found, standing) = try await database.read { tx in
            (try Journal.entry(newest.id, in: tx), try EntryStanding.of(newest, in: tx))
        }
        #expect(found == newest && standing == .waiting)
    }
}
