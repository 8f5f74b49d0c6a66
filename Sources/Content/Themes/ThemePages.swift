import Refusals
import Services
import Storage
import Web

/// Services, policies and pages together, by life event and by group of people.
struct ThemePages: Sendable {
    let database: Database
    let cache: PageCache
    let tags: SiteTags
    let themes: Themes
    let library: ServiceLibrary

    /// So many of each kind stand on the page of a theme; all of them have a page of their own.
    private static let shown = 8

    var routes: [Route] { Theme.Kind.allCases.flatMap { routes(of: $0) } }

    private func routes(of kind: Theme.Kind) -> [Route] {
        [
            Route.get(kind.path, .anyone, kind.chinese) { request, _ in
                try await cache.answer(request) { _ in
                    .page(ThemeListPage(kind: kind, themes: themes.of(kind), tags: tags).page, shows: [])
                }
            }.inEveryLanguage,
            Route.get("\(kind.path)/{key}", .anyone, kind.chinese) { request, _ in
                try await cache.answer(request) { try await show(kind, $0) }
            }.inEveryLanguage,
            Route.get("\(kind.path)/{key}/{kind}", .anyone, kind.chinese) { request, _ in
                try await cache.answer(request, asking: ["after"]) { try await list(kind, $0) }
            }.inEveryLanguage,
        ]
    }

    private func show(_ kind: Theme.Kind, _ request: WebRequest) async throws -> Showing {
        let theme = try themes.theme(kind, try request.parameter("key"))
        let services = library.catalogue.services.filter { theme.admits($0.item) }
        let parts = try await database.read { tx in
            try ThemePart.allCases.map { part in
                (
                    part,
                    try FacetStore.documents(
                        under: theme.facet, part.kind, after: nil, limit: Self.shown, in: tx)
                )
            }
        }
        let page = ThemePage(
            theme: theme, services: services, parts: parts.filter { !$0.1.items.isEmpty }, tags: tags,
            language: request.language)
        return .page(page.page, shows: [ContentTopic.themes, ServiceLibrary.topic])
    }

    private func list(_ kind: Theme.Kind, _ request: WebRequest) async throws -> Showing {
        let theme = try themes.theme(kind, try request.parameter("key"))
        guard let part = ThemePart(rawValue: try request.parameter("kind")) else {
            throw DomainError.notFound("没有这个分类，网址可能写错了。")
        }
        let slice = try await database.read {
            try FacetStore.documents(
                under: theme.facet, part.kind, after: request.query("after"), limit: PublicStore.pageSize,
                in: $0)
        }
        let page = ThemePartPage(
            theme: theme, part: part, lines: slice.items, pager: Pager(next: slice.next, of: request),
            tags: tags, language: request.language)
        return .page(page.page, shows: [ContentTopic.themes])
    }
}

/// What stands on the page of a theme besides its services.
enum ThemePart: String, Sendable, CaseIterable {
    case policies, notices, articles, questions, topics, projects, galleries, departments

    var kind: DocumentKind {
        switch self {
        case .policies: .policy
        case .notices: .notice
        case .articles: .article
        case .questions: .faq
        case .topics: .topic
        case .projects: .project
        case .galleries: .gallery
        case .departments: .organ
        }
    }
}
