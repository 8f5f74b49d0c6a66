import Refusals
import Storage
import Web
import WorkingTime

/// What everybody reads: homes of sites, columns, documents. Kept as bytes, and dropped when what they show changes.
struct PublicPages: Sendable {
    let database: Database
    let cache: PageCache
    let tags: SiteTags

    /// Lines of each column on a site's home.
    private static let homeLines = 8

    var routes: [Route] {
        [
            .get(ContentPath.site("{site}"), .anyone, "站点首页") { request, _ in try await home(request) },
            .get(ContentPath.column("{site}", "{column}"), .anyone, "栏目") { request, _ in
                try await column(request)
            },
            .get(ContentPath.document("{site}", "{column}", "{id}"), .anyone, "内容") { request, _ in
                try await document(request)
            },
        ]
    }

    private func home(_ request: WebRequest) async throws -> WebResponse {
        let code = try request.parameter("site")
        let (known, _) = try await place(code)
        let shows: Set = [ContentTopic.frame(known.id), ContentTopic.site(known.id)]
        return try await cache.page(request, shows: shows) {
            // Read anew: what changes from here on drops the page that is being made.
            let (site, columns) = try await place(code)
            let newest = try await database.read { tx in
                try columns.map {
                    ($0, try PublicStore.newest(ofColumn: $0.id, limit: Self.homeLines, in: tx))
                }
            }
            let frame = SiteFrame(site: site, columns: columns, current: nil)
            return SiteHomePage(frame: frame, newest: newest, head: tags.home(site)).page
        }
    }

    private func column(_ request: WebRequest) async throws -> WebResponse {
        let (code, name) = (try request.parameter("site"), try request.parameter("column"))
        let (known, all) = try await place(code)
        guard let column = all.first(where: { $0.code == name }) else {
            throw DomainError.notFound("没有这个栏目，网址可能写错了。")
        }
        let shows: Set = [ContentTopic.frame(known.id), ContentTopic.column(column.id)]
        return try await cache.page(request, shows: shows) {
            let (site, columns) = try await place(code)
            let list = try await database.read { [after = request.query("after")] in
                try PublicStore.column(column.id, after: after, in: $0)
            }
            return ColumnPage(
                frame: SiteFrame(site: site, columns: columns, current: column), column: column,
                lines: list.items,
                pager: Pager(next: list.next, of: request), head: tags.column(column, of: site)
            ).page
        }
    }

    private func document(_ request: WebRequest) async throws -> WebResponse {
        let (code, name) = (try request.parameter("site"), try request.parameter("column"))
        let id = try request.id("没有这篇内容，可能已经撤下。")
        let (site, _) = try await place(code)
        let shows: Set = [ContentTopic.frame(site.id), ContentTopic.document(id)]
        // Whether a policy holds depends on the day.
        let untilMidnight = max(1, request.now.day.endOfDay - request.now + 1)
        return try await cache.page(request, shows: shows, keptSeconds: untilMidnight) {
            let document = try await database.read {
                try PublicStore.document(id, site: code, column: name, in: $0)
            }
            return ArticlePage(document, today: request.now.day, head: tags.document(document)).page
        }
    }

    private func place(_ code: String) async throws -> (ContentSite, [Column]) {
        try await database.read { tx in
            let site = try SiteStore.site(code: code, in: tx)
            return (site, try SiteStore.columns(of: site.id, in: tx))
        }
    }
}

extension ArticlePage {
    init(_ document: PublishedDocument, today: CivilDate, head: PageHead) {
        self.init(
            frame: SiteFrame(
                site: document.site, columns: document.columns, current: document.column,
                address: document.line.path),
            manuscript: document.line.manuscript, liveAt: document.line.liveAt,
            changedAt: document.line.changedAt,
            links: document.links, today: today, head: head)
    }
}
