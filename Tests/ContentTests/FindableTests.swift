import Search
import Storage
import Testing

@testable import Content

@Suite("What the search of the portal knows of documents")
struct FindableTests {
    private func titles(_ house: EditorialHouse) async throws -> [String] {
        try await house.database.read { tx in
            try tx.rows("SELECT title FROM search_document WHERE source = 'content' ORDER BY key").map {
                try $0.text("title")
            }
        }
    }

    @Test("a draft is not found; what is signed is, as it was last signed, until it is taken off")
    func follows() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        _ = try await house.editions.begin(
            in: column.id, Samples.article("草稿"), by: house.seat("editor"), at: house.clock.now)
        #expect(try await titles(house).isEmpty)
        let document = try await house.publish(Samples.article("第一稿"), in: column)
        #expect(try await titles(house) == ["第一稿"])
        try await house.publish(Samples.article("第二稿"), in: column, of: document)
        #expect(try await titles(house) == ["第二稿"])
        try await house.editions.takeOff(
            document, reason: "误发", by: house.seat("publisher"), at: house.clock.now)
        #expect(try await titles(house).isEmpty)
    }

    @Test("reading all documents again finds what each change wrote, page by page")
    func readAgain() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["policies"])
        for number in 1...3 { try await house.publish(Samples.policy("办法\(number)"), in: column) }
        let all = try await house.database.read { try Content.searchSource.documents("", 10, $0) }
        #expect(all.map(\.title) == ["办法1", "办法2", "办法3"])
        #expect(all.allSatisfy { $0.kind == .policy && $0.site == "portal" })
        let rest = try await house.database.read { try Content.searchSource.documents(all[0].key, 1, $0) }
        #expect(rest == [all[1]])
        try await house.database.write { tx in
            for document in all { try SearchIndex.remove(document.key, of: Findable.source, in: tx) }
        }
        #expect(try await titles(house).isEmpty)
        try await Content.searchSource.readIfNeeded(at: house.clock.now, in: house.database)
        #expect(try await titles(house) == ["办法1", "办法2", "办法3"])
    }
}
