import Cases
import Government
import Modules
import Storage
import Web

/// What the system administrator keeps in order; for now the calendar of working days.
public struct Operations: Sendable {
    private let cases: Cases
    private let directory: Directory
    private let database: Database

    /// The administrator's pages of an installation.
    public init(cases: Cases, directory: Directory, database: Database) {
        self.cases = cases
        self.directory = directory
        self.database = database
    }

    /// What operations contribute.
    public func module() -> Module {
        Module(
            name: "operations",
            routes: CalendarPages(cases: cases, directory: directory, database: database).routes)
    }
}

/// Where the administrator's pages stand.
public enum OperationsPath {
    /// The calendar of working days.
    public static let calendar = "/desk/calendar"
}
