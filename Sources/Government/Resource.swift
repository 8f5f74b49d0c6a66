import Foundation

/// The data files delivered with this target.
enum Resource {
    /// The bytes of a file in `Resources`.
    /// - Throws: `CocoaError` when the installation lacks it.
    static func data(_ name: String) throws -> Data {
        try Data(contentsOf: Bundle.module.bundleURL.appending(path: "Resources/\(name)"))
    }
}
