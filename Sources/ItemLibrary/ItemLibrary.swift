import Government
import Jobs
import Modules
import Services
import Storage
import Web
import WorkingTime

/// The desk of the item library (事项库): items edited, reviewed by a second person, compared, ended, imported, exported,
/// and how complete they are.
public struct ItemLibrary: Sendable {
    private let desk: ItemDesk

    /// The item library of an installation.
    ///
    /// - Parameter clock: the time of jobs; injected, so that a test never waits.
    public init(
        library: ServiceLibrary, directory: Directory, database: Database,
        clock: @escaping @Sendable () -> Instant
    ) {
        desk = ItemDesk(
            drafts: ItemDrafts(library: library, database: database), library: library,
            directory: directory, database: database, clock: clock)
    }

    /// What works off the imports that are asked for here.
    public var jobHandlers: [any JobHandler] { [ItemImporting(desk: desk)] }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        Module(
            name: "item-library", migrations: try Migration.all(in: .module, module: "item-library"),
            routes: ItemPages(desk: desk).routes + NewItemPages(desk: desk).routes
                + DraftPages(desk: desk).routes + DraftActPages(desk: desk).routes
                + EditPages(desk: desk).routes + MaterialPages(desk: desk).routes
                + ItemComparisonPages(desk: desk).routes
                + CompletenessPages(desk: desk).routes + TransferPages(desk: desk).routes
                + ItemTypePages(desk: desk).routes + RegionPages(desk: desk).routes)
    }
}

/// Where the pages of the item library stand.
public enum ItemLibraryPath {
    /// The items.
    public static let items = "/desk/items"
    /// Where a new item is begun.
    public static let new = "/desk/items-new"
    /// What waits for review.
    public static let drafts = "/desk/item-drafts"
    /// How complete the items are.
    public static let statistics = "/desk/items-completeness"
    /// The items as a file.
    static let export = "/desk/items-export"
    /// The imports of items.
    public static let imports = "/desk/item-imports"
    /// The file to fill in.
    static let template = "/desk/items-template"
    /// The types of items.
    public static let types = "/desk/item-types"

    /// The divisions of the country.
    public static let regions = "/desk/regions"

    /// One item.
    static func item(_ slug: String) -> String { "\(items)/\(slug)" }
    /// Where a draft of its next version is begun.
    static func begin(_ slug: String) -> String { "\(item(slug))/drafts" }
    /// Where it is ended.
    static func end(_ slug: String) -> String { "\(item(slug))/end" }
    /// Two versions side by side.
    static func comparison(_ slug: String) -> String { "\(item(slug))/comparison" }

    /// One draft.
    public static func draft(_ id: String) -> String { "\(drafts)/\(id)" }
    /// One group of what a draft says.
    static func group(_ group: String, of id: String) -> String { "\(draft(id))/groups/\(group)" }
    /// The materials of a draft.
    static func materials(of id: String) -> String { "\(draft(id))/materials" }
    /// Where a material is added.
    static func newMaterial(of id: String) -> String { "\(draft(id))/materials-new" }
    /// One material of a draft.
    static func material(_ material: String, of id: String) -> String { "\(materials(of: id))/\(material)" }
    /// Where something is done with a draft.
    static func act(_ act: String, of id: String) -> String { "\(draft(id))/\(act)" }

    /// One import.
    static func importing(_ id: String) -> String { "\(imports)/\(id)" }
    /// Where its rows are taken over.
    static func execution(_ id: String) -> String { "\(imports)/\(id)/execution" }
    /// Its report as a file.
    static func report(_ id: String) -> String { "\(imports)/\(id)/report" }
}
