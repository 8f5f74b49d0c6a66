import Cases
import Files
import Modules
import Storage
import Web

/// The interface for programs to what every kind of matter has: cases, tasks, files and messages.
///
/// It offers what the pages offer, by the same rules: every read takes the caller's `Viewer`, every change
/// goes through `Cases.change`. What only one feature knows (services, filing) is offered by that feature.
public struct CoreAPI: Sendable {
    private let cases: Cases
    private let files: FileStore
    private let database: Database

    /// The interface of an installation.
    public init(cases: Cases, files: FileStore, database: Database) {
        self.cases = cases
        self.files = files
        self.database = database
    }

    /// What this target contributes: routes alone.
    public func module() -> Module {
        let changes = CaseChanges(cases: cases, database: database)
        return Module(
            name: "core-api",
            routes: FileAPI(cases: cases, files: files, database: database).routes
                + CaseAPI(cases: cases).routes
                + TaskAPI(cases: cases, changes: changes).routes
                + EvidenceAPI(changes: changes, files: files, database: database).routes
                + ClockAPI(changes: changes).routes
                + OutsideMessageAPI(changes: changes).routes
                + ApplicantAPI(changes: changes).routes
                + MessageAPI(database: database).routes)
    }
}
