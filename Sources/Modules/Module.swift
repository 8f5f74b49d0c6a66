import Storage
import Web

/// One part of the house as the composition root sees it: its tables, its pages and interfaces, and its
/// recurring work.
public struct Module: Sendable {
    /// The name its migrations are registered under, for example `journal`.
    public let name: String
    /// Its tables, in order.
    public let migrations: [Migration]
    /// Its pages and interfaces.
    public let routes: [Route]
    /// Its recurring work.
    public let jobs: [Job]

    /// A module; what it does not have is left out.
    public init(name: String, migrations: [Migration] = [], routes: [Route] = [], jobs: [Job] = []) {
        self.name = name
        self.migrations = migrations
        self.routes = routes
        self.jobs = jobs
    }
}

extension Sequence<Module> {
    /// The migrations of all modules, in the order of the list: a module stands after those it refers to.
    public var migrations: [Migration] { flatMap(\.migrations) }

    /// The pages and interfaces of all modules.
    public var routes: [Route] { flatMap(\.routes) }

    /// The recurring work of all modules.
    public var jobs: [Job] { flatMap(\.jobs) }
}
