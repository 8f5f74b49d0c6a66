import Files
import Foundation
import Identity
import Messaging
import Modules
import Refusals
import Storage
import Web
import WorkingTime

/// The administrative hall (政务服务大厅): appointments, tickets, the calling screen, and the windows at which people are
/// served.
public struct AdministrativeHall: Sendable {
    let database: Database
    private let outbox: Outbox
    private let kiosks: [String: String]
    private let site: String
    let clock: @Sendable () -> Instant
    private let applicant: @Sendable (String, Viewer) async throws -> Int64?
    private let tablet: @Sendable (Int64) -> String?
    private let streams: LiveStreams
    private let item: @Sendable (String) -> HallItem?
    private let files: FileStore
    private let scanners: BearerDoor<ScannerCaller>

    /// The halls of an installation.
    ///
    /// - Parameters:
    ///   - kiosks: what the machines are called on which tickets are taken, by their network address.
    ///   - site: what stands before paths, for the code on a ticket.
    ///   - files: where scans are kept.
    ///   - item: what the library offers under a short name.
    ///   - tablet: where the tablet of a window stands on which people rate, if there is such a page.
    ///   - applicant: the account of a case's applicant, if they have one; refuses a case that the officer may not see.
    public init(
        database: Database, outbox: Outbox, kiosks: [String: String], site: String,
        files: FileStore, item: @escaping @Sendable (String) -> HallItem? = { _ in nil },
        tablet: @escaping @Sendable (Int64) -> String? = { _ in nil },
        applicant: @escaping @Sendable (String, Viewer) async throws -> Int64?,
        clock: @escaping @Sendable () -> Instant
    ) {
        (self.database, self.outbox, self.kiosks, self.site) = (database, outbox, kiosks, site)
        (self.files, self.item, self.applicant, self.clock) = (files, item, applicant, clock)
        self.tablet = tablet
        scanners = BearerDoor(database)
        let streams = LiveStreams()
        self.streams = streams
        database.observe { streams.ring($0) }
    }

    var appointments: Appointments {
        Appointments(database: database, outbox: outbox, codes: HallCode.random)
    }
    var tickets: Tickets { Tickets(database: database, outbox: outbox, codes: HallCode.random) }
    var work: WindowWork { WindowWork(database: database, outbox: outbox) }
    var papers: Papers { Papers(database: database, outbox: outbox, applicant: applicant) }
    var setup: HallSetup { HallSetup(database: database) }
    /// What scanners have put before clerks.
    public var tray: ScanTray { ScanTray(database: database) }

    /// The scanner that sends a request, if one does.
    ///
    /// - Throws: `StorageError`; `DomainError.tooMany` for an address that tries one token after the other.
    public func principal(of request: WebRequest) async throws -> (any Principal)? {
        try await scanners.caller(of: request)
    }

    /// What it contributes.
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let open =
            HallPages(database: database).routes + BookingPages(appointments: appointments, item: item).routes
            + KioskPages(tickets: tickets, kiosks: kiosks).routes
            + TicketPages(tickets: tickets, site: site).routes
            + ScreenPages(database: database, streams: streams, clock: clock).routes
        let desk =
            DeskHallPages(tickets: tickets, work: work).routes + WindowPages(work: work).routes
            + DeskAppointmentPages(appointments: appointments).routes
            + SetupPages(setup: setup, tablet: tablet).routes
            + FiguresPages(database: database).routes + PaperPages(papers: papers).routes
            + HallAPI(appointments: appointments).routes + ScannerPages(database: database).routes
            + ScanAPI(database: database, files: files).routes
        return Module(
            name: "administrative-hall",
            migrations: try Migration.all(in: .module, module: "administrative-hall"), routes: open + desk,
            jobs: [day, sweeping])
    }

    /// People are reminded, and who has not come is told so.
    private var day: Job {
        Job(name: "hall.appointments", intervalSeconds: 60) { [appointments] now in
            try await AppointmentDay(appointments: appointments).run(at: now)
        }
    }

    /// After so many days nobody needs to know any more whose a ticket was.
    static let rememberedDays = 30

    /// What was left waiting when a hall closed, and what is old.
    private var sweeping: Job {
        Job(name: "hall.sweep", intervalSeconds: 3_600) { [database] now in
            try await database.write { try ScanStore.sweep(before: now.day, in: $0) }
            for hall in try await database.read({ try HallStore.halls(in: $0) }) {
                try await database.write { tx in
                    try TicketStore.sweep(hall.id, before: now.day, at: now, in: tx)
                    let last = now.day.adding(days: -Self.rememberedDays)
                    try TicketStore.forgetPersons(hall.id, from: last.adding(days: -30), to: last, in: tx)
                }
            }
        }
    }
}
