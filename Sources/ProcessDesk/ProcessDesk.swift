import Cases
import Modules
import Services
import Storage
import Web
import WorkingTime

/// The desk of the people who draw processes: versions of processes and decision tables from draft to retirement.
public struct ProcessDesk: Sendable {
    private let cases: Cases
    private let services: ServiceLibrary
    private let database: Database

    /// The process desk of an installation.
    public init(cases: Cases, services: ServiceLibrary, database: Database) {
        (self.cases, self.services, self.database) = (cases, services, database)
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let proposals = Proposals(database: database, processes: cases.processes, services: services)
        let published = PublishedProcesses(processes: cases.processes, database: database)
        return Module(
            name: "process-desk", migrations: try Migration.all(in: .module, module: "process-desk"),
            routes: ProcessPages(published: published, services: services, database: database).routes
                + HeatPages(published: published, services: services, database: database).routes
                + MigrationPages(published: published, cases: cases, services: services, database: database)
                .routes
                + ProposalPages(proposals: proposals, published: published).routes
                + DecisionListPages(tables: DecisionTables(database: database)).routes
                + DecisionPages(tables: DecisionTables(database: database)).routes)
    }
}
