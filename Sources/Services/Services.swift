import Foundation
import Modules
import Storage

extension Module {
    /// The item library's tables, and the work that lets one node see what another has published.
    ///
    /// - Throws: `StorageError.io` when the delivered files are incomplete.
    public static func services(_ library: ServiceLibrary) throws -> Module {
        let follow = Job(name: "services.followPublications", intervalSeconds: 60) { _ in
            try await library.refreshIfPublished()
        }
        return Module(
            name: "services", migrations: try Migration.all(in: .module, module: "services"), jobs: [follow])
    }
}
