import Refusals
import Storage
import Web
import WorkingTime

/// What everybody reads: homes of sites, columns, documents. Kept as bytes, and dropped when what they show changes.
struct PublicPages: Sendable {
    let database: Database
    let cache: PageCache
    let tags: SiteTags
    let themes: Themes

    /// What a column reads of a query: where it goes on, and what it is narrowed by.
    private static let asked = DocumentKind.allCases.flatMap(\.filters).map(\.name) + ["after"]

    /// Lines of each column on a site's home.
    private static let homeLines = 8

    var routes: [Route] {
        [
            Route.get(ContentPath.site("{site}"), .anyone, "站点首页") { request, _ in
                try await cache.answer(request) { try await home($0) }
            }.inEveryLanguage,
            Route.get(ContentPath.column("{site}", "{column}"), .anyone, "栏目") { request, _ in
                try await cache.answer(request, asking: Self.asked) { try await column($0) }
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
                SiteHomePage(
                    frame: frame, newest: newest, themes: themes,
                    head: tags.speaking(request.language).home(site), language: request.language
                ).page,
                shows: [ContentTopic.frame(site.id), ContentTopic.site(site.id)])
        }
    }

    private func document(_ request: WebRequest) async throws -> Showing {
        let (code, name) = (try request.parameter("site"), try request.parameter("column"))
        let id = try request.id("没有这篇内容，可能已经撤下。")
        let document = try await database.read {
            try PublicStore.document(id, site: code, column: name, in: $0)
        }
        // It names the documents it is linked with.
        let named =
            document.links.map { ContentTopic.document($0.other.id) }
            + document.surroundings.documents.map(ContentTopic.document)
        // Whether a policy holds depends on the day.
        let untilMidnight = max(1, request.now.day.endOfDay - request.now + 1)
        let isOrgan = document.surroundings.organ != nil
        return .page(
            ArticlePage(
                document, today: request.now.day, head: tags.speaking(request.language).document(document),
                language: request.language
            ).page,
            shows: Set(named + [ContentTopic.frame(document.site.id), ContentTopic.document(id)]),
            keptSeconds: isOrgan ? min(60, untilMidnight) : untilMidnight)
    }
}

extension ArticlePage {
    init(_ document: PublishedDocument, today: CivilDate, head: PageHead, language: Language) {
        self.init(
            frame: SiteFrame(
                site: document.site, columns: document.columns, current: document.column,
                address: document.line.path),
            manuscript: document.line.manuscript, kind: document.column.kind, liveAt: document.line.liveAt,
            changedAt: document.line.changedAt, files: document.files,
            links: document.links, surroundings: document.surroundings, today: today, head: head,
            language: language)
    }
}
