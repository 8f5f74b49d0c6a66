import Cases
import Government
import Jobs
import Messaging
import Modules
import Services
import Storage
import Web
import WorkingTime

/// Accountability (责任认定): the desk of the audit administrator, who searches the journal, takes parts of it along,
/// and follows what is unusual; and what persons may ask about their own data.
public struct Audit: Sendable {
    private let database: Database
    private let cases: Cases
    private let library: ServiceLibrary
    private let outbox: Outbox
    private let actions: AuditActions
    private let consents: String?

    /// The audit of an installation.
    ///
    /// - Parameters:
    ///   - library: knows what the questions of an application are called.
    ///   - outbox: where heads of organs and persons are told what concerns them.
    ///   - routes: what can be done in the other modules; names what stands in the journal.
    ///   - consents: where persons see and take back what they let other systems know; `nil`: there are none.
    public init(
        cases: Cases, library: ServiceLibrary, outbox: Outbox, routes: [Route], database: Database,
        consents: String? = nil
    ) {
        self.consents = consents
        (self.cases, self.library, self.outbox, self.database) = (cases, library, outbox, database)
        actions = AuditActions(routes: routes)
    }

    /// What works off the jobs that are asked for here.
    public static func jobHandlers(clock: @escaping @Sendable () -> Instant) -> [any JobHandler] {
        [AuditExport(clock: clock)]
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        Module(
            name: "audit", migrations: try Migration.all(in: .module, module: "audit"), routes: routes,
            jobs: [PatternWatch(database: database).job])
    }

    private var routes: [Route] {
        SearchPages(database: database, actions: actions).routes
            + AuditExportPages(database: database, actions: actions).routes
            + PatternPages(database: database, outbox: outbox).routes
            + RulesPages(database: database).routes
            + personRoutes
    }

    private var personRoutes: [Route] {
        let requests = PersonRequests(database: database, cases: cases, outbox: outbox)
        return MyDataPages(database: database, cases: cases, library: library, consents: consents).routes
            + MyReadings(database: database).routes
            + MyRequestPages(database: database, requests: requests).routes
            + RequestDeskPages(database: database, requests: requests).routes
    }
}
