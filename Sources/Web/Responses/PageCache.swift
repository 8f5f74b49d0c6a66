import Refusals
import Synchronization
import WorkingTime

/// Public pages as bytes, plain and compressed, with a strong ETag; dropped when what they show changes.
///
///     return try await cache.page(request, shows: ["services"]) { … make the page … }
///     …
///     cache.drop("services")        // after the commit that changed a service
///
/// Only visitors who are not signed in get a cached page. A page with a form token in it is never kept: it
/// belongs to one browser.
public final class PageCache: Sendable {
    private struct State {
        var entries: [String: KeptPage] = [:]
        var bytes = 0
        /// The addresses whose page is being made at the moment, with those who wait for it.
        var renewing: [String: [CheckedContinuation<Void, Never>]] = [:]
        /// Counts drops, so that a page that was being made while its content changed is not kept.
        var drops = 0
    }

    private let settings: WebSettings
    private let maximumBytes: Int
    private let state = Mutex(State())

    /// A cache for the pages of an installation, of at most 32 MB: anybody can make new addresses by adding
    /// to the query, and must not fill the memory with them.
    public init(settings: WebSettings, maximumBytes: Int = 32 << 20) {
        self.settings = settings
        self.maximumBytes = maximumBytes
    }

    /// The page of this request, from memory when it is there and younger than `keptSeconds`. `shows` names
    /// what the page depends on, `canonical` the address it is known by when it has several.
    public func page(
        _ request: WebRequest, shows: Set<String>, keptSeconds: Int = .max, canonical: String? = nil,
        _ make: () async throws -> Page
    ) async throws -> WebResponse {
        guard request.principal == nil else { return .page(try await make()).canonical(canonical) }
        let key = (request.elder ? "elder " : "") + request.uri
        var kept = state.withLock { $0.entries[key] }
        if let kept, kept.isFresh(at: request.now) { return kept.response(to: request) }
        // One visitor makes the new page; whoever comes meanwhile gets the old one, or waits where there is none:
        // the first minute after a start would otherwise make it a thousand times over.
        let isOurs = begin(key)
        if !isOurs, kept == nil {
            await finished(key)
            kept = state.withLock { $0.entries[key] }
        }
        if let kept, !isOurs { return kept.response(to: request) }
        defer { if isOurs { end(key) } }
        let drops = state.withLock { $0.drops }
        let page: Page
        do { page = try await make() } catch let failure as any TemporaryFailure {
            // An hour-old page is better than none while the database is away.
            guard let kept else { throw failure }
            return kept.response(to: request)
        }
        let html = Layout(request: request, site: settings.site, navigation: settings.navigation).document(
            page)
        let terms = KeptPage.Terms(
            shows: shows, madeAt: request.now, freshUntil: request.now.adding(seconds: keptSeconds),
            canonical: canonical,
            route: AccessLog.route(request.endpointPath))
        guard !html.description.contains(request.csrf.value),
            let entry = KeptPage(html, terms, isHTTPS: settings.isHTTPS)
        else { return .page(page).canonical(canonical) }
        keep(entry, as: key, unlessDroppedSince: drops)
        return entry.response(to: request)
    }

    /// The page at an address for a visitor who brought no cookie, if it is there and fresh.
    func page(at uri: String, at now: Instant) -> KeptPage? {
        guard let kept = state.withLock({ $0.entries[uri] }), kept.isFresh(at: now) else { return nil }
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
    var heldBytes: Int { state.withLock { $0.bytes } }

    /// Forgets every page that shows `what`.
    public func drop(_ what: String) {
        state.withLock { state in
            state.drops += 1
            state.entries = state.entries.filter { !$0.value.terms.shows.contains(what) }
            state.bytes = state.entries.reduce(0) { $0 + $1.key.utf8.count + $1.value.bytes }
        }
    }

    /// Forgets every page.
    public func dropAll() {
        state.withLock { state in
            state.drops += 1
            state.entries.removeAll()
            state.bytes = 0
        }
    }

    /// Whether nobody is making this page yet; then the caller is, until ``end(_:)``.
    private func begin(_ key: String) -> Bool {
        state.withLock { state in
            guard state.renewing[key] == nil else { return false }
            state.renewing[key] = []
            return true
        }
    }

    private func end(_ key: String) {
        let waiting = state.withLock { $0.renewing.removeValue(forKey: key) } ?? []
        for visitor in waiting { visitor.resume() }
    }

    /// Waits until whoever makes this page is done with it, kept or not.
    private func finished(_ key: String) async {
        await withCheckedContinuation { visitor in
            let isOver = state.withLock { state in
                guard state.renewing[key] != nil else { return true }
                state.renewing[key]?.append(visitor)
                return false
            }
            if isOver { visitor.resume() }
        }
    }

    private func keep(_ entry: KeptPage, as key: String, unlessDroppedSince drops: Int) {
        state.withLock { state in
            guard state.drops == drops else { return }
            // An older page of this address gives its place up.
            if let old = state.entries.removeValue(forKey: key) { state.bytes -= key.utf8.count + old.bytes }
            let bytes = key.utf8.count + entry.bytes
            if state.bytes + bytes > maximumBytes {
                state.entries.removeAll()
                state.bytes = 0
            }
            state.entries[key] = entry
            state.bytes += bytes
        }
    }
}
