import Cases
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

@Suite("What machines read")
struct MachinePageTests {
    @Test("feeds and maps are well-formed and lead to every document that is out")
    func machines() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let document = try await house.publish(Samples.article("甲 & 乙"), in: column)
        try await house.visit { client async throws in
            for path in ["/feeds/duanzhou/dynamics", "/sitemap.xml", "/sitemaps/duanzhou/2026"] {
                let answer = try await client.look(path)
                #expect(answer.status == .ok && answer.text.isWellFormedXML, "\(path)")
            }
            #expect(try await client.look("/sitemap.xml").text.contains("/sitemaps/duanzhou/2026</loc>"))
            #expect(
                try await client.look("/sitemaps/duanzhou/2026").text.contains("/dynamics/\(document)</loc>"))
            #expect(
                try await client.look("/robots.txt").text.contains(
                    "Sitemap: https://www.example.gov.cn/sitemap.xml"))
            for path in [
                "/sitemaps/duanzhou/1", "/sitemaps/duanzhou/x", "/sitemaps/no/2026", "/feeds/no/x",
                "/feeds/duanzhou/x",
            ] {
                #expect(try await client.look(path).status == .notFound, "\(path)")
            }
        }
    }

    @Test("an address that names another place leads nowhere")
    func confused() async throws {
        let house = try await EditorialHouse()
        let column = try #require(try await house.portal()["dynamics"])
        let document = try await house.publish(Samples.article("甲"), in: column)
        try await house.visit { client async throws in
            for path in [
                "/sites/duanzhou/notices/\(document)", "/sites/other/dynamics/\(document)",
                "/sites/duanzhou/x",
                "/sites/duanzhou/dynamics/0", "/sites/duanzhou/dynamics/%2e%2e",
                "/sites/duanzhou/dynamics/\(document)x",
                "/sites/%00", "/sites/duanzhou/dynamics/-1",
            ] { #expect(try await (400..<500).contains(client.look(path).status.code), "\(path)") }
        }
    }
}
