import Foundation
import Modules
import Storage

extension Module {
    /// The journal's table. Throws ``StorageError/io(_:)`` when the resources are missing.
    public static func journal() throws -> Module {
        Module(name: "journal", migrations: try Migration.all(in: Bundle.module, module: "journal"))
    }
}
