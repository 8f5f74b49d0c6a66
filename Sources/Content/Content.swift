import Cases
import Files
import Foundation
import Government
import Messaging
import Modules
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// What the government says on its sites: sites and columns, documents in editions, the office that writes, reviews and
/// publishes them, and the pages everybody reads (docs/adr/0035).
public struct Content: Sendable {
    let editions: Editions
    private let sites: Sites
    let tags: SiteTags
    private let redirects: Redirects
    private let notices: EmergencyBoard
    private let library: ServiceLibrary

    /// The content of an installation.
    ///
    /// - Parameters:
    ///   - outbox: where people of the office are told what waits for them; nil: nobody is told.
    ///   - hosts: what the door knows of hosts that have a site of their own.
    ///   - moved: what the door knows of old addresses.
    ///   - board: where all pages look for what must be known at once.
    ///   - library: the services that stand beside what is published.
    ///   - translations: who puts names of sites and columns into other languages.
    ///   - publicAddress: where visitors reach it; whole addresses in feeds and maps begin with it.
    ///   - identifier: the site's number in the national register (网站标识码).
    /// - Throws: a decoding error when the delivered lists of words are damaged.
    public init(
        database: Database, cases: Cases, files: FileStore, directory: Directory, cache: PageCache,
        hosts: SiteHosts, moved: MovedAddresses, board: NoticeBoard, outbox: Outbox? = nil,
        library: ServiceLibrary, translations: Translations, publicAddress: String, identifier: String
    ) throws {
        self.library = library
        editions = Editions(
            database: database, cases: cases, files: files, directory: directory, cache: cache,
            leaks: try LeakCheck.delivered(), themes: try Themes.delivered(), outbox: outbox)
        sites = Sites(database: database, cache: cache, hosts: hosts)
        tags = SiteTags(
            publicAddress: publicAddress, identifier: identifier, translations: translations)
        redirects = Redirects(database: database, moved: moved, origin: tags.origin)
        notices = EmergencyBoard(database: database, cache: cache, board: board)
    }

    /// What it contributes.
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let (database, cache, themes) = (editions.database, editions.cache, editions.themes)
        return Module(
            name: "content", migrations: try Migration.all(in: .module, module: "content"),
            routes: PublicPages(database: database, cache: cache, tags: tags, themes: themes).routes
                + MachinePages(
                    database: database, cache: cache, tags: tags, themes: themes, library: library
                ).routes
                + ThemePages(
                    database: database, cache: cache, tags: tags, themes: themes, library: library
                ).routes
                + OfficePages(database: database).routes + EditionPages(editions: editions).routes
                + BeginPages(editions: editions).routes + PreviewPages(editions: editions).routes
                + VersionPages(editions: editions).routes
                + RedirectPages(redirects: redirects).routes + OffPages(database: database).routes
                + FilesPages(editions: editions).routes
                + EnclosurePages(database: database, files: editions.files).routes
                + SiteDeskPages(sites: sites, directory: editions.directory).routes
                + EmergencyPages(notices: notices).routes,
            jobs: [
                Job(name: "content.plans", intervalSeconds: 1) { [editions] now in
                    try await editions.followPlans(at: now)
                }
            ])
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

    /// Learns which hosts have a site of their own and which old addresses lead where, when that may have changed.
    ///
    /// - Throws: `StorageError`.
    public func followHosts(_ topic: String? = nil) async throws {
        if topic == nil || topic == ContentTopic.sites { try await sites.followHosts() }
        if topic == nil || topic == ContentTopic.redirects { try await redirects.follow() }
    }

    /// Shows on this node what everybody is to be told at once, when that may have changed.
    ///
    /// - Throws: `StorageError`.
    public func followNotices(_ topic: String? = nil) async throws {
        guard topic == nil || topic == ContentTopic.emergency else { return }
        try await notices.follow()
    }

    /// Publishes the sample articles, once, under the clock of a past that is told.
    ///
    /// - Throws: a decoding error when the delivered sample is damaged.
    public func liveDemo(until today: CivilDate, clock: @escaping @Sendable (Instant) -> Void) async throws {
        try await DemoOffice(editions: editions, sites: sites, clock: clock).live(until: today)
    }
}
