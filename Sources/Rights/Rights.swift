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
    private let grants: GrantChanges
    /// Everything that can be done in this installation, but for what this module adds itself.
    private let routes: [Route]

    /// The rights of an installation.
    ///
    /// - Parameters:
    ///   - grants: what roles may do, and how that changes.
    ///   - routes: the routes of all other modules, to be explained; what their policies ask for is what can be granted.
    public init(database: Database, directory: Directory, grants: GrantChanges, routes: [Route]) {
        (self.database, self.directory, self.grants, self.routes) = (database, directory, grants, routes)
    }

    /// What it contributes.
    public var module: Module {
        let posts = Posts(database: database)
        let own =
            StaffPages(posts: posts, directory: directory).routes
            + ChangePages(posts: posts, directory: directory).routes
            + OfficePages(offices: Offices(database: database), directory: directory).routes
            + DeputyPages(delegations: Delegations(database: database), directory: directory).routes
        let powers = PowerList(routes + own + grantRoutes(PowerList([])))
        let all = own + grantRoutes(powers)
        let explanation = RightsPages(
            posts: posts, directory: directory, grants: grants, powers: powers, explained: routes + all)
        return Module(name: "rights", routes: all + explanation.routes)
    }

    private func grantRoutes(_ powers: PowerList) -> [Route] {
        let pages = GrantPages(changes: grants, powers: powers)
        return pages.routes + GrantSettlingPages(pages: pages).routes
    }
}

/// Where the pages stand.
public enum RightsPath {
    /// The staff and their posts.
    public static let staff = "/desk/accounts"
    /// Posts that wait for a decision.
    public static let changes = "/desk/post-changes"
    /// The offices of organs.
    public static let offices = "/desk/offices"
    /// Who stands in for whom.
    public static let deputies = "/desk/deputies"
    /// Who may do what.
    public static let rights = "/desk/rights"
    /// What roles may do, and changes that wait for a decision.
    public static let grants = "/desk/grants"
    /// Every version of that.
    static let grantHistory = "\(grants)/history"

    /// One power of one role.
    static func grant(_ role: String, _ power: String) -> String { "\(grants)/\(role)/\(power)" }

    /// Where a change of the grants is decided: `approval`, `refusal`, `withdrawal`.
    static func settlingGrant(_ id: String, _ how: String) -> String { "\(grants)/changes/\(id)/\(how)" }

    /// One of the staff.
    static func holder(_ id: String) -> String { "\(staff)/\(id)" }

    /// One office.
    static func office(_ key: String) -> String { "\(offices)/\(key)" }

    /// What is done with an office: `name`, `closure`.
    static func officeAct(_ key: String, _ act: String) -> String { "\(office(key))/\(act)" }

    /// Where posts are asked for.
    static func asking(for id: String) -> String { "\(staff)/\(id)/post-changes" }

    /// Where a change is decided: `approval`, `refusal`, `withdrawal`.
    static func settling(_ id: String, _ how: String) -> String { "\(changes)/\(id)/\(how)" }

    /// Where a deputy's time is ended.
    static func ending(_ id: String) -> String { "\(deputies)/\(id)/end" }
}
