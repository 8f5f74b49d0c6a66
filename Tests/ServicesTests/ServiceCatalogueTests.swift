import Services
import Storage
import Testing
import WorkingTime

@Suite("Finding a service")
struct ServiceCatalogueTests {
    @Test(
        "People find it in their own words",
        arguments: [
            ("开饭店", "kbcyd"), ("开餐饮店", "kbcyd"), ("低保", "minimum-living-allowance"),
            ("身份证丢了", "identity-card-renewal"), ("居住证签注", "residence-permit-endorsement"),
            ("房产过户", "real-estate-registration"), ("残疾证", "disability-card"),
            ("占道", "temporary-road-occupation"), ("老人补贴", "old-age-allowance"),
            ("我想开一家奶茶店", "kbcyd"), ("食品经营许可", "food-business-licence"),
            ("YJS441202001", "kbcyd"), ("yjs4412", "kbcyd"),
        ])
    func words(typed: String, slug: String) throws {
        let found = try Self.catalogue().services(ServiceQuery(words: typed))
        #expect(found.first?.item.slug == slug, "\(found.prefix(3).map(\.item.slug))")
    }

    @Test("What nobody offers is not found", arguments: ["火星移民", "zzz", "🚀"])
    func nothing(typed: String) throws {
        #expect(try Self.catalogue().services(ServiceQuery(words: typed)).isEmpty)
    }

    @Test("Organ, life event and audience narrow the list together")
    func conditions() throws {
        let catalogue = try Self.catalogue()
        let street = catalogue.services(ServiceQuery(organ: "rsj", lifeEvent: "work", audience: .person))
        #expect(
            street.map(\.item.slug) == [
                "work-injury-recognition", "flexible-employment-subsidy", "startup-grant",
                "startup-rent-subsidy", "social-insurance-registration", "qykb",
            ])
        #expect(catalogue.services(ServiceQuery(organ: "zfb")).isEmpty)
        #expect(catalogue.services(ServiceQuery(words: "  ")).count == 46)
    }

    @Test("Pages follow each other without gaps or repeats")
    func paging() throws {
        let catalogue = try Self.catalogue()
        var seen: [String] = []
        var after: String?
        repeat {
            let page = try catalogue.page(ServiceQuery(), after: after, size: 10)
            seen += page.items.map(\.item.slug)
            after = page.next
        } while after != nil
        #expect(seen == catalogue.services.map(\.item.slug))
        #expect(throws: (any Error).self) { try catalogue.page(ServiceQuery(), after: "nonsense") }
    }

    @Test("A service is known by code and by slug, and a joint one by its parts")
    func lookup() throws {
        let catalogue = try Self.catalogue()
        let joint = try #require(catalogue.service("YJS441202001"))
        #expect(catalogue.service("kbcyd") == joint)
        #expect(catalogue.children(of: joint).map(\.item.slug) == JointServiceTests.children)
        #expect(catalogue.service("nothing") == nil)
    }

    static func catalogue() throws -> ServiceCatalogue {
        ServiceCatalogue(
            try District.items().enumerated().map { index, item in
                PublicService(
                    id: Int64(index), code: item.code(organCode: "11441202007185204J"), version: 1,
                    publishedAt: Instant(milliseconds: 0), item: item)
            })
    }
}
