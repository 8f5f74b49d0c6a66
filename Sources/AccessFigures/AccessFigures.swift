import Cases
import Government
import Modules
import Storage
import Web

/// How people reach the services, by street, way and age (数字鸿沟): for those who decide where counters, machines and
/// helpers are needed. It counts and knows nobody.
public struct AccessFigures: Sendable {
    private let database: Database
    private let directory: Directory

    /// The figures of an installation.
    public init(database: Database, directory: Directory) {
        (self.database, self.directory) = (database, directory)
    }

    /// What it keeps of an application beside the case.
    public static var follower: CaseFollower { AccessCounting.follower }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let summing = Job(name: "access.sum", intervalSeconds: 60) { [database] _ in
            while try await database.write({ try AccessStore.sum(in: $0) }) == AccessStore.rowsPerSum {}
        }
        return Module(
            name: "access-figures", migrations: try Migration.all(in: .module, module: "access-figures"),
            routes: AccessPages(database: database, directory: directory).routes, jobs: [summing])
    }
}

/// Where the page stands.
enum AccessPath {
    static let figures = "/desk/access"
    static let file = "/desk/access.csv"
}

extension Power {
    static let readAccess = Power("access.read", "查看各渠道、各年龄办事情况", .matters)
}
