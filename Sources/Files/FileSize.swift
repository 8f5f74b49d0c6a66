/// A size as people read it: `86 KB`, `2.4 MB`.
public struct FileSize: Sendable, CustomStringConvertible {
    private let bytes: Int

    /// A size in bytes.
    public init(_ bytes: Int) { self.bytes = bytes }

    /// In whole KB, from 1 MB on in tenths of an MB that are full.
    public var description: String {
        if bytes < 1 << 20 { return "\(max(1, bytes >> 10)) KB" }
        let tenths = (bytes * 10) >> 20
        return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
    }
}
