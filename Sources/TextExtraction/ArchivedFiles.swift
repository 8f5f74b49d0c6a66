import Refusals

/// The files in a ZIP archive that somebody hands in, each unfolded when it is asked for and never beyond a limit.
public struct ArchivedFiles: Sendable {
    private let archive: ZIPArchive
    private let places: [String: Int]

    /// Reads the directory. Folders, and what the maker's computer keeps for itself, are left out.
    ///
    /// - Parameter decoded: the name out of its bytes: programs here write UTF-8 or GB 18030 and do not say which.
    /// - Throws: `invalid` when it is damaged, or unfolds to more than any honest archive.
    public init(_ bytes: [UInt8], decoded: ([UInt8]) -> String?) throws {
        archive = try ZIPArchive(bytes)
        try archive.requireBounded()
        var places: [String: Int] = [:]
        for (place, entry) in archive.entries.enumerated() {
            guard let name = decoded(entry.rawName)?.replacing("\\", with: "/"), !name.hasSuffix("/"),
                !name.hasPrefix("__MACOSX/")
            else { continue }
            places[name] = place
        }
        self.places = places
    }

    /// The paths of the files, in no order.
    public var paths: [String] { Array(places.keys) }

    /// What a file holds; nil when there is none with this path.
    ///
    /// - Throws: `invalid` for one that is damaged or larger than the limit.
    public func bytes(of path: String, limitBytes: Int) throws -> [UInt8]? {
        try places[path].map { try archive.bytes(of: archive.entries[$0], limitBytes: limitBytes) }
    }
}
