import Crypto
import HTTPTypes
import NIOCore
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
    private struct Entry {
        let plain: ByteBuffer
        let gzip: ByteBuffer
        let tag: String
        let shows: Set<String>
        let madeAt: Instant
        var bytes: Int { plain.readableBytes + gzip.readableBytes }

        init?(_ html: HTML, shows: Set<String>, madeAt: Instant) {
            guard let compressed = Gzip.compress(html.bytes, level: 9) else { return nil }
            plain = ByteBuffer(bytes: html.bytes)
            gzip = ByteBuffer(bytes: compressed)
            tag = "\"\(Base64URL.encode(SHA256.hash(data: html.bytes).prefix(12)))\""
            self.shows = shows
            self.madeAt = madeAt
        }
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var bytes = 0
        /// The addresses whose page is being made at the moment.
        var renewing: Set<String> = []
        /// Counts drops, so that a page that was being made while its content changed is not kept.
        var drops = 0
    }

    private let site: Site
    private let navigation: [NavigationLink]
    private let maximumBytes: Int
    private let state = Mutex(State())

    /// A cache for the pages of an installation, of at most 32 MB: anybody can make new addresses by adding
    /// to the query, and must not fill the memory with them.
    public init(settings: WebSettings, maximumBytes: Int = 32 << 20) {
        site = settings.site
        navigation = settings.navigation
        self.maximumBytes = maximumBytes
    }

    /// The page of this request, from memory when it is there and younger than `keptSeconds`. `shows` names
    /// what the page depends on.
    public func page(
        _ request: WebRequest, shows: Set<String>, keptSeconds: Int = .max, _ make: () async throws -> Page
    ) async throws -> WebResponse {
        guard request.principal == nil else { return .page(try await make()) }
        let key = "\(request.elder ? "elder" : "standard") \(request.uri)"
        let kept = state.withLock { $0.entries[key] }
        if let kept, request.now - kept.madeAt < keptSeconds { return response(kept, to: request) }
        // One visitor waits for the new page; whoever comes meanwhile gets the old one.
        let isRenewed = state.withLock { !$0.renewing.insert(key).inserted }
        if let kept, isRenewed { return response(kept, to: request) }
        defer { state.withLock { _ = $0.renewing.remove(key) } }
        let drops = state.withLock { $0.drops }
        let page: Page
        do { page = try await make() } catch let failure as any TemporaryFailure {
            // An hour-old page is better than none while the database is away.
            guard let kept else { throw failure }
            return response(kept, to: request)
        }
        let html = Layout(request: request, site: site, navigation: navigation).document(page)
        guard !html.description.contains(request.csrf.value),
            let entry = Entry(html, shows: shows, madeAt: request.now)
        else { return .page(page) }
        keep(entry, as: key, unlessDroppedSince: drops)
        return response(entry, to: request)
    }

    /// How much memory the pages take up, in bytes.
    var heldBytes: Int { state.withLock { $0.bytes } }

    /// Forgets every page that shows `what`.
    public func drop(_ what: String) {
        state.withLock { state in
            state.drops += 1
            state.entries = state.entries.filter { !$0.value.shows.contains(what) }
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

    private func keep(_ entry: Entry, as key: String, unlessDroppedSince drops: Int) {
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

    /// The page, or 304 when the browser has it already. Signing in or choosing the elder version changes
    /// the answer, so the browser asks every time; asking costs a few hundred bytes.
    private func response(_ entry: Entry, to request: WebRequest) -> WebResponse {
        let known = request.header("If-None-Match")?.split(separator: ",") ?? []
        let isKnown = known.contains { $0.contains(entry.tag) || $0 == "*" }
        let answer =
            isKnown
            ? WebResponse(.notModified, .empty)
            : WebResponse(
                .ok, .gzipped(plain: entry.plain, gzip: entry.gzip), contentType: "text/html; charset=utf-8")
        return answer.header("ETag", entry.tag).header("Cache-Control", "private, no-cache")
            .header("Vary", "Accept-Encoding, Cookie")
    }
}
