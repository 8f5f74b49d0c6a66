import Foundation
import Modules
import Storage

extension Module {
    /// The item library's tables.
    ///
    /// - Throws: `StorageError.io` when the delivered files are incomplete.
    public static func services(_ library: ServiceLibrary) throws -> Module {
        Module(name: "services", migrations: try Migration.all(in: .module, module: "services"))
    }
}
