import Cases
import Codes
import Files
import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Search
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Disclosure

@Suite("Answered requests in the search")
struct RegisterSearchTests {
    private func found(in house: House) async throws -> [(title: String, summary: String, address: String)] {
        try await house.database.read { tx in
            try tx.rows("SELECT title, summary, address FROM search_document ORDER BY id LIMIT 100").map {
                (try $0.text("title"), try $0.text("summary"), try $0.text("address"))
            }
        }
    }

    private func follow(_ house: House) async throws {
        try await RegisterSearch(database: house.database).follow(at: house.clock.now)
    }

    @Test("what is not answered, or was answered and not published, is not found and has no page")
    func unpublished() async throws {
        let house = try await House()
        let open = try await house.ask()
        let silent = try await house.ask("另一件申请要的会议纪要")
        try await house.answer(silent) { $0.isPublic = false }
        try await follow(house)
        #expect(try await found(in: house).isEmpty)
        for number in [open, silent] {
            let id = try await house.row(number).id
            try await house.visit(as: nil) { client async throws in
                #expect(try await client.look(DisclosurePath.answered(String(id))).status == .notFound)
            }
        }
    }

    @Test(
        "a published answer is found with the words of the register and nothing of who asked or what was asked"
    )
    func published() async throws {
        let house = try await House()
        let number = try await house.ask("我家张伟住在星湖路8号，想要批复")
        try await house.answer(number) {
            $0.isPublic = true
            $0.publicWords = "批复的全文见附件。"
        }
        try await follow(house)
        try await follow(house)
        let all = try await found(in: house)
        #expect(all.map(\.title) == ["星湖片区排水管网改造的批复"])
        #expect(all.first?.summary == "批复的全文见附件。")
        let words = try await house.database.read { tx in
            try RegisterSearch.documents(after: "", limit: 10, in: tx).map { "\($0)" }.joined()
        }
        #expect(!words.contains("张伟") && !words.contains("星湖路") && !words.contains(number))
        let address = try #require(all.first).address
        try await house.visit(as: nil) { client async throws in
            let page = try await client.look(address)
            #expect(page.status == .ok && page.text.contains("批复的全文见附件。"))
            #expect(!page.text.contains("张伟") && !page.text.contains(number))
            #expect(try await client.look(DisclosurePath.register).text.contains("href=\"\(address)\""))
        }
    }

    @Test("words with a number of a person in them stay out, however they came there")
    func leaking() async throws {
        let house = try await House()
        let number = try await house.ask()
        try await house.answer(number) { $0.isPublic = true }
        let id = try await house.row(number).id
        _ = try await house.database.write { tx in
            try tx.execute(
                "UPDATE disclosure_request SET public_words = '联系人电话 13800005678' WHERE id = \(id)")
        }
        try await follow(house)
        #expect(try await found(in: house).isEmpty)
    }

    @Test("reading everything again goes through all pages and ends")
    func again() async throws {
        let house = try await House()
        for turn in 0..<3 {
            let number = try await house.ask("第\(turn)件申请要的批复文件")
            try await house.answer(number) {
                $0.isPublic = true
                $0.publicTitle = "第\(turn)件的答复"
            }
        }
        let titles = try await house.database.read { tx in
            var (key, titles) = ("", [String]())
            while let document = try RegisterSearch.documents(after: key, limit: 1, in: tx).first {
                key = document.key
                titles.append(document.title)
            }
            return titles
        }
        #expect(titles == ["第0件的答复", "第1件的答复", "第2件的答复"])
        try await InformationDisclosure.searchSource.readIfNeeded(at: house.clock.now, in: house.database)
        #expect(try await found(in: house).count == 3)
    }
}
