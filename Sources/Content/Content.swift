import Cases
import Foundation
import Government
import Modules
import Refusals
import Storage
import Web
import WorkingTime

/// What the government says on its sites: sites and columns, documents in editions, the office that writes, reviews and
/// publishes them, and the pages everybody reads (docs/adr/0035).
public struct Content: Sendable {
    let editions: Editions
    private let sites: Sites
    let tags: SiteTags

    /// The content of an installation.
    ///
    /// - Parameters:
    ///   - hosts: what the door knows of hosts that have a site of their own.
    ///   - publicAddress: where visitors reach it; whole addresses in feeds and maps begin with it.
    ///   - identifier: the site's number in the national register (网站标识码).
    /// - Throws: a decoding error when the delivered lists of words are damaged.
    public init(
        database: Database, cases: Cases, directory: Directory, cache: PageCache, hosts: SiteHosts,
        publicAddress: String, identifier: String
    ) throws {
        editions = Editions(
            database: database, cases: cases, directory: directory, cache: cache,
            leaks: try LeakCheck.delivered())
        sites = Sites(database: database, cache: cache, hosts: hosts)
        tags = SiteTags(publicAddress: publicAddress, identifier: identifier)
    }

    /// What it contributes.
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let (database, cache) = (editions.database, editions.cache)
        return Module(
            name: "content", migrations: try Migration.all(in: .module, module: "content"),
            routes: PublicPages(database: database, cache: cache, tags: tags).routes
                + MachinePages(database: database, tags: tags).routes
                + OfficePages(database: database).routes + EditionPages(editions: editions).routes
                + BeginPages(editions: editions).routes + VersionPages(editions: editions).routes
                + SiteDeskPages(sites: sites, directory: editions.directory).routes)
    }

    /// The process every edition goes through, as BPMN 2.0 XML.
    ///
    /// - Throws: `CocoaError` when the file cannot be read.
    public static func processFiles() throws -> [Data] {
        let file = Bundle.module.bundleURL.appending(path: "Resources/Processes/\(Column.process).bpmn")
        return [try Data(contentsOf: file)]
    }

    /// Drops what is kept of pages whose content another node has changed.
    ///
    /// - Parameter topic: what was announced; nil when announcements may have been missed.
    public func drop(_ topic: String?) {
        guard let topic else { return editions.cache.dropAll() }
        if topic.hasPrefix(ContentTopic.prefix) { editions.cache.drop(topic) }
    }

    /// Learns which hosts have a site of their own, when that may have changed.
    ///
    /// - Throws: `StorageError`.
    public func followHosts(_ topic: String? = nil) async throws {
        guard topic == nil || topic == ContentTopic.sites else { return }
        try await sites.followHosts()
    }

    /// Publishes the sample articles, once, under the clock of a past that is told.
    ///
    /// - Throws: a decoding error when the delivered sample is damaged.
    public func liveDemo(until today: CivilDate, clock: @escaping @Sendable (Instant) -> Void) async throws {
        try await DemoOffice(editions: editions, sites: sites, clock: clock).live(until: today)
    }
}
