import BusinessProcess
import Cases
import Files
import Foundation
import Government
import Identity
import Licences
import Messaging
import Modules
import Services
import Storage
import Web

/// The hall: finding a service, applying for it on the page, at the counter or through the API.
public struct ServiceHall: Sendable {
    private let library: ServiceLibrary
    private let directory: Directory
    private let cases: Cases
    private let licences: Licences
    private let files: FileStore
    private let database: Database
    private let cache: PageCache
    private let publicAddress: String
    private let printer: DocumentPrinter
    private let provesFilings: Bool
    private let elsewhere: @Sendable (Case) -> String?
    private let words: @Sendable (Case) -> WhatNow?
    private let mandates: Mandates
    private let assuring: Assuring
    private let outbox: Outbox
    private let booking: @Sendable (String) -> String?
    private let tray: CounterTray

    /// The hall over what an installation has.
    ///
    /// - Parameters:
    ///   - cache: keeps its public pages.
    ///   - publicAddress: where visitors reach the site, as it is printed on papers.
    ///   - licences: what its holders may use instead of uploading.
    ///   - remark: the small line on papers that are not to be taken seriously; nil on real ones.
    ///   - mandates: who may apply in an enterprise's name.
    ///   - assuring: how a clerk confirms who somebody is.
    ///   - outbox: where applicants are told what came of a pre-check.
    ///   - booking: where a time in the hall is booked for an item, by its slug.
    ///   - tray: what scanners have put before a clerk.
    ///   - provesFilings: whether there is a page that proves a filing (存证), to be linked.
    ///   - elsewhere: the applicant's page of a kind of matter that has one of its own.
    ///   - words: how things stand with such a matter, for whoever holds the receipt; nil for an application.
    public init(
        library: ServiceLibrary, directory: Directory, cases: Cases, licences: Licences, files: FileStore,
        database: Database, cache: PageCache, mandates: Mandates, assuring: Assuring,
        outbox: Outbox = Outbox(), publicAddress: String, remark: String?,
        provesFilings: Bool = false, elsewhere: @escaping @Sendable (Case) -> String? = { _ in nil },
        words: @escaping @Sendable (Case) -> WhatNow? = { _ in nil },
        booking: @escaping @Sendable (String) -> String? = { _ in nil }, tray: CounterTray = .none
    ) {
        self.library = library
        self.directory = directory
        self.cases = cases
        self.licences = licences
        self.files = files
        self.database = database
        self.cache = cache
        self.mandates = mandates
        self.assuring = assuring
        self.outbox = outbox
        self.publicAddress = publicAddress
        printer = DocumentPrinter(publicAddress: publicAddress, remark: remark)
        self.provesFilings = provesFilings
        (self.elsewhere, self.words) = (elsewhere, words)
        (self.booking, self.tray) = (booking, tray)
    }

    /// What the hall contributes to an installation.
    ///
    /// - Throws: `StorageError.io` or `ItemFileError` when the delivered files are incomplete.
    public func module() throws -> Module {
        Module(
            name: "service-hall", migrations: try Migration.all(in: .module, module: "service-hall"),
            routes: [
                try catalogue.routes, applications.routes, counter.routes, servicesAPI.routes,
                filingAPI.routes, JointAPI(services: servicesAPI, filing: filingAPI, cases: cases).routes,
                applicantSide.routes,
                RegionsAPI(database: database).routes,
                PreCheckPages(
                    prechecks: prechecks, library: library, files: files, database: database
                ).routes,
                MandatePages(mandates: mandates, library: library).routes,
                relatives.routes,
                RelativeDeskPages(mandates: mandates.personal, database: database).routes,
                ReadingsPages(cases: cases, directory: directory, database: database).routes,
            ].flatMap(\.self),
            jobs: [drafts.tidying(files: files)])
    }

    private var relatives: RelativePages {
        RelativePages(
            mandates: mandates.personal, library: library, cases: cases, database: database, outbox: outbox)
    }
    private var drafts: Drafts { Drafts(database: database) }
    private var prechecks: PreChecks { PreChecks(database: database, outbox: outbox) }
    private var applicants: Applicants { Applicants(directory: directory, database: database) }

    private var filings: Filings {
        Filings(library: library, directory: directory, cases: cases, files: files, database: database)
    }

    private var reuse: LicenceReuse { LicenceReuse(licences: licences, files: files, printer: printer) }

    private var catalogue: CataloguePages {
        get throws {
            CataloguePages(
                library: library, directory: directory, processes: cases.processes, applicants: applicants,
                lifeEvents: try ItemFiles.lifeEvents(), cache: cache, booking: booking)
        }
    }

    private var applications: ApplicationPages {
        ApplicationPages(
            door: DraftDoor(drafts: drafts, library: library, prechecks: prechecks, reuse: reuse),
            applicants: applicants, filings: filings, files: files, reuse: reuse, tray: tray)
    }

    private var counter: CounterPages {
        CounterPages(
            library: library, applicants: applicants, assuring: assuring, database: database)
    }

    private var servicesAPI: ServicesAPI {
        ServicesAPI(library: library, directory: directory, publicAddress: publicAddress)
    }
    private var filingAPI: FilingAPI {
        FilingAPI(
            library: library, applicants: applicants, filings: filings, reuse: reuse,
            confirmations: Confirmations(database: database, outbox: outbox))
    }

    private var applicantSide: ApplicantSide {
        ApplicantSide(
            cases: cases, licences: licences, library: library, files: files, database: database,
            publicAddress: publicAddress, printer: printer, provesFilings: provesFilings,
            elsewhere: elsewhere, words: words
        ) { [drafts] account in
            try await drafts.open(of: account).map {
                DraftLink(name: $0.serviceName, href: $0.path, savedAt: $0.updatedAt)
            }
        }
    }
}
