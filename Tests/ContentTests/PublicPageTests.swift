import Cases
import Foundation
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("What everybody reads")
struct PublicPageTests {
    @Test("a draft is on no page, in no feed and in no map, and an edit shows on the very next request")
    func nextRequest() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let paths = [
            "/sites/duanzhou", "/sites/duanzhou/dynamics", "/feeds/duanzhou/dynamics", "/sitemap.xml",
        ]
        let id = try await house.editions.begin(
            in: column.id, Samples.article("机密标题"), by: house.seat("editor"), at: house.clock.now)
        let document = try await house.edition(id).documentID
        let page = "/sites/duanzhou/dynamics/\(document)"
        try await house.visit { client async throws in
            for path in paths { #expect(try await !client.look(path).text.contains("机密标题"), "\(path)") }
            #expect(try await client.look(page).status == .notFound)
        }
        try await house.editions.submit(id, by: house.seat("editor"), at: house.clock.now)
        try await house.editions.clear(
            id, isConfirmed: true, opinion: nil, by: house.seat("reviewer"), at: house.clock.now)
        try await house.editions.publish(id, by: house.seat("publisher"), at: house.clock.now)
        try await house.visit { client async throws in
            for path in paths.dropLast() {
                #expect(try await client.look(path).text.contains("机密标题"), "\(path)")
            }
            #expect(try await client.look(page).text.contains("<h1>机密标题</h1>"))
        }
        try await house.publish(Samples.article("改过的标题"), in: column, of: document)
        try await house.visit { client async throws in
            for path in paths.dropLast() + [page] {
                #expect(try await client.look(path).text.contains("改过的标题"), "\(path)")
            }
        }
        try await house.editions.takeOff(
            document, reason: "误发", by: house.seat("publisher"), at: house.clock.now)
        try await house.visit { client async throws in
            for path in paths { #expect(try await !client.look(path).text.contains("改过的标题"), "\(path)") }
            #expect(try await client.look(page).status == .notFound)
        }
    }

    @Test("an original says on the very next request that it was repealed")
    func repealed() async throws {
        let house = try await EditorialHouse()
        let policies = try #require(try await house.portal()["policies"])
        let old = try await house.publish(Samples.policy("旧办法"), in: policies)
        try await house.visit { client async throws in
            #expect(try await client.look("/sites/duanzhou/policies/\(old)").text.contains("有效"))
        }
        try await house.publish(
            Samples.policy("新办法", links: [DocumentLink(relation: .repeals, documentID: old)]), in: policies)
        try await house.visit { client async throws in
            let text = try await client.look("/sites/duanzhou/policies/\(old)").text
            #expect(text.contains("本文件已被废止") && text.contains("新办法") && text.contains("已废止"))
        }
    }

    @Test("what was written in whatever field does nothing but stand there")
    func hostile() async throws {
        let house = try await EditorialHouse()
        let policies = try #require(try await house.portal()["policies"])
        let evil = "</script>\"'><script>alert(1)</script><img src=x onerror=alert(1)>]]>&"
        var text = Samples.policy(evil)
        (text.summary, text.body, text.source) = (evil, evil, evil)
        text.policy?.documentNumber = evil
        text.policy?.indexNumber = evil
        text.policy?.organ = evil
        let document = try await house.publish(text, in: policies)
        try await house.visit { client async throws in
            for path in ["", "/policies", "/policies/\(document)"] {
                let page = try await client.look("/sites/duanzhou\(path)").text
                #expect(!page.contains("<script>") && !page.contains("<img"), "\(path)")
                let data = try #require(page.firstMatch(of: /ld\+json">(.*?)<\/script>/)).output.1
                #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(data.utf8)) }
            }
            let feed = try await client.look("/feeds/duanzhou/policies").text
            #expect(feed.isWellFormedXML && !feed.contains("<script"))
        }
    }

    @Test(
        "the tags of government sites, Open Graph and schema.org name whole addresses, whatever host was asked"
    )
    func tags() async throws {
        let house = try await EditorialHouse()
        let policies = try #require(try await house.portal()["policies"])
        let document = try await house.publish(Samples.policy("某办法"), in: policies)
        let address = "https://www.example.gov.cn/sites/duanzhou/policies/\(document)"
        let text = try await house.visit { client async throws in
            try await client.execute(
                uri: "/sites/duanzhou/policies/\(document)", method: .get,
                headers: [.init("X-Forwarded-Host") ?? .accept: "evil.example"], body: nil
            ).text
        }
        for tag in [
            "<meta name=\"SiteName\" content=\"端州区门户\">", "<meta name=\"SiteIDCode\" content=\"4412020000\">",
            "<meta name=\"ColumnName\" content=\"政策文件\">", "<meta name=\"ArticleTitle\" content=\"某办法\">",
            "<meta name=\"PubDate\" content=\"2026-11-27 12:00\">",
            "<meta name=\"ContentSource\" content=\"区政府办公室\">",
            "<meta property=\"og:url\" content=\"\(address)\">",
            "<link rel=\"canonical\" href=\"\(address)\">",
            "type=\"application/atom+xml\"", "\"@type\":\"Legislation\"",
        ] { #expect(text.contains(tag), "\(tag)") }
        #expect(!text.contains("evil.example"))
    }

    @Test("a list goes on page by page and repeats nothing")
    func paging() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        for turn in 0..<PublicStore.pageSize + 3 {
            house.clock.now = Samples.noon.adding(seconds: turn / 4)
            try await house.publish(Samples.article("第\(turn)篇"), in: column)
        }
        let (first, second) = try await house.database.read { tx in
            let first = try PublicStore.column(column.id, after: nil, in: tx)
            return (first, try PublicStore.column(column.id, after: first.next, in: tx))
        }
        #expect(first.items.count == PublicStore.pageSize && second.items.count == 3 && second.next == nil)
        #expect(Set((first.items + second.items).map(\.id)).count == PublicStore.pageSize + 3)
        try await house.visit { client async throws in
            #expect(
                try await client.look("/sites/duanzhou/dynamics?after=\(first.next ?? "")").text.contains(
                    "第0篇"))
            #expect(try await client.look("/sites/duanzhou/dynamics?after=broken").status == .badRequest)
        }
    }
}
