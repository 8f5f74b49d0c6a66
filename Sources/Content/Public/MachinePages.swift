import Refusals
import Services
import Storage
import Web
import WorkingTime

/// What machines read: feeds, maps, and what they are asked to leave alone.
struct MachinePages: Sendable {
    let database: Database
    let cache: PageCache
    let tags: SiteTags
    let themes: Themes
    let library: ServiceLibrary

    /// Entries of a feed.
    private static let feedLength = 30
    private static let xml = "application/xml; charset=utf-8"
    private static let atom = "application/atom+xml; charset=utf-8"

    var routes: [Route] {
        [
            Route.get(ContentPath.feed("{site}", "{column}"), .anyone, "栏目订阅") { request, _ in
                try await cache.answer(request) { try await feed($0) }
            }.inEveryLanguage,
            .get(ContentPath.siteMap, .anyone, "站点地图") { request, _ in
                try await cache.answer(request) { _ in try await index() }
            },
            .get(ContentPath.standingMap, .anyone, "站点地图") { request, _ in
                try await cache.answer(request) { _ in standing }
            },
            .get(ContentPath.map("{site}", "{year}"), .anyone, "站点地图") { request, _ in
                try await cache.answer(request) { try await map($0) }
            },
            .get(ContentPath.robots, .anyone, "搜索引擎须知") { _, _ in .text(robots) },
        ]
    }

    private func feed(_ request: WebRequest) async throws -> Showing {
        let (code, name, now) = (try request.parameter("site"), try request.parameter("column"), request.now)
        let tags = tags.speaking(request.language)
        let feed = try await database.read { tx in
            let site = try SiteStore.site(code: code, in: tx)
            let column = try SiteStore.column(code: name, of: site.id, in: tx)
            let lines = try PublicStore.newest(ofColumn: column.id, limit: Self.feedLength, in: tx)
            return Feed(tags: tags, site: site, column: column, lines: lines, now: now)
        }
        return .document(
            feed.xml, media: Self.atom,
            shows: [ContentTopic.frame(feed.site.id), ContentTopic.column(feed.column.id)])
    }

    private func index() async throws -> Showing {
        try await database.read { tx in
            let sites = try SiteStore.sites(in: tx)
            let addresses = try sites.flatMap { site in
                try YearStore.years(of: site.id, in: tx).map {
                    tags.origin + ContentPath.map(site.code, String($0))
                }
            }
            let all = [tags.origin + ContentPath.standingMap] + addresses
            return .document(
                SiteMap.index(all), media: Self.xml,
                shows: Set(sites.map { ContentTopic.site($0.id) } + [ContentTopic.sites]))
        }
    }

    /// What stands in no column: the first page, guides, life events and groups of people.
    private var standing: Showing {
        let guides = library.catalogue.services.map { "/services/\($0.item.slug)" }
        let paths = ["/", "/services"] + guides + Theme.Kind.allCases.map(\.path) + themes.all.map(\.path)
        return .document(
            SiteMap.map(paths.map { (tags.origin + $0, nil) }), media: Self.xml,
            shows: [ServiceLibrary.topic])
    }

    private func map(_ request: WebRequest) async throws -> Showing {
        let code = try request.parameter("site")
        guard let year = Int(try request.parameter("year")), (2000...9998).contains(year),
            let first = try? CivilDate(year: year, month: 1, day: 1),
            let end = try? CivilDate(year: year + 1, month: 1, day: 1)
        else { throw DomainError.notFound("没有这一年的站点地图。") }
        return try await database.read { tx in
            let site = try SiteStore.site(code: code, in: tx)
            let columns = try SiteStore.columns(of: site.id, in: tx).map {
                (tags.origin + ContentPath.column(code, $0.code), Instant?.none)
            }
            let documents = try YearStore.documents(
                of: site.id, from: first.startOfDay, before: end.startOfDay, in: tx
            ).map {
                (tags.origin + ContentPath.document(code, $0.column, String($0.id)), Optional($0.changedAt))
            }
            return .document(
                SiteMap.map(columns + documents), media: Self.xml,
                shows: [ContentTopic.frame(site.id), ContentTopic.site(site.id)])
        }
    }

    private var robots: String {
        """
        User-agent: *
        Disallow: /desk
        Disallow: /my
        Disallow: /account
        Disallow: /api
        Disallow: /progress
        Disallow: /corrections
        Sitemap: \(tags.origin)\(ContentPath.siteMap)

        """
    }
}
