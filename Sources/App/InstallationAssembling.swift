import AdministrativeHall
import Cases
import Content
import CoreAPI
import Desk
import DirectorySync
import Disclosure
import Files
import FormDesigner
import Foundation
import Government
import Identity
import ItemLibrary
import Jobs
import Journal
import Languages
import Licences
import Logging
import MessageDesk
import Messaging
import Modules
import OpenID
import Operations
import PaperDesk
import Portal
import ProcessDesk
import ProgressAnywhere
import PublicLog
import Ratings
import Restructuring
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
        _ configuration: Configuration, database: Database, files: FileStore, signers: LicenceSigners,
        log: NodeLog, logger: Logger, clock: @escaping @Sendable () -> Instant
    ) async throws -> Installation {
        database.logOutages(to: logger)
        // First of all the number this node makes ids under, and what all nodes share.
        try await database.migrate(StorageMigrations.all())
        let node = try await NodeLease.take(
            in: database, name: ProcessInfo.processInfo.hostName, at: Instant.now)
        let secret = try await database.secret(named: "form", make: WebSettings.randomSecret)
        let processes = ProcessLibrary()
        let messages = try MessageParts(configuration, database: database, clock: clock)
        let outbox = messages.outbox
        let cases = Cases(
            database: database, files: files, processes: processes, division: division, outbox: outbox,
            followers: followers(signers, outbox), clock: clock)
        let library = ServiceLibrary(database)
        let statistics = try SiteStatistics(database: database)
        let web = WebSettings.minben(configuration, secret: secret, seen: statistics.counter, now: clock)
        let identity = try await configuration.identity(database, web, outbox)
        let cache = PageCache(settings: web)
        let directory = Directory(database)
        let content = try Content(
            database: database, cases: cases, files: files, directory: directory, cache: cache,
            hosts: web.hosts, moved: web.moved, board: web.board, outbox: outbox,
            library: library, translations: web.translations, publicAddress: configuration.publicAddress,
            identifier: siteIdentifier)
        let languages = try Languages(
            database: database, cache: cache, translations: web.translations,
            usage: configuration.traditional)
        let licences = Licences(
            database: database, cases: cases, directory: directory, signers: signers, outbox: outbox)
        let halls = halls(configuration, database, outbox, identity, library, cases, files, clock: clock)
        let hall = serviceHall(
            configuration, database, outbox, identity, library, directory, cases, licences, files, cache,
            halls.tray, provesFilings: log.keys != nil)
        let desk = Desk(
            cases: cases, library: library, directory: directory, database: database,
            links: Self.deskLinks, words: Self.deskWords)
        let openID = try await configuration.provider(database, directory, identity, clock: clock)
        let operations = Operations(
            directory: directory, database: database, files: files, administration: AdministrativeTask.all,
            sealedTables: sealedTables, clock: clock)
        let items = ItemLibrary(library: library, directory: directory, database: database, clock: clock)
        let moving = MovingParts(database, files, cases, library, identity, clock: clock)
        let jobs = Jobs(
            database: database, logger: logger, clock: clock,
            handlers: cases.jobHandlers + desk.jobHandlers + operations.jobHandlers
                + items.jobHandlers + moving.handlers + watching(database, library, cases, clock: clock)
                + openID.jobHandlers + messages.handlers
        )
        let witnesses = configuration.journal.remoteWitnesses()
        let publicLog = try configuration.publicLog(log, witnesses, cases, database)
        let directorySync = DirectorySync(
            database: database, directory: directory, publicAddress: configuration.publicAddress)
        let disclosure = try InformationDisclosure(
            cases: cases, directory: directory, files: files, database: database)
        let hotline = try hotline(directory, outbox, database, clock: clock)
        let requests = try requests(configuration, cases, directory, files, outbox, database, hotline)
        let search = try SiteSearch(
            library: library, directory: directory,
            sources: Self.searchSources,
            sites: Content.siteNames, database: database)
        let ratings = try halls.rated(directory, cases, outbox, identity.kiosks, database)
        var modules: [Module] = [
            try .storage(database), node.module { web.apiWrites.share(among: $0) }, try .journal(),
            try jobs.module(), try .government(), try identity.module(), try .files(files),
            try .messaging(forgettingIn: database), try cases.module(), try .services(library),
            try licences.module(), try desk.module(), try hall.module(),
            CoreAPI(cases: cases, library: library, files: files, database: database).module(),
            try operations.module(jobKinds: jobs.runner.kinds),
            FormDesigner(library: library, directory: directory, database: database).module(),
            try items.module(),
            try ProcessDesk(cases: cases, services: library, database: database).module(),
            PaperDesk(cases: cases, database: database).module,
            try Restructuring(cases: cases, directory: directory, database: database).module(),
            try moving.module(), try directorySync.module(), try content.module(), try languages.module(),
            messages.desk.module, try ratings.module(),
            try configuration.progressAnywhere(cases, outbox, ratings, database).module(),
            try disclosure.module(), try halls.module(),
            try Portal(library: library, cases: cases, cache: cache, news: .newest(in: database)).module(),
            try publicLog.module(), try openID.module(), try search.module(),
        ]
        modules +=
            try together(library, directory, outbox, database)
            + participation(requests, directory, files, outbox, database, hotline)
        modules += try care(
            content, statistics, requests, outbox: outbox, disclosure: disclosure, search: search,
            library: library,
            links: configuration.links, routes: modules.flatMap(\.routes))
        let overseen = try oversight(configuration, outbox, database)
        modules += try accountability(
            cases, library, outbox, directory, files, identity.grantChanges, database,
            of: (modules + overseen).flatMap(\.routes))
        modules += overseen
        let installation = Installation(
            configuration: configuration, database: database, cases: cases, library: library,
            licences: licences, identity: identity, openID: openID, halls: halls, hotline: hotline,
            modules: modules,
            runner: jobs.runner, node: node, directorySync: directorySync, web: web, pages: cache,
            files: files, messages: messages, witnesses: witnesses)
        try await installation.prepare()
        try await operations.resealing.ask(in: database, at: clock())
        try await content.followHosts()
        try await content.followNotices()
        try await languages.follow()
        installation.follow(cache, content, languages, logger: logger)
        return installation
    }
}
