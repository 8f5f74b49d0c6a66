import Government
import Jobs
import Modules
import Storage
import Web

/// What the system administrator keeps in order: the calendar of working days, and the jobs in the background.
public struct Operations: Sendable {
    private let directory: Directory
    private let database: Database
    private let jobKinds: [JobKind]

    /// The administrator's pages of an installation.
    ///
    /// - Parameter jobKinds: the kinds of jobs there are, with their names for people.
    public init(directory: Directory, database: Database, jobKinds: [JobKind]) {
        self.directory = directory
        self.database = database
        self.jobKinds = jobKinds
    }

    /// What operations contribute.
    public func module() -> Module {
        Module(
            name: "operations",
            routes: CalendarPages(directory: directory, database: database).routes
                + JobPages(database: database, kinds: jobKinds).routes)
    }
}

/// Where the administrator's pages stand.
public enum OperationsPath {
    /// The calendar of working days.
    public static let calendar = "/desk/calendar"
    /// The jobs in the background.
    public static let jobs = "/desk/jobs"

    /// Where a job that was set aside is tried again.
    static func attempts(of id: String) -> String { "\(jobs)/\(id)/attempts" }

    /// Where a job is cancelled.
    static func cancellation(of id: String) -> String { "\(jobs)/\(id)/cancellation" }
}
