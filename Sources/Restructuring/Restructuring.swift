import Cases
import Foundation
import Government
import Modules
import Storage
import Web
import WorkingTime

/// Organs that merge, divide, change their names or end (机构改革、大部制): plans with two signatures, a preview of
/// everything they move, and the day on which they are carried out.
public struct Restructuring: Sendable {
    private let restructurings: Restructurings
    private let directory: Directory

    /// The restructurings of an installation.
    public init(cases: Cases, directory: Directory, database: Database) {
        restructurings = Restructurings(database: database, cases: cases)
        self.directory = directory
    }

    /// What it contributes.
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let day = Job(name: "restructuring.day", intervalSeconds: 60) { [restructurings] now in
            try await restructurings.carryOutDue(at: now)
        }
        return Module(
            name: "restructuring", migrations: try Migration.all(in: .module, module: "restructuring"),
            routes: PlanPages(restructurings: restructurings, directory: directory).routes
                + StepPages(restructurings: restructurings, directory: directory).routes
                + PreviewPages(restructurings: restructurings).routes
                + SettlingPages(restructurings: restructurings).routes
                + RestructuringAPI(restructurings: restructurings).routes,
            jobs: [day])
    }
}

/// Where the pages stand.
public enum RestructuringPath {
    /// The plans.
    public static let plans = "/desk/restructurings"

    /// A plan.
    static func plan(_ id: String) -> String { "\(plans)/\(id)" }

    /// Where its head is changed.
    static func head(_ id: String) -> String { "\(plans)/\(id)/head" }

    /// Where a step is added.
    static func steps(_ id: String) -> String { "\(plans)/\(id)/steps" }

    /// A step that is divided further.
    static func step(_ id: String, _ place: String) -> String { "\(plans)/\(id)/steps/\(place)" }

    /// Where a step is taken out.
    static func removal(_ id: String, _ place: String) -> String { "\(plans)/\(id)/steps/\(place)/removal" }

    /// What it moves.
    static func preview(_ id: String) -> String { "\(plans)/\(id)/preview" }

    /// Where it is settled: `approval`, `withdrawal`, `execution`.
    static func settling(_ id: String, _ how: String) -> String { "\(plans)/\(id)/\(how)" }
}
