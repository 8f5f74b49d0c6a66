import Government
import Identity
import Modules
import Storage
import Web

/// Who may do what, and how that changes: posts asked for and decided by different people, deputies for those who are
/// away, and a page that says why somebody may do something.
public struct Rights: Sendable {
    private let database: Database
    private let directory: Directory
    /// Everything that can be done in this installation, but for what this module adds itself.
    private let routes: [Route]

    /// The rights of an installation.
    ///
    /// - Parameter routes: the routes of all other modules, to be explained.
    public init(database: Database, directory: Directory, routes: [Route]) {
        (self.database, self.directory, self.routes) = (database, directory, routes)
    }

    /// What it contributes.
    public var module: Module {
        let posts = Posts(database: database)
        let own =
            StaffPages(posts: posts, directory: directory).routes
            + ChangePages(posts: posts, directory: directory).routes
            + DeputyPages(delegations: Delegations(database: database), directory: directory).routes
        return Module(
            name: "rights",
            routes: own + RightsPages(posts: posts, directory: directory, explained: routes + own).routes)
    }
}

/// Where the pages stand.
public enum RightsPath {
    /// The staff and their posts.
    public static let staff = "/desk/accounts"
    /// Posts that wait for a decision.
    public static let changes = "/desk/post-changes"
    /// Who stands in for whom.
    public static let deputies = "/desk/deputies"
    /// Who may do what.
    public static let rights = "/desk/rights"

    /// One of the staff.
    static func holder(_ id: String) -> String { "\(staff)/\(id)" }

    /// Where posts are asked for.
    static func asking(for id: String) -> String { "\(staff)/\(id)/post-changes" }

    /// Where a change is decided: `approval`, `refusal`, `withdrawal`.
    static func settling(_ id: String, _ how: String) -> String { "\(changes)/\(id)/\(how)" }

    /// Where a deputy's time is ended.
    static func ending(_ id: String) -> String { "\(deputies)/\(id)/end" }
}
