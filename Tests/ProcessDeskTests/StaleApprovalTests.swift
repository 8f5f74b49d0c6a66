import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Testing

@testable import ProcessDesk

@Suite("An approval of what was not looked at")
struct StaleApprovalTests {
    @Test("Whoever compared with a version that is not in use any more looks again before it is published")
    func stale() async throws {
        let office = try await Office()
        let pages = try await office.answer(to: .sysadmin) { client in
            var pages: [String] = []
            for name in ["初审", "复审"] {
                let file = try Office.singleOrgan(["name=\"审查\"": "name=\"\(name)\""])
                let page = try #require(try await client.upload(file).headers[.location])
                _ = try await client.press("\(page)/submission", from: page)
                pages.append(page)
            }
            return pages
        }
        try await office.visit(as: .secadmin) { client in
            #expect(try await client.text(pages[1]).contains("name=\"seen\" value=\"1\""))
            let first = try await client.press("\(pages[0])/approval", "seen=1", from: pages[0])
            let second = try await client.press("\(pages[1])/approval", "seen=1", from: pages[1])
            #expect(first.status == .seeOther && second.status == .conflict)
            #expect(String(buffer: second.body).contains("现行的已是第 2 版"))
            let again = try await client.press("\(pages[1])/approval", "seen=2", from: pages[1])
            #expect(again.status == .seeOther)
        }
    }
}
