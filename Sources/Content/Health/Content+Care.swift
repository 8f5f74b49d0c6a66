import Messaging
import Modules
import RequestDoors
import Storage
import Web
import WorkingTime

extension Content {
    /// What keeps the sites in order: inspection, warnings, and what readers say is wrong (docs/adr/0043, 0044).
    ///
    /// Its tables are among those of ``module()``.
    ///
    /// - Parameters:
    ///   - outbox: where editors are told.
    ///   - outside: what others know of a site; nil where nobody does.
    ///   - pages: who knows whether there is a page under an address.
    ///   - door: how a correction that is more than a fault of a page becomes a request; nil where it cannot.
    /// - Throws: a decoding error when the delivered rules are damaged.
    public func care(outbox: Outbox, outside: OutsideFacts?, pages: KnownPages, door: RequestDoor? = nil)
        throws
        -> Module
    {
        let (database, book) = (editions.database, try InspectionBook())
        let inspector = Inspector(database: database, book: book, outside: outside)
        let check = DocumentCheck(origin: tags.origin, leaks: editions.leaks)
        let round = CheckRound(
            database: database, links: LinkBook(check: check, known: pages, database: database))
        let watch = ColumnWatch(database: database, outbox: outbox, book: book)
        let corrections = Corrections(database: database, outbox: outbox, book: book, door: door)
        return Module(
            name: "content-care",
            routes: HealthPages(database: database, book: book, inspector: inspector).routes
                + QuarterReportPages(database: database, book: book, inspector: inspector).routes
                + InspectionRulesPages(database: database, book: book).routes
                + CorrectionPages(corrections: corrections).routes
                + CorrectionDeskPages(corrections: corrections).routes,
            jobs: [
                Job(name: "content.check", intervalSeconds: 60) { try await round.run(at: $0) },
                Job(name: "content.columns", intervalSeconds: 3_600) { try await watch.run(at: $0) },
                Job(name: "content.inspect", intervalSeconds: 6 * 3_600) {
                    try await inspector.keepCards(at: $0)
                },
            ])
    }
}

extension Inspector {
    /// Scores every site and keeps the card of the day.
    func keepCards(at now: Instant) async throws {
        let sites = try await database.read { try SiteStore.sites(in: $0) }
        for site in sites {
            let card = try await card(of: site, at: now)
            try await database.write { try CardStore.keep(card, of: site.id, in: $0) }
        }
    }
}
