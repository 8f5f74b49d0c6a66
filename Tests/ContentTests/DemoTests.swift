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
    @Test("publishes two dozen articles on three sites, once, each through three pairs of hands")
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
        #expect(sites.count == 3 && sites.first?.isPortal == true)
        let delivered = try DemoContent.delivered()
        #expect(count == delivered.articles.count && count >= 24)
        #expect(links == delivered.articles.flatMap { $0.links ?? [] }.count && links > 3)
        let parts = try await house.database.read { try Newest.parts(2, lines: 5, in: $0) }
        #expect(parts.map(\.name) == ["通知公告", "政务要闻"] && parts.allSatisfy { !$0.lines.isEmpty })
    }
}
