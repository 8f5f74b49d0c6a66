import Cases
import Government
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Storage
import Testing
import Web
import WorkingTime

@testable import Content

@Suite("The sample office")
struct DemoTests {
    @Test("publishes its articles on five sites, once, each through three pairs of hands")
    func articles() async throws {
        let house = try await EditorialHouse()
        let office = DemoOffice(editions: house.editions, sites: house.sites) { house.clock.now = $0 }
        try await office.live(until: Samples.noon.day)
        try await office.live(until: Samples.noon.day)
        let (sites, count, links) = try await house.database.read { tx in
            (
                try SiteStore.sites(in: tx),
                try tx.count(
                    "SELECT count(*) FROM content_document WHERE live_edition_id IS NOT NULL /* all */"),
                try tx.count("SELECT count(*) FROM content_link /* all */")
            )
        }
        #expect(sites.count == 5 && sites.first?.isPortal == true)
        let delivered = try DemoContent.delivered()
        #expect(count == delivered.articles.count && count >= 24)
        #expect(links == delivered.articles.flatMap { $0.links ?? [] }.count && links > 3)
        let parts = try await house.database.read { try Newest.parts(2, lines: 5, in: $0) }
        #expect(parts.map(\.name) == ["通知公告", "政务要闻"] && parts.allSatisfy { !$0.lines.isEmpty })
        let corrections = try await house.database.read { tx in
            try tx.rows("SELECT answered_at FROM content_correction ORDER BY id LIMIT 10 /* all */").map {
                try $0.optionalInstant("answered_at") != nil
            }
        }
        #expect(corrections == [true, false])
    }

    @Test("what stands in the sections for investors and visitors is written in English, to the last fact")
    func english() throws {
        let foreign = try DemoContent.delivered().articles.filter {
            $0.in.hasPrefix("invest/") || $0.in.hasPrefix("visit/")
        }
        #expect(foreign.count >= 15)
        for article in foreign {
            #expect(article.english != nil, "\(article.key)")
            for field in ["place", "contact"] where article.facts?[field] != nil {
                #expect(article.english?.facts?[field] != nil, "\(article.key)")
            }
        }
    }
}
