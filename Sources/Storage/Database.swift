import Cryptography

/// The one seam between Minben and its database: synchronous closures over a ``Transaction``.
///
/// Behind it stands SQLite or PostgreSQL; nothing of the engine shows through. Reads run side by side on
/// snapshots, and a write that returned has reached the disk.
public final class Database: Sendable {
    /// Makes the time-ordered ids of new rows.
    public let ids: IDSource
    /// Seals personal columns and opens them; every transaction has it.
    public let sealer: Sealer
    let engine: any Engine
    let notices: Notices
    let outages = Outages()

    init(engine: any Engine, ids: IDSource, notices: Notices, sealer: Sealer = .plain) {
        self.engine = engine
        self.ids = ids
        self.notices = notices
        self.sealer = sealer
    }

    deinit { engine.stop() }

    /// Which engine it is.
    public var dialect: Dialect { engine.dialect }

    /// Runs one closure on a snapshot of the database. Do all reads of a page in one call: a call costs
    /// a hop to another thread.
    ///
    /// Throws what the closure throws, ``StorageError`` for a mistake in a statement, ``DatabaseUnavailable`` for
    /// trouble of the engine, or `CancellationError` when the task is cancelled.
    public func read<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        do {
            let value = try await engine.read { [sealer] in try body($0.sealing(with: sealer)) }
            outages.succeeded(.read)
            return value
        } catch StorageError.readOnly {
            throw StorageError.other("a read may not change anything")
        } catch {
            throw outages.failed(.read, error)
        }
    }

    /// Runs one closure that may change the database, and returns once the change is durable.
    ///
    /// The closure may run twice (when the group it shared a commit with is lost, when another transaction was
    /// in its way, when the connection broke), so it must not touch anything outside its transaction. When it
    /// throws, its own changes are undone and no one else's. Throws what the closure throws, ``StorageError`` for
    /// what the tables refuse, or ``DatabaseUnavailable`` for trouble of the engine.
    public func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        do {
            let value = try await engine.write { [sealer] in try body($0.sealing(with: sealer)) }
            outages.succeeded(.write)
            return value
        } catch {
            throw outages.failed(.write, error)
        }
    }

    /// Whether this node is the one that does what only one may do, such as a recurring job. The first node that
    /// asks leads until its connection ends; then the next that asks does. On SQLite there is only one node.
    ///
    /// What is done under it must still be right when two do it: a node learns of its broken connection a
    /// moment after the others.
    public func leads(_ role: String) async -> Bool {
        await engine.leads(role)
    }

    /// Hears of every committed change that was announced on any node; see ``Transaction/announce(_:)``.
    /// The handler is called on a thread of the database and must return at once; its topic is nil when news
    /// may have been missed, so that anything may have changed.
    public func observe(_ handler: @escaping @Sendable (String?) -> Void) {
        notices.add(handler)
        engine.listen()
    }

    /// Ends all connections. Later calls throw; calls under way finish first.
    public func close() throws {
        try engine.close()
    }
}
