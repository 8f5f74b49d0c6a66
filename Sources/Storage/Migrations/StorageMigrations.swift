import Foundation

/// The tables that belong to the seam itself.
public enum StorageMigrations {
    /// All of them, in order. Throws ``StorageError/io(_:)`` when the resources are missing.
    public static func all() throws -> [Migration] {
        try Migration.all(in: Bundle.module, module: "storage")
    }
}
