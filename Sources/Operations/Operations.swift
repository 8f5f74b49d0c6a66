import Files
import Government
import Jobs
import Modules
import Storage
import Web
import WorkingTime

/// What the system administrator keeps in order: the calendar of working days, the jobs in the background, and the
/// register of enterprises.
public struct Operations: Sendable {
    private let directory: Directory
    private let database: Database
    private let files: FileStore
    private let clock: @Sendable () -> Instant
    private let administration: [AdministrativeTask]
    /// Brings what is sealed to the keys of today.
    public let resealing: Resealing

    /// The administrator's work in an installation.
    ///
    /// - Parameters:
    ///   - administration: what administrators keep in order, in whatever module.
    ///   - sealedTables: the tables with personal columns.
    ///   - clock: the time; injected, so that a test never waits.
    public init(
        directory: Directory, database: Database, files: FileStore, administration: [AdministrativeTask] = [],
        sealedTables: [SealedTable], clock: @escaping @Sendable () -> Instant
    ) {
        (self.directory, self.database, self.files, self.clock) = (directory, database, files, clock)
        self.administration = administration
        resealing = Resealing(tables: sealedTables)
    }

    /// What works off the jobs that are asked for here.
    public var jobHandlers: [any JobHandler] {
        [EnterpriseImport(files: files, ids: database.ids, clock: clock), resealing]
    }

    /// What operations contribute.
    ///
    /// - Parameter jobKinds: the kinds of jobs there are, with their names for people.
    /// - Throws: `StorageError` when its migrations are missing.
    public func module(jobKinds: [JobKind]) throws -> Module {
        let forget = Job(name: "operations.forgetImportLines", intervalSeconds: 3_600) { [database] now in
            try await database.write { try ImportLines.forget(endedBefore: now, in: $0) }
        }
        return Module(
            name: "operations", migrations: try Migration.all(in: .module, module: "operations"),
            routes: AdministrationPages(tasks: administration).routes
                + CalendarPages(directory: directory, database: database).routes
                + JobPages(database: database, kinds: jobKinds).routes
                + ImportPages(database: database, files: files).routes, jobs: [forget])
    }
}

/// Where the administrator's pages stand.
public enum OperationsPath {
    /// The way to everything administrators keep in order.
    public static let administration = "/desk/administration"
    /// The calendar of working days.
    public static let calendar = "/desk/calendar"
    /// The jobs in the background.
    public static let jobs = "/desk/jobs"

    /// The imports of enterprises.
    public static let imports = "/desk/imports"

    /// The file to fill in.
    static let importTemplate = "\(imports)/template"

    /// How far an import has come.
    static func importing(_ id: String) -> String { "\(imports)/\(id)" }

    /// The lines of an import that were wrong.
    static func wrongLines(of id: String) -> String { "\(imports)/\(id)/wrong-lines" }

    /// Where an import is cancelled.
    static func importCancellation(of id: String) -> String { "\(imports)/\(id)/cancellation" }

    /// Where a job that was set aside is tried again.
    static func attempts(of id: String) -> String { "\(jobs)/\(id)/attempts" }

    /// Where a job is cancelled.
    static func cancellation(of id: String) -> String { "\(jobs)/\(id)/cancellation" }
}
