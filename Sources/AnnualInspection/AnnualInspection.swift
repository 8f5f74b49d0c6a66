import Government
import Messaging
import Modules
import Storage
import Web

/// The joint annual inspection (联合年检): an enterprise says once a year, for several organs together, what each wants to
/// know; each organ looks at its part; there is one sheet of results.
public struct AnnualInspection: Sendable {
    private let database: Database
    private let desk: InspectionDesk

    /// The inspections of an installation.
    ///
    /// - Parameter watch: hears until when organs have to conclude what was to be corrected.
    /// - Throws: `StorageError` when the delivered rules are missing.
    public init(
        database: Database, directory: Directory, outbox: Outbox,
        watch: @escaping ConclusionWatch = { _, _, _, _ in }
    ) throws {
        self.database = database
        desk = InspectionDesk(
            database: database, directory: directory, outbox: outbox,
            rules: try InspectionRules.delivered(), watch: watch)
    }

    /// The columns that are kept sealed: what an enterprise says of itself.
    public static let sealedTables = [FilingStore.sealed, PartStore.corrections]

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        Module(
            name: "annual-inspection",
            migrations: try Migration.all(in: .module, module: "annual-inspection"),
            routes: FilingPages(desk: desk).routes + PlanPages(desk: desk).routes
                + RosterPages(desk: desk).routes + ReviewPages(desk: desk).routes
                + InspectionAPI(desk: desk).routes + ReviewAPI(desk: desk).routes)
    }
}

extension Power {
    static let readInspections = Power("annual_inspection.read", "查看本部门的联合年检", .matters)
    static let reviewInspections = Power("annual_inspection.review", "审查联合年检中本部门的部分", .matters)
    static let planInspections = Power("annual_inspection.plan", "制定联合年检方案和应检名单", .matters)
    static let publishInspections = Power("annual_inspection.publish", "公布联合年检方案", .matters)
}

/// Where the pages stand.
public enum InspectionPath {
    /// What one's enterprises have to file.
    public static let mine = "/my/inspections"
    /// The years, on the desk.
    public static let desk = "/desk/inspections"
    /// Where a year is begun.
    static let new = "/desk/inspections-new"

    /// What an enterprise says in a year.
    static func filing(_ year: String, _ code: String) -> String { "\(mine)/\(year)/\(code)" }
    /// Where it says that it has corrected something.
    static func correction(_ year: String, _ code: String) -> String { "\(filing(year, code))/correction" }

    /// What an organ has to look at in a year.
    static func year(_ year: String) -> String { "\(desk)/\(year)" }
    /// The plan of a year.
    static func plan(_ year: String) -> String { "\(self.year(year))/plan" }
    /// Where it is published.
    static func publication(_ year: String) -> String { "\(self.year(year))/publication" }
    /// Who has to file.
    static func roster(_ year: String) -> String { "\(self.year(year))/roster" }
    /// Who has not filed.
    static func missing(_ year: String) -> String { "\(self.year(year))/missing" }
    /// A filing, as an organ looks at it.
    static func review(_ year: String, _ filing: String) -> String { "\(self.year(year))/filings/\(filing)" }
    /// Where it decides.
    static func decision(_ year: String, _ filing: String) -> String { "\(review(year, filing))/decision" }
}
