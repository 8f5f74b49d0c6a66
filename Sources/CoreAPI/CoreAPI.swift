import Cases
import Files
import Modules
import Services
import Storage
import Web

/// The interface for programs to what every kind of matter has: cases, tasks, files and messages.
///
/// It offers what the pages offer, by the same rules: every read takes the caller's `Viewer`, every change
/// goes through `Cases.change`. What only one feature knows (services, filing) is offered by that feature.
public struct CoreAPI: Sendable {
    private let cases: Cases
    private let library: ServiceLibrary
    private let files: FileStore
    private let database: Database

    /// The interface of an installation.
    ///
    /// - Parameter library: knows which answers of a form are people's numbers.
    public init(cases: Cases, library: ServiceLibrary, files: FileStore, database: Database) {
        self.cases = cases
        self.library = library
        self.files = files
        self.database = database
    }

    /// What this target contributes: routes alone.
    public func module() -> Module {
        let opening = CaseOpening(cases: cases, library: library)
        let uploads = UploadedMaterials(files: files, database: database)
        let changes = CaseChanges(cases: cases, opening: opening, database: database)
        return Module(
            name: "core-api",
            routes: FileAPI(cases: cases, files: files, database: database).routes
                + CaseAPI(cases: cases, opening: opening).routes
                + TaskAPI(cases: cases, changes: changes).routes
                + EvidenceAPI(changes: changes, uploads: uploads).routes
                + PromiseAPI(changes: changes, uploads: uploads).routes
                + ClockAPI(changes: changes).routes
                + OutsideMessageAPI(changes: changes).routes
                + ApplicantAPI(changes: changes).routes
                + MessageAPI(database: database).routes)
    }
}
