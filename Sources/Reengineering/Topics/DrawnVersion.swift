import Cases

/// One version of a drawing, as results that are kept name it.
struct DrawnVersion: Sendable, Hashable, Codable, Comparable {
    let process: String
    let version: Int

    init(_ key: ProcessKey) { (process, version) = (key.id, key.version) }

    var key: ProcessKey { ProcessKey(id: process, version: version) }

    static func < (a: DrawnVersion, b: DrawnVersion) -> Bool {
        (a.process, a.version) < (b.process, b.version)
    }
}
