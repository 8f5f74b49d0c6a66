import Audit
import Cases
import Content
import CoreAPI
import Desk
import DirectorySync
import Disclosure
import Files
import Foundation
import Government
import Identity
import Jobs
import Journal
import Languages
import Logging
import Messaging
import Modules
import OpenID
import Operations
import PaperDesk
import Portal
import ProcessDesk
import PublicLog
import Restructuring
import Rights
import ServiceHall
import Services
import SiteSearch
import SiteStatistics
import Storage
import Web
import WorkingTime

extension Installation {
    /// Puts the parts together, each after those it needs. It decides nothing.
    static func assemble(
        _ configuration: Configuration, database: Database, files: FileStore, log: NodeLog,
        logger: Logger, clock: @escaping @Sendable () -> Instant
    ) async throws -> Installation {
        database.logOutages(to: logger)
        // First of all the number this node makes ids under, and what all nodes share.
        try await database.migrate(StorageMigrations.all())
        let node = try await NodeLease.take(
            in: database, name: ProcessInfo.processInfo.hostName, at: Instant.now)
        let secret = try await database.secret(named: "form", make: WebSettings.randomSecret)
        let processes = ProcessLibrary()
        let gateway = configuration.messages.gateway()
        let outbox = Outbox(isForwarding: gateway != nil)
        let cases = Cases(
            database: database, files: files, processes: processes, division: division, outbox: outbox,
            followers: [InformationDisclosure.follower], clock: clock)
        let library = ServiceLibrary(database)
        let statistics = try SiteStatistics(database: database)
        let web = WebSettings.minben(configuration, secret: secret, seen: statistics.counter, now: clock)
        let identity = try await configuration.identity(database, web, outbox)
        let cache = PageCache(settings: web)
        let directory = Directory(database)
        let content = try Content(
            database: database, cases: cases, files: files, directory: directory, cache: cache,
            hosts: web.hosts, moved: web.moved, board: web.board, outbox: outbox,
            publicAddress: configuration.publicAddress, identifier: siteIdentifier)
        let languages = try Languages(
            database: database, cache: cache, translations: web.translations)
        let hall = ServiceHall(
            library: library, directory: directory, cases: cases, files: files, database: database,
            cache: cache, mandates: identity.mandates, assuring: identity.assuring, outbox: outbox,
            publicAddress: configuration.publicAddress,
            remark: configuration.isDemo ? "演示数据 不具法律效力" : nil, provesFilings: log.keys != nil,
            elsewhere: InformationDisclosure.page(of:))
        let desk = Desk(
            cases: cases, library: library, directory: directory, database: database,
            links: InformationDisclosure.deskLinks(of:))
        let openID = try await configuration.provider(database, directory, identity, clock: clock)
        let operations = Operations(
            directory: directory, database: database, files: files, administration: AdministrativeTask.all,
            sealedTables: Government.sealedTables + Identity.sealedTables + Cases.sealedTables
                + ServiceHall.sealedTables + OpenID.sealedTables,
            clock: clock)
        let deliveries: [any JobHandler] =
            gateway.map {
                [MessageDelivery(by: $0, site: configuration.publicAddress, clock: clock)]
            } ?? []
        let jobs = Jobs(
            database: database, logger: logger, clock: clock,
            handlers: cases.jobHandlers + desk.jobHandlers + operations.jobHandlers
                + Audit.jobHandlers(clock: clock) + openID.jobHandlers + deliveries)
        let witnesses = configuration.journal.remoteWitnesses()
        let publicLog = try configuration.publicLog(log, witnesses, cases, database)
        let directorySync = DirectorySync(
            database: database, directory: directory, publicAddress: configuration.publicAddress)
        let disclosure = try InformationDisclosure(
            cases: cases, directory: directory, files: files, database: database)
        // What is found besides services: one source for each module that contributes.
        let search = try SiteSearch(
            library: library, directory: directory, sources: [Content.searchSource], sites: Content.siteNames,
            database: database)
        var modules: [Module] = [
            try .storage(database), node.module { web.apiWrites.share(among: $0) }, try .journal(),
            try jobs.module(),
            try .government(), try identity.module(),
            try .files(files), try .messaging(), try cases.module(), try .services(library),
            try desk.module(), try hall.module(),
            CoreAPI(cases: cases, library: library, files: files, database: database).module(),
            try operations.module(jobKinds: jobs.runner.kinds),
            try ProcessDesk(cases: cases, services: library, database: database).module(),
            PaperDesk(cases: cases, database: database).module,
            try Restructuring(cases: cases, directory: directory, database: database).module(),
            try directorySync.module(),
            try content.module(),
            try languages.module(),
            try disclosure.module(),
            try Portal(library: library, cases: cases, cache: cache, news: .newest(in: database)).module(),
            try publicLog.module(),
            try openID.module(),
            try search.module(),
        ]
        modules += try care(
            content, statistics, outbox: outbox, disclosure: disclosure, search: search, library: library,
            links: configuration.links, routes: modules.flatMap(\.routes))
        modules.append(
            try Audit(
                cases: cases, library: library, outbox: outbox, routes: modules.flatMap(\.routes),
                database: database, consents: OpenID.permissionsPath
            ).module())
        modules.append(
            Rights(
                database: database, directory: directory, grants: identity.grantChanges,
                routes: modules.flatMap(\.routes)
            ).module)
        let installation = Installation(
            configuration: configuration, database: database, cases: cases, library: library,
            identity: identity, openID: openID, modules: modules, runner: jobs.runner, node: node,
            directorySync: directorySync, web: web, pages: cache, files: files, gateway: gateway,
            witnesses: witnesses)
        try await installation.prepare()
        try await operations.resealing.ask(in: database, at: clock())
        try await content.followHosts()
        try await content.followNotices()
        try await languages.follow()
        installation.follow(cache, content, languages, logger: logger)
        return installation
    }
}
