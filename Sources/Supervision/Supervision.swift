import Government
import Identity
import Jobs
import Messaging
import Modules
import Storage
import Web
import WorkingTime

/// Electronic supervision (电子监察): rules that are data look at every kind of case; what they notice is a signal with its
/// evidence, and whoever it is about is heard.
public struct Supervision: Sendable {
    private let database: Database
    private let directory: Directory
    private let outbox: Outbox
    private let watching: Watching
    private let orders: String?
    private let ordered: SignalOrder
    private let accountability: String?
    private let kinds: [String: String]

    /// The order that came of a signal, for an officer who may read it; nil for none.
    public typealias SignalOrder = @Sendable (_ signal: String, OfficerContext, Transaction) throws -> Link?

    /// The supervision of an installation.
    ///
    /// - Parameters:
    ///   - orders: where a supervision order is begun from a signal; nil where there are none.
    ///   - ordered: the order that came of a signal.
    ///   - accountability: where an official is held to account for a card; nil where that is not done.
    ///   - kinds: what matters are called that are no services, by the code they are filed under.
    public init(
        database: Database, directory: Directory, outbox: Outbox, orders: String? = nil,
        ordered: @escaping SignalOrder = { _, _, _ in nil }, accountability: String? = nil,
        kinds: [String: String] = [:]
    ) {
        (self.database, self.directory, self.outbox) = (database, directory, outbox)
        (self.orders, self.ordered) = (orders, ordered)
        (self.accountability, self.kinds) = (accountability, kinds)
        watching = Watching(database: database, outbox: outbox)
    }

    /// What tries rules in the background.
    public static func jobHandlers(database: Database, clock: @escaping @Sendable () -> Instant)
        -> [any JobHandler]
    {
        [TrialWork(database: database, clock: clock)]
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let office = SupervisionOffice(
            database: database, directory: directory, outbox: outbox, orders: orders,
            ordered: ordered, accountability: accountability, services: kinds)
        let watching = watching
        return Module(
            name: "supervision", migrations: try Migration.all(in: .module, module: "supervision"),
            routes: SignalPages(office: office).routes + SignalFile(office: office).routes
                + RulePages(office: office).routes + RulePages(office: office).recalls
                + RulePages(office: office).trials + RuleAPI(office: office).routes
                + SignalAPI(office: office).routes + SignalProofPages(office: office).routes
                + KindPages(office: office).routes
                + MatterPages(office: office).routes + MatterAPI(office: office).routes
                + PublishedPages(database: database).routes,
            jobs: [
                Job(name: "supervision.follow", intervalSeconds: 2) { try await watching.follow(at: $0) },
                // A look at which nothing is due is one look at an index.
                Job(name: "supervision.time", intervalSeconds: 5) { try await watching.passTime(at: $0) },
                Job(name: "supervision.inherit", intervalSeconds: 60) { [database, outbox] in
                    try await Inheriting(database: database, outbox: outbox).inherit(at: $0)
                },
                Job(name: "supervision.appeals", intervalSeconds: 60) { [database] in
                    try await AppealDays(database: database).reckon(at: $0)
                },
                Job(name: "supervision.confirm", intervalSeconds: 300) { [database] in
                    try await Confirming(database: database).confirm(at: $0)
                },
                Job(name: "supervision.chase", intervalSeconds: 300) { [database, outbox] in
                    try await Chasing(database: database, outbox: outbox).chase(at: $0)
                },
                Job(name: "supervision.publish", intervalSeconds: 3_600) { [database, kinds] in
                    try await Publishing(database: database, kinds: kinds).publish(at: $0)
                },
                Job(name: "supervision.offer", intervalSeconds: 86_400) { [database] _ in
                    try await database.write { try DeliveredRules.offer(in: $0) }
                },
                Job(name: "supervision.sweep", intervalSeconds: 5) { try await watching.sweep(at: $0) },
            ])
    }
}
