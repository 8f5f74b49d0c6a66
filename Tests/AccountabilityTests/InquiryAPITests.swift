import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Accountability

@Suite("Accountability for programs")
struct InquiryAPITests {
    private func founded() async throws -> (house: AccountabilityHouse, path: String) {
        let house = try await AccountabilityHouse()
        let path = try await house.propose(from: "source=complaint&reference=C77&organ=cgj")
        let id = try #require(path.split(separator: "/").last)
        return (house, "\(AccountabilityPath.api)/\(id)")
    }

    @Test("before the facts are checked nobody sees it but those who handle it")
    func hidden() async throws {
        let (house, path) = try await founded()
        for name in ["officer-cgj", "head-cgj", "officer-ybj"] {
            #expect(try await house.look(name, path).status == 404)
            #expect(try await house.look(name, AccountabilityPath.api).text.contains(#""items":[]"#))
        }
        #expect(try await house.look("leader", "\(AccountabilityPath.api)?stage=later").status == 422)
        let list = try await house.look("leader", "\(AccountabilityPath.api)?stage=open").text
        #expect(list.contains("C77") && !list.contains("丁静怡") && !list.contains("三次答复"))
        #expect(try await house.look("leader", "\(AccountabilityPath.api)?stage=closed").text.contains("[]"))
    }

    @Test("each sees as much of it as on the page, and that somebody looked is in the journal")
    func sights() async throws {
        let (house, path) = try await founded()
        let page = path.replacing(AccountabilityPath.api, with: AccountabilityPath.inquiries)
        _ = try await house.press("supervisor-2", "\(page)/finding", "founded=true&words=与现场不符")
        let whole = try await house.look("leader", path).text
        for words in ["丁静怡", "C77", "三次答复", "与现场不符", "欧阳静", #""stage":"hearing""#] {
            #expect(whole.contains(words), "\(words)")
        }
        let own = try await house.look("officer-cgj", path).text
        #expect(own.contains("丁静怡") && own.contains("三次答复"))
        #expect(!own.contains("C77") && !own.contains("与现场不符") && !own.contains("欧阳静"))
        let head = try await house.look("head-cgj", path).text
        #expect(head.contains(#""organ":"cgj""#) && !head.contains("三次答复") && !head.contains("C77"))
        #expect(try await house.look("officer-ybj", path).status == 404)
        let number = try await house.inquiry().number
        let entries = try await house.database.read {
            try Journal.entries(subject: number, onlyPublic: false, limit: 50, in: $0)
        }
        #expect(entries.count { $0.entry.action == "accountability.read" } == 2)
    }
}
