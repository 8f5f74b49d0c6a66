import Cases
import Messaging
import Modules
import Storage

/// Progress without signing in to look it up: in the calendar, by SMS, and for the family.
public struct ProgressAnywhere: Sendable {
    private let database: Database
    private let cases: Cases
    private let outbox: Outbox
    private let secrets: [String: String]
    private let publicAddress: String
    private let rate: TextRating

    /// The ways of an installation.
    ///
    /// - Parameters:
    ///   - secrets: by which SMS gateways sign the messages they pass on, by the gateway's name.
    ///   - publicAddress: where the public reaches this installation, without a slash at the end.
    ///   - rate: takes a rating that came by SMS.
    public init(
        database: Database, cases: Cases, outbox: Outbox, secrets: [String: String], publicAddress: String,
        rate: @escaping TextRating
    ) {
        (self.database, self.cases, self.outbox) = (database, cases, outbox)
        (self.secrets, self.publicAddress, self.rate) = (secrets, publicAddress, rate)
    }

    /// Tells whoever follows a case, or acts for the person who applied.
    public static func follower(outbox: Outbox) -> CaseFollower { FollowerNotices(outbox: outbox).follower }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let calendars = Calendars(database: database, cases: cases, publicAddress: publicAddress)
        return Module(
            name: "progress-anywhere",
            migrations: try Migration.all(in: .module, module: "progress-anywhere"),
            routes: FollowPages(follows: Follows(database: database, cases: cases, outbox: outbox)).routes
                + FollowedPages(database: database, cases: cases).routes
                + CalendarPages(calendars: calendars).routes
                + CalendarFiles(calendars: calendars).routes
                + TextRoutes(
                    database: database, cases: cases, secrets: secrets, publicAddress: publicAddress,
                    rate: rate
                ).routes)
    }
}

/// Where the pages stand.
enum ProgressPath {
    static let matters = "/my/cases"
    static let follows = "/my/follows"
    static let newFollow = "/my/follows/new"
    static let calendars = "/my/calendars"

    /// Where a follow is agreed to.
    static func acceptance(_ id: String) -> String { "\(follows)/\(id)/acceptance" }

    /// Where it is ended.
    static func ending(_ id: String) -> String { "\(follows)/\(id)/ending" }

    /// The matters one follows by it.
    static func followed(_ id: String) -> String { "/my/followed/\(id)" }

    /// One of them.
    static func followed(_ id: String, _ number: String) -> String { "/my/followed/\(id)/\(number)" }

    /// Where a subscription is withdrawn.
    static func withdrawal(_ id: String) -> String { "\(calendars)/\(id)/withdrawal" }

    /// What a calendar program reads.
    static func calendar(_ token: String) -> String { "/calendars/\(token).ics" }
}
