import Cases
import Government
import Identity
import Jobs
import Modules
import Services
import Storage
import Web

/// The desk of those who work here (工作台): what waits for them, the case they decide, and what they may do
/// with it. It knows no kind of matter in particular.
public struct Desk: Sendable {
    private let cases: Cases
    private let directory: Directory
    private let dossiers: Dossiers
    private let database: Database

    /// The desk of an installation.
    ///
    /// - Parameters:
    ///   - links: the pages that features have for a case, beside the desk's own.
    ///   - words: what was said in a case that is no application for a service, by label; nil for every other.
    public init(
        cases: Cases, library: ServiceLibrary, directory: Directory, database: Database,
        links: @escaping @Sendable (Case, OfficerContext) -> [Link] = { _, _ in [] },
        words: @escaping @Sendable (Case) -> [(label: String, words: String)]? = { _ in nil }
    ) {
        self.cases = cases
        self.directory = directory
        self.database = database
        dossiers = Dossiers(
            cases: cases, library: library, directory: directory, database: database,
            links: links, words: words)
    }

    /// What the desk contributes: its pages. It keeps no tables of its own.
    public func module() throws -> Module {
        let lists = TaskListPages(cases: cases, directory: directory)
        let search = CaseSearchPages(cases: cases, directory: directory)
        let pages = CasePages(dossiers: dossiers)
        let actions = ActionRoutes(cases: cases, dossiers: dossiers)
        let exports = ExportPages(database: database)
        return Module(
            name: "desk",
            routes: lists.routes + search.routes + pages.routes + actions.routes + exports.routes
                + IncidentPages(cases: cases).routes)
    }

    /// What works off the jobs that are asked for here.
    public var jobHandlers: [any JobHandler] { [CaseExport(clock: { [cases] in cases.now })] }
}
