import Refusals

public import struct Foundation.Data

/// Reads XML that strangers send: nothing outside the document is fetched, nothing is expanded, and
/// what is too large or too deep is refused before it costs memory.
public enum XMLTree {
    /// How much of a document is read.
    public struct Limits: Sendable {
        /// The largest document, in bytes.
        public let maximumBytes: Int
        /// How deep elements may nest.
        public let maximumDepth: Int

        /// Limits of one's own, for files of a known kind.
        public init(maximumBytes: Int, maximumDepth: Int) {
            self.maximumBytes = maximumBytes
            self.maximumDepth = maximumDepth
        }

        /// 10 MB and 200 levels: far above any drawing made by a person.
        public static let `default` = Limits(maximumBytes: 10_000_000, maximumDepth: 200)
    }

    /// Turns away what no parser should see, for whoever reads a document event by event: a document type, an encoding in
    /// which one could hide, an element of very many attributes. Such a reader leaves namespaces to itself
    /// (`shouldProcessNamespaces`): with prefixes that nobody declared the parser of Foundation ends the program.
    ///
    /// - Throws: what is wrong, and on which line.
    public static func inspect(_ data: Data) throws(XMLTreeError) { try XMLGate.inspect(data) }

    /// The root element of the document.
    ///
    /// Throws when the document is not well formed, declares a document type or entities, is written in
    /// an encoding in which such a declaration could hide, or exceeds the limits.
    public static func parse(_ data: Data, limits: Limits = .default) throws(XMLTreeError) -> XMLElement {
        guard data.count <= limits.maximumBytes else {
            throw XMLTreeError(line: 1, "文件超过 \(limits.maximumBytes / 1_000_000) MB，不予读取。")
        }
        try XMLGate.inspect(data)
        return try XMLTreeReader(limits: limits).read(data)
    }
}
