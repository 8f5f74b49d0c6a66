import Content
import Disclosure
import HTTPTypes
import Messaging
import Modules
import RequestDoors
import ServiceRequests
import Services
import SiteSearch
import SiteStatistics
import Web

extension Installation {
    /// What looks after the sites: statistics, inspection, corrections. They ask all others, and so they stand last.
    static func care(
        _ content: Content, _ statistics: SiteStatistics, _ requests: ServiceRequests, outbox: Outbox,
        disclosure: InformationDisclosure, search: SiteSearch, library: ServiceLibrary, links: LinkSettings,
        routes: [Route]
    ) throws -> [Module] {
        let outside = OutsideFacts(
            waiting: { try await disclosure.waiting(longerThan: $0, at: $1) },
            found: { try await search.addresses(for: $0).0 })
        let care = try content.care(
            outbox: outbox, outside: outside,
            pages: .installed(library: library, links: links, routes: routes),
            door: .door(to: requests, channel: "correction"))
        let all = routes + care.routes
        return [care, try statistics.module(places: .installed(content: content, routes: all))]
    }
}

extension Places {
    /// What the addresses of this house mean: what content says of its pages, and the titles of all other routes.
    static func installed(content: Content, routes: [Route]) -> Places {
        let titles = Dictionary(
            routes.filter { $0.method == .get }.map { ($0.path.replacing(/\{[^}]*\}/, with: "*"), $0.title) }
        ) { first, _ in first }
        return Places(place: Content.place(of:)) { paths in
            let names = try await content.names(of: paths)
            return names.merging(titles.filter { paths.contains($0.key) }) { own, _ in own }
        }
    }
}

extension KnownPages {
    /// Whether there is a page, as far as it can be told without opening it: the library knows its guides, a route without
    /// parameters is one page, and a path that fits no route is none.
    static func installed(library: ServiceLibrary, links: LinkSettings, routes: [Route]) -> KnownPages {
        let paths = routes.filter { $0.method == .get }.map { $0.path.split(separator: "/").map(String.init) }
        var asks: (@Sendable (String) async -> Bool?)?
        if let asker = links.asker() { asks = { await asker.isThere($0) } }
        return KnownPages(asks: asks) { (path: String) -> Bool? in
            let parts = path.split(separator: "/").map(String.init)
            if parts.count == 2, parts[0] == "services" { return (try? library.service(parts[1])) != nil }
            if parts.first == "assets" { return nil }
            if paths.contains(parts) { return true }
            let fits = paths.contains { template in
                template.count == parts.count
                    && zip(template, parts).allSatisfy { $0 == $1 || $0.contains("{") }
            }
            return fits ? nil : false
        }
    }
}
