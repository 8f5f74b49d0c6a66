import Cases
import Modules
import Storage
import Web
import WorkingTime

/// The desk of the people who draw processes: versions of processes and decision tables from draft to retirement.
public struct ProcessDesk: Sendable {
    private let cases: Cases
    private let database: Database

    /// The process desk of an installation.
    public init(cases: Cases, database: Database) {
        (self.cases, self.database) = (cases, database)
    }

    /// What it contributes.
    public func module() throws -> Module {
        Module(
            name: "process-desk",
            routes: ProcessListPages(processes: cases.processes).routes
                + DecisionListPages(tables: DecisionTables(database: database)).routes
                + DecisionPages(tables: DecisionTables(database: database)).routes)
    }
}

/// Where the process desk's pages stand.
public enum ProcessDeskPath {
    /// The processes there are.
    public static let processes = "/desk/processes"
    /// The decision tables there are.
    public static let decisions = "/desk/decisions"
}
