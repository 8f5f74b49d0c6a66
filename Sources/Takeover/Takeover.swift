import Cases
import Files
import Government
import Identity
import Jobs
import Licences
import Modules
import Services
import Storage
import Web
import WorkingTime

/// Moving in from an older system (旧系统迁入): departments and users out of the tables of RuoYi, and cases that are under
/// way. Tried first, approved by a second person, carried out in the background, undone while nothing is built on it.
public struct Takeover: Sendable {
    let takeovers: Takeovers
    private let passwords: FirstPasswords

    /// The tables that keep personal columns sealed.
    public static let sealedTables = [LineStore.table]

    /// For how many days the cells of what was read are kept.
    static let keptDays = 30

    /// Takeovers into an installation.
    public init(
        database: Database, files: FileStore, cases: Cases, library: ServiceLibrary,
        passwords: FirstPasswords,
        clock: @escaping @Sendable () -> Instant
    ) {
        let matters = MatterTaking(
            cases: cases, library: library, directory: Directory(database),
            types: LicenceTypes(database: database))
        let work = TakeoverWork(database: database, staff: StaffTaking(), matters: matters, clock: clock)
        takeovers = Takeovers(database: database, work: work, files: files)
        self.passwords = passwords
    }

    /// What works off the lines.
    public var jobHandlers: [any JobHandler] { [takeovers.work] }

    /// What it contributes.
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let forget = Job(name: "takeover.forget", intervalSeconds: 3_600) { [takeovers] now in
            let cutoff = now.adding(seconds: -Self.keptDays * 86_400)
            try await takeovers.database.write {
                try TakeoverStore.forget(readBefore: cutoff, at: now, in: $0)
                try KeptFiles.renew(in: takeovers.files, at: now, in: $0)
            }
        }
        return Module(
            name: "takeover", migrations: try Migration.all(in: .module, module: "takeover"),
            routes: StartPages(takeovers: takeovers).routes + TakeoverAPI(takeovers: takeovers).routes
                + TakeoverPages(takeovers: takeovers).routes
                + PlanPages(takeovers: takeovers).routes
                + SlipPages(takeovers: takeovers, passwords: passwords).routes, jobs: [forget])
    }
}

/// Where the pages stand.
public enum TakeoverPath {
    /// What was taken over, and where one begins.
    public static let takeovers = "/desk/takeovers"

    static let staff = "\(takeovers)/staff"
    static let cases = "\(takeovers)/cases"
    static let template = "\(takeovers)/cases/template"

    /// One of them.
    static func takeover(_ id: String) -> String { "\(takeovers)/\(id)" }

    /// What departments and roles are here.
    static func plan(_ id: String) -> String { "\(takeovers)/\(id)/plan" }

    /// The report, line by line.
    static func report(_ id: String) -> String { "\(takeovers)/\(id)/report" }

    /// One-time passwords for those who have none.
    static func slips(_ id: String) -> String { "\(takeovers)/\(id)/slips" }

    /// The same for programs.
    static let api = "/api/v1/takeovers"

    /// Where something is done with it: `trial`, `request`, `approval`, `refusal`, `undoing`, `resumption`.
    static func act(_ id: String, _ what: String) -> String { "\(takeovers)/\(id)/\(what)" }
}
