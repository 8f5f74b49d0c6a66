import Refusals
import Synchronization
import WorkingTime

/// Public pages as compressed bytes with a strong ETag; dropped when what they show changes.
///
///     return try await cache.answer(request, asking: ["after"]) { request in
///         … .page(page, shows: ["services"])
///     }
///     …
///     cache.drop("services")        // after the commit that changed a service
///
/// Only visitors who are not signed in get a cached page. A page with a form token in it is never kept: it
/// belongs to one browser. The address of a page is spelled in one way (``WebRequest/tidied(asking:)``): whatever else
/// is written into an address neither makes another page nor shows on this one.
public final class PageCache: Sendable {
    private struct State {
        var shelf: PageShelf
        /// Counts drops, so that a page that was being made while its content changed is not kept.
        var drops = 0
    }

    private let settings: WebSettings
    private let maximumBytes: Int
    private let state: Mutex<State>
    private let turns = PageTurns()

    /// A cache for the pages of an installation, of at most 96 MB: the ten thousand newest articles of a district.
    public init(settings: WebSettings, maximumBytes: Int = 96 << 20) {
        self.settings = settings
        self.maximumBytes = maximumBytes
        state = Mutex(State(shelf: PageShelf(maximumBytes: maximumBytes)))
    }

    /// The page of this request, from memory when it is there and younger than `keptSeconds`; every query makes a page of
    /// its own. `shows` names what the page depends on, `canonical` the address it is known by when it has several.
    public func page(
        _ request: WebRequest, shows: Set<String>, keptSeconds: Int = .max, canonical: String? = nil,
        _ make: () async throws -> Page
    ) async throws -> WebResponse {
        try await kept(request, canonical) { _ in
            .page(try await make(), shows: shows, keptSeconds: keptSeconds)
        }
    }

    /// What a public address shows, from memory when it is there.
    ///
    /// - Parameters:
    ///   - names: what `make` reads of the query; nothing else in it counts.
    ///   - canonical: the address it is known by when it has several.
    ///   - make: is given the request as it is known by, and reads no other.
    public func answer(
        _ request: WebRequest, asking names: [String] = [], canonical: String? = nil,
        _ make: (WebRequest) async throws -> Showing
    ) async throws -> WebResponse {
        try await kept(request.tidied(asking: names), canonical, make)
    }

    private func kept(
        _ request: WebRequest, _ canonical: String?, _ make: (WebRequest) async throws -> Showing
    ) async throws -> WebResponse {
        guard request.principal == nil else { return try await make(request).response(canonical) }
        let display = request.isKiosk ? "kiosk " : request.elder ? "elder " : ""
        let key = display + request.language.prefix + request.uri
        var kept = state.withLock { $0.shelf.page(at: key) }
        if let kept, kept.isFresh(at: request.now) { return kept.response(to: request) }
        // One visitor makes the new page; whoever comes meanwhile gets the old one, or waits where there is none:
        // the first minute after a start would otherwise make it a thousand times over.
        let isOurs = turns.begin(key)
        if !isOurs, kept == nil {
            await turns.finished(key)
            kept = state.withLock { $0.shelf.page(at: key) }
        }
        if let kept, !isOurs { return kept.response(to: request) }
        defer { if isOurs { turns.end(key) } }
        let drops = state.withLock { $0.drops }
        let showing: Showing
        do { showing = try await make(request) } catch let failure as any TemporaryFailure {
            // An hour-old page is better than none while the database is away.
            guard let kept else { throw failure }
            return kept.response(to: request)
        }
        guard let entry = entry(showing, request, canonical) else { return showing.response(canonical) }
        state.withLock { if $0.drops == drops { $0.shelf.put(entry, at: key) } }
        return entry.response(to: request)
    }

    private func entry(_ showing: Showing, _ request: WebRequest, _ canonical: String?) -> KeptPage? {
        let terms = KeptPage.Terms(
            shows: showing.shows, madeAt: request.now,
            freshUntil: settings.board.end(after: request.now, within: showing.keptSeconds),
            canonical: canonical, route: AccessLog.route(request.endpointPath))
        switch showing.content {
        case .bytes(let bytes, let media):
            return KeptPage(bytes, media, terms, isHTTPS: settings.isHTTPS)
        case .page(let page):
            let html = settings.document(page, for: request)
            guard !html.holds(request.csrf.value) else { return nil }
            return KeptPage(html.bytes, "text/html; charset=utf-8", terms, isHTTPS: settings.isHTTPS)
        }
    }

    /// The page at an address for a visitor who brought no cookie, if it is there and fresh.
    func page(at uri: String, at now: Instant) -> KeptPage? {
        guard let kept = state.withLock({ $0.shelf.page(at: uri) }), kept.isFresh(at: now) else { return nil }
        return kept
    }

    /// Tells whoever counts that a kept page was handed out.
    func tell(of page: KeptPage, at uri: String, to agent: String?, at now: Instant) {
        settings.seen(Visit(uri: uri, route: page.terms.route, agent: agent, at: now))
    }

    /// Whether the root of a host is no page that is kept under its own address.
    func isElsewhere(_ uri: String, on host: String) -> Bool {
        (uri == "/" || uri.hasPrefix("/?")) && settings.hosts.home(of: host) != nil
    }

    /// How much memory the pages take up, in bytes.
    var heldBytes: Int { state.withLock { $0.shelf.bytes } }

    /// Forgets every page that shows `what`.
    public func drop(_ what: String) {
        state.withLock { state in
            state.drops += 1
            state.shelf.drop(what)
        }
    }

    /// Forgets every page.
    public func dropAll() {
        state.withLock { state in
            state.drops += 1
            state.shelf = PageShelf(maximumBytes: maximumBytes)
        }
    }
}
