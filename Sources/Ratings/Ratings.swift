import Cases
import Government
import Messaging
import Modules
import Storage

/// How people say they were served (好差评), what is done about what they say is bad, and what is published of it.
public struct Ratings: Sendable {
    let database: Database
    private let directory: Directory
    private let reviews: Reviews
    private let rules: RatingRules
    private let windows: WindowPages
    let visits: VisitRating

    /// The ratings of an installation.
    ///
    /// - Parameters:
    ///   - kiosks: what the machines are called on which visits to windows are rated, by their network address.
    ///   - watch: hears of the limits that bad ratings bring.
    ///   - served: finds who was served last at a window.
    /// - Throws: `StorageError` when the delivered rules are missing.
    public init(
        database: Database, directory: Directory, cases: Cases, outbox: Outbox,
        kiosks: [String: String] = [:], watch: @escaping RatingWatch = { _, _, _, _ in },
        served: @escaping ServedAtWindow = { _, _ in nil }
    ) throws {
        (self.database, self.directory) = (database, directory)
        visits = VisitRating(database: database, cases: cases)
        windows = WindowPages(
            ratings: WindowRatings(database: database, served: served), kiosks: kiosks)
        rules = try RatingRules.delivered()
        reviews = Reviews(database: database, outbox: outbox, rules: rules, watch: watch)
    }

    /// What is kept of a rating of a case beside the case.
    public static var follower: CaseFollower { RatingFollowing.follower }

    /// The columns that are kept sealed.
    public static let sealedTables = [RatingStore.sealed]

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let opening = Job(name: "ratings.review", intervalSeconds: 30) { [reviews] now in
            try await reviews.open(at: now)
        }
        let visits = VisitPages(database: database, rules: rules, rating: visits)
        let published = PublishedPages(database: database, directory: directory)
        return Module(
            name: "ratings", migrations: try Migration.all(in: .module, module: "ratings"),
            routes: visits.routes + windows.routes
                + ReviewPages(reviews: reviews, directory: directory).routes
                + published.routes + RatingAPI(visits: visits, published: published).routes,
            jobs: [opening])
    }
}

extension Ratings {
    /// Where the tablet of a window stands.
    public static func tablet(ofWindow id: Int64) -> String { RatingPath.window(String(id)) }
}

/// Where the pages stand.
enum RatingPath {
    static let rate = "/rate"
    static let published = "/ratings"
    static let file = "/ratings.csv"
    static let reviews = "/desk/ratings"
    static let codes = "/desk/visit-codes"

    /// Where one visit is rated.
    static func visit(_ code: String) -> String { "\(rate)/\(code)" }

    /// The tablet at a window.
    static func window(_ id: String) -> String { "\(rate)/windows/\(id)" }

    /// One review.
    static func review(_ id: String) -> String { "\(reviews)/\(id)" }

    /// A step of it: `contact`, `correction`, `callback`, `appeal`, `ruling`.
    static func step(_ id: String, _ step: String) -> String { "\(reviews)/\(id)/\(step)" }
}
