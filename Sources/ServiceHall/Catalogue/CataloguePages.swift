import BusinessProcess
import Cases
import Government
import Identity
import Services
import Storage
import Web

/// Finding a service and reading its guide: `/services`.
struct CataloguePages: Sendable {
    let library: ServiceLibrary
    let directory: Directory
    let processes: ProcessLibrary
    let applicants: Applicants
    let lifeEvents: [LifeEvent]
    let cache: PageCache
    /// Where a time in the hall is booked for an item, by its slug.
    let booking: @Sendable (String) -> String?

    var routes: [Route] {
        [
            Route.get(ServicePath.list, .anyone, "服务目录") { request, _ in try await list(request) }
                .inEveryLanguage,
            Route.get(ServicePath.guide, .anyone, "办事指南") { request, _ in try await guide(request) }
                .inEveryLanguage,
        ]
    }

    private func list(_ request: WebRequest) async throws -> WebResponse {
        let query = ServiceQuery(request)
        // What people type is different every time: keeping it would only push other pages out.
        guard query.words == nil else { return .page(try await listPage(query, request)) }
        return try await cached(request, asking: ["organ", "life_event", "audience", "after"]) {
            try await listPage(ServiceQuery($0), $0)
        }
    }

    private func listPage(_ query: ServiceQuery, _ request: WebRequest) async throws -> Page {
        let slice = try library.catalogue.page(query, after: request.query("after"))
        return CataloguePage(
            query: query, services: slice.items, total: library.catalogue.services(query).count,
            organs: try await directory.organs(), lifeEvents: lifeEvents,
            pager: Pager(next: slice.next, of: request)
        ).page
    }

    private func guide(_ request: WebRequest) async throws -> WebResponse {
        let service = try library.service(try request.parameter("code"))
        return try await cached(request, canonical: ServicePath.guide(service)) {
            GuidePage(guide: try await guide(of: service, for: $0)).page
        }
    }

    private func guide(of service: PublicService, for request: WebRequest) async throws -> Guide {
        let organs = try await directory.organs()
        return Guide(
            service: service, organs: Dictionary(uniqueKeysWithValues: organs.map { ($0.key, $0) }),
            children: library.catalogue.children(of: service),
            process: processes.newest.first { $0.key.id == service.item.process }?.value,
            start: try await start(of: service, for: request), booking: booking(service.item.slug))
    }

    private func start(of service: PublicService, for request: WebRequest) async throws -> GuideStart {
        guard let account = (request.principal as? SignedIn)?.account else { return .signIn }
        guard !account.isStaff else { return account.may(.fileAtCounter) ? .counter : .none }
        let choices = try await applicants.choices(of: account, for: service.item)
        return choices.isEmpty ? .none : .apply(as: choices, request.csrf)
    }

    private func cached(
        _ request: WebRequest, asking names: [String] = [], canonical: String? = nil,
        _ make: (WebRequest) async throws -> Page
    ) async throws -> WebResponse {
        try await cache.answer(request, asking: names, canonical: canonical) {
            .page(try await make($0), shows: ["services", "organs"])
        }
    }
}

extension ServiceQuery {
    /// What the address asks for; a filter that means nothing filters nothing.
    fileprivate init(_ request: WebRequest) {
        self.init(
            words: request.query("q").map { String($0.prefix(80)) }, organ: request.query("organ"),
            lifeEvent: request.query("life_event"),
            audience: request.query("audience").flatMap(Audience.init(rawValue:)))
    }
}
