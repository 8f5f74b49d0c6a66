import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Content
@testable import Web

@Suite("Public pages are kept as bytes")
struct KeptContentTests {
    private static let lists = ["/sites/duanzhou", "/sites/duanzhou/dynamics", "/feeds/duanzhou/dynamics"]
    private static let maps = ["/sitemap.xml", "/sitemaps/duanzhou/2026"]

    @Test("every page is kept on another node too, and an edit shows there on the next request")
    func secondNode() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let other = try SecondNode(of: house)
        let document = try await house.publish(Samples.article("初稿标题"), in: column)
        let page = "/sites/duanzhou/dynamics/\(document)"
        for path in Self.lists + Self.maps + [page] {
            let isKept = try await other.sees {
                guard try await other.look(path).status == .ok else { return false }
                return other.cache.page(at: path, at: house.clock.now) != nil
            }
            #expect(isKept, "\(path)")
        }
        try await house.publish(Samples.article("改过的标题"), in: column, of: document)
        for path in Self.lists + [page] {
            #expect(try await other.sees { try await other.look(path).text.contains("改过的标题") }, "\(path)")
        }
        try await house.editions.takeOff(
            document, reason: "误发", by: house.seat("publisher"), at: house.clock.now)
        #expect(try await other.sees { try await other.look(page).status == .notFound })
        #expect(
            try await other.sees {
                try await !other.look("/sitemaps/duanzhou/2026").text.contains("/\(document)<")
            })
    }

    @Test("a page that names another document changes with it")
    func named() async throws {
        let house = try await EditorialHouse()
        let policies = try #require(try await house.portal()["policies"])
        let old = try await house.publish(Samples.policy("旧办法"), in: policies)
        let new = try await house.publish(
            Samples.policy("新办法", links: [DocumentLink(relation: .amends, documentID: old)]), in: policies)
        let page = "/sites/duanzhou/policies/\(new)"
        try await house.visit { client async throws in
            #expect(try await client.look(page).text.contains("旧办法</a>"))
        }
        try await house.publish(Samples.policy("旧办法（修正）"), in: policies, of: old)
        try await house.visit { client async throws in
            #expect(try await client.look(page).text.contains("旧办法（修正）</a>"))
        }
    }

    @Test("an edit leaves in memory what does not show it")
    func exact() async throws {
        let house = try await EditorialHouse()
        let columns = try await house.portal()
        let (news, notices) = (try #require(columns["dynamics"]), try #require(columns["notices"]))
        let first = try await house.publish(Samples.article("甲"), in: news)
        let second = try await house.publish(Samples.article("乙"), in: notices)
        let others = [
            "/sites/duanzhou/notices/\(second)", "/sites/duanzhou/notices", "/feeds/duanzhou/notices",
        ]
        try await house.visit { client async throws in
            for path in others + Self.lists { _ = try await client.look(path) }
        }
        try await house.publish(Samples.article("甲二"), in: news, of: first)
        let (cache, now) = (house.editions.cache, house.clock.now)
        for path in others { #expect(cache.page(at: path, at: now) != nil, "\(path)") }
        for path in Self.lists { #expect(cache.page(at: path, at: now) == nil, "\(path)") }
    }

    @Test("a draft that is looked at on the desk fills nothing, and no editor sees what is kept for others")
    func signedIn() async throws {
        let house = try await EditorialHouse()
        _ = try await house.portal()
        try await house.visit(as: "editor") { client async throws in
            for path in Self.lists + Self.maps { #expect(try await client.look(path).headers[.eTag] == nil) }
        }
        #expect(house.editions.cache.heldBytes == 0)
    }

    @Test(
        "one page has one place in memory, however its address is written",
        arguments: [
            "/sites/duanzhou//dynamics", "/sites/duanzhou/dynamics/", "/sites/%64uanzhou/dynamics",
            "/sites/duanzhou/dynamics?utm_source=x&after=", "//sites/duanzhou/dynamics",
        ])
    func confused(_ spelling: String) async throws {
        let house = try await EditorialHouse()
        _ = try await house.portal()
        let texts = try await house.visit { client async throws in
            [try await client.look(spelling).text, try await client.look("/sites/duanzhou/dynamics").text]
        }
        #expect(texts[0] == texts[1] && !texts[0].contains("utm_source"))
        #expect(house.editions.cache.page(at: spelling, at: house.clock.now) == nil)
    }

    @Test(
        "what climbs out of a site leads nowhere",
        arguments: [
            "/sites/duanzhou/%2e%2e", "/sites/duanzhou/..%2f..%2fdesk", "/sites/%2e%2e/desk",
            "/sites/duanzhou%2Fdynamics", "/sites/duanzhou/dynamics/%2e%2e%2fnotices",
        ])
    func climbing(_ path: String) async throws {
        let house = try await EditorialHouse()
        _ = try await house.portal()
        try await house.visit { client async throws in
            #expect(try await client.look(path).status == .notFound)
        }
        #expect(house.editions.cache.heldBytes == 0)
    }

    @Test("the way in circles from one document to the next is a list of links on each, and no more")
    func circles() async throws {
        let house = try await EditorialHouse()
        let policies = try #require(try await house.portal()["policies"])
        let first = try await house.publish(Samples.policy("甲办法"), in: policies)
        let second = try await house.publish(
            Samples.policy("乙办法", links: [DocumentLink(relation: .amends, documentID: first)]), in: policies)
        try await house.publish(
            Samples.policy("甲办法", links: [DocumentLink(relation: .amends, documentID: second)]), in: policies,
            of: first)
        try await house.visit { client async throws in
            for id in [first, second] {
                let text = try await client.look("/sites/duanzhou/policies/\(id)").text
                #expect(text.contains("部分内容已被修改") && text.components(separatedBy: "办法</a>").count < 8)
            }
        }
    }
}
