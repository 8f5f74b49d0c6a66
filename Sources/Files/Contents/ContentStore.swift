import Foundation

/// Where the contents of uploads lie, each under its SHA-256: a folder of this machine, or a bucket that
/// several nodes share. It holds bytes and nothing else; which uploads there are is the database's to say.
///
/// Every operation may be repeated, and throws ``ContentUnavailable`` when the store cannot be reached.
protocol ContentStore: Sendable {
    /// Asks once whether the store can be used. Throws ``UnusableStore``, with what is wrong with it.
    func probe() async throws

    /// Where it is, for whoever runs it.
    var location: String { get }

    /// What tells this store from every other one; nil when it was never claimed.
    func identity() async throws -> String?

    /// Gives the store an identity, unless it has one or gets one from another node at the same moment.
    func claim(_ identity: String) async throws

    /// Whether a content is in its place.
    func holds(_ content: Content) async throws -> Bool

    /// Takes a complete content in; an equal one that is there already is replaced.
    func keep(_ file: URL, as content: Content) async throws

    /// Begins to read a content. Throws ``ContentUnavailable`` when it is not there.
    func open(_ content: Content) async throws -> ContentStream

    /// Reads a stretch of a content. Throws ``ContentUnavailable`` when it is not there.
    func bytes(_ range: Range<Int>, of content: Content) async throws -> [UInt8]

    /// Takes a content out of its place and holds it aside. One that is not there is passed over.
    func putAside(_ removal: Removal) async throws

    /// Puts what was held aside back in its place. Nothing held aside is passed over.
    func putBack(_ removal: Removal) async throws

    /// Removes what is held aside, for good.
    func discard(_ removal: Removal) async throws

    /// Ends all connections.
    func close() async throws
}

/// A content, known by its hash.
struct Content: Sendable, Hashable {
    let sha256: String
    let sizeBytes: Int
}

/// Where a content lies in any store, so that contents can be copied from one store to another as they are.
enum ContentPath {
    /// Lies beside the contents and goes with them wherever they are moved.
    static let identity = "identity"

    static func place(of sha256: String) -> String {
        "content/\(sha256.prefix(2))/\(sha256.dropFirst(2).prefix(2))/\(sha256)"
    }

    /// Every removal has a place of its own: of two that run at once, neither takes what the other may
    /// have to put back.
    static func aside(_ removal: Removal) -> String { "trash/\(removal.sha256)-\(removal.id)" }
}
