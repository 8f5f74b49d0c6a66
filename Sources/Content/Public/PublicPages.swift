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
            Route.get(ContentPath.site("{site}"), .anyone, "站点首页") { request, _ in
                try await cache.answer(request) { try await home($0) }
            }.inEveryLanguage,
            Route.get(ContentPath.column("{site}", "{column}"), .anyone, "栏目") { request, _ in
                try await cache.answer(request, asking: ["after"]) { try await column($0) }
            }.inEveryLanguage,
            Route.get(ContentPath.document("{site}", "{column}", "{id}"), .anyone, "内容") { request, _ in
                try await cache.answer(request) { try await document($0) }
            }.inEveryLanguage,
        ]
    }

    private func home(_ request: WebRequest) async throws -> Showing {
        let code = try request.parameter("site")
        return try await database.read { tx in
            let site = try SiteStore.site(code: code, in: tx)
            let columns = try SiteStore.columns(of: site.id, in: tx)
            let newest = try columns.map {
                ($0, try PublicStore.newest(ofColumn: $0.id, limit: Self.homeLines, in: tx))
            }
            let frame = SiteFrame(site: site, columns: columns, current: nil)
            return .page(
                SiteHomePage(frame: frame, newest: newest, head: tags.home(site), language: request.language)
                    .page,
                shows: [ContentTopic.frame(site.id), ContentTopic.site(site.id)])
        }
    }

    private func column(_ request: WebRequest) async throws -> Showing {
        let (code, name) = (try request.parameter("site"), try request.parameter("column"))
        return try await database.read { tx in
            let site = try SiteStore.site(code: code, in: tx)
            let columns = try SiteStore.columns(of: site.id, in: tx)
            guard let column = columns.first(where: { $0.code == name }) else {
                throw DomainError.notFound("没有这个栏目，网址可能写错了。")
            }
            let list = try PublicStore.column(column.id, after: request.query("after"), in: tx)
            let page = ColumnPage(
                frame: SiteFrame(site: site, columns: columns, current: column), column: column,
                lines: list.items, pager: Pager(next: list.next, of: request),
                head: tags.column(column, of: site), language: request.language
            ).page
            return .page(page, shows: [ContentTopic.frame(site.id), ContentTopic.column(column.id)])
        }
    }

    private func document(_ request: WebRequest) async throws -> Showing {
        let (code, name) = (try request.parameter("site"), try request.parameter("column"))
        let id = try request.id("没有这篇内容，可能已经撤下。")
        let document = try await database.read {
            try PublicStore.document(id, site: code, column: name, in: $0)
        }
        // It names the documents it is linked with.
        let named = document.links.map { ContentTopic.document($0.other.id) }
        // Whether a policy holds depends on the day.
        let untilMidnight = max(1, request.now.day.endOfDay - request.now + 1)
        return .page(
            ArticlePage(
                document, today: request.now.day, head: tags.document(document), language: request.language
            ).page,
            shows: Set(named + [ContentTopic.frame(document.site.id), ContentTopic.document(id)]),
            keptSeconds: untilMidnight)
    }
}

extension ArticlePage {
    init(_ document: PublishedDocument, today: CivilDate, head: PageHead, language: Language) {
        self.init(
            frame: SiteFrame(
                site: document.site, columns: document.columns, current: document.column,
                address: document.line.path),
            manuscript: document.line.manuscript, liveAt: document.line.liveAt,
            changedAt: document.line.changedAt, files: document.files,
            links: document.links, today: today, head: head, language: language)
    }
}
