import Foundation
import Modules
import Storage

extension Module {
    /// The table of messages. Throws ``StorageError/io(_:)`` when the resources are missing.
    public static func messaging() throws -> Module {
        Module(name: "messaging", migrations: try Migration.all(in: Bundle.module, module: "messaging"))
    }
}
