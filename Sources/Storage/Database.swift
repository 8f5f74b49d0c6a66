import Foundation
internal import GRDB

/// The one seam between Minben and its database: synchronous closures over a ``Transaction``.
///
/// Behind it stands SQLite; nothing of the engine shows through, so that another engine can stand here.
/// Reads run side by side on a snapshot; writes are gathered into groups that share one commit, and a
/// write that returned has reached the disk.
public final class Database: Sendable {
    /// Makes the time-ordered ids of new rows.
    public let ids: IDSource
    private let engine: any DatabaseWriter
    private let commits: GroupCommit

    init(engine: any DatabaseWriter, ids: IDSource) {
        self.engine = engine
        self.ids = ids
        self.commits = GroupCommit(engine: engine, ids: ids)
    }

    /// Runs one closure on a snapshot of the database. Do all reads of a page in one call: a call costs
    /// a hop to another thread.
    ///
    /// Throws what the closure throws, ``StorageError``, or `CancellationError` when the task is cancelled.
    public func read<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        do {
            return try await engine.read { [ids] in try body(Transaction(on: $0, ids: ids)) }
        } catch let error as DatabaseError {
            throw StorageError(error)
        }
    }

    /// Runs one closure that may change the database, and returns once the change is durable.
    ///
    /// The closure may run twice (when the group it shared a commit with is lost), so it must not touch
    /// anything outside its transaction. When it throws, its own changes are undone and no one else's.
    /// Throws what the closure throws, or ``StorageError``.
    public func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            commits.submit(WriteRequest(body, continuation))
        }
    }

    /// Ends all connections. Later calls throw; calls under way finish first.
    public func close() throws {
        do { try engine.close() } catch let error as DatabaseError { throw StorageError(error) }
    }
}
