import Foundation
import TransparencyLog

/// The newest checkpoint that a node has signed, in a file outside the database: a database that goes back to an older state,
/// such as a restored backup, is noticed by it.
public struct CheckpointMemory: Sendable, Hashable {
    /// Where the file lies.
    public let path: String

    /// A memory that may still be empty.
    public init(_ path: String) { self.path = path }

    /// What is remembered; nil for nothing.
    ///
    /// - Throws: ``LogFault`` when the file holds something else than a checkpoint of ours.
    public func checkpoint(trusting keys: JournalKeys) throws -> Checkpoint? {
        try note().map(keys.checkpoint)
    }

    /// The note that is remembered; nil for nothing. Throws ``LogFault/malformedNote``.
    public func note() throws -> SignedNote? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try SignedNote(String(contentsOfFile: path, encoding: .utf8))
    }

    /// Remembers another one. The old file stays whole until the new one is.
    public func keep(_ note: SignedNote) throws {
        try note.description.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
