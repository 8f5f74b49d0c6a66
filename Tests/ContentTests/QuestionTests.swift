import Foundation
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Search
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("Frequent questions")
struct QuestionTests {
    @Test("a question opens where it stands, has a page of its own, is found among answers, and runs nothing")
    func question() async throws {
        let house = try await EditorialHouse()
        let portal = try #require(try await house.portal()["dynamics"]).siteID
        try await house.sites.add(
            ColumnDraft(code: "faq", name: "常见问题", intro: "", kind: .faq, updateDays: nil), to: portal,
            by: .system,
            at: house.clock.now)
        let column = try #require(
            try await house.database.read { try SiteStore.columns(of: portal, in: $0) }.first {
                $0.code == "faq"
            })
        for login in ["editor", "reviewer", "publisher"] {
            let roles: [String: Role] = ["editor": .editor, "reviewer": .reviewer, "publisher": .publisher]
            try await house.sites.post(
                login, as: try #require(roles[login]), in: column.id, isGiven: true, by: .system,
                at: house.clock.now)
        }
        let evil = "</script><script>alert(1)</script>"
        let document = try await house.publish(
            Samples.article("加装电梯怎么申请？\(evil)", body: "- 先表决\n- 再申请\(evil)"), in: column)
        try await house.visit { client async throws in
            let list = try await client.look("/sites/duanzhou/faq").text
            #expect(
                list.contains("<details class=\"question\"><summary>加装电梯怎么申请？")
                    && list.contains("<li>先表决</li>"))
            let page = try await client.look("/sites/duanzhou/faq/\(document)").text
            #expect(
                page.contains("\"@type\":\"FAQPage\"") && !page.contains("<script>alert")
                    && !list.contains("<script>alert"))
            let data = try #require(page.firstMatch(of: /ld\+json">(.*?)<\/script>/)).output.1
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(data.utf8)) }
        }
        try await house.visit(as: "editor") { client async throws in
            #expect(try await client.look(ContentPath.begin(String(column.id))).text.contains("答复"))
        }
        let found = try await house.database.read { try Content.searchSource.documents("", 10, $0) }
        #expect(found.first?.kind == .answer)
    }
}
