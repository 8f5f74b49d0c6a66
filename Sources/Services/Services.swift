import Foundation
import Modules
import Search
import Storage

extension Module {
    /// The item library's tables, after those of the search that its items are found by.
    ///
    /// - Throws: `StorageError.io` when the delivered files are incomplete.
    public static func services(_ library: ServiceLibrary) throws -> Module {
        let own = try Migration.all(in: .module, module: "services")
        return Module(
            name: "services", migrations: try SearchIndex.migrations() + own,
            jobs: [ItemDrafts(library: library, database: library.database).day])
    }
}
