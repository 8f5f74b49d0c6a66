import Foundation
import Synchronization
import WorkingTime

/// This node's place among the nodes of the installation: the number it makes ids under, leased from the
/// database and renewed while it lives.
public final class NodeLease: Sendable {
    /// How long a lease holds; a node that is silent for so long has given its number up.
    static let leaseSeconds = 60
    /// How often it is to be renewed, in seconds.
    public static let renewalSeconds = 20

    private let database: Database
    private let name: String
    /// Tells this process from an earlier one of the same name.
    private let holder = UUID().uuidString
    private let startedAt: Instant
    private let state: Mutex<Node>

    /// The number, and how many nodes live, this one with them.
    private struct Node: Sendable {
        var id: Int64
        var count: Int
    }

    /// How many nodes lived at the last renewal, this one with them.
    public var liveCount: Int { state.withLock(\.count) }

    /// Takes a number that nobody holds, and makes the database's ids under it from now on.
    ///
    /// - Parameter name: what operators know the node by, such as the machine's name.
    /// - Throws: ``StorageError/other(_:)`` when a thousand nodes live.
    public static func take(in database: Database, name: String, at now: Instant) async throws -> NodeLease {
        let lease = NodeLease(database: database, name: name, startedAt: now)
        try await lease.renew(at: now)
        return lease
    }

    private init(database: Database, name: String, startedAt: Instant) {
        self.database = database
        self.name = name
        self.startedAt = startedAt
        state = Mutex(Node(id: -1, count: 1))
    }

    /// Holds the number for another while, or takes another one when it was given on in the meantime.
    public func renew(at now: Instant) async throws {
        let current = state.withLock(\.id)
        let until = max(now, database.ids.latest).adding(seconds: Self.leaseSeconds)
        let node = try await database.write { [holder, name, startedAt] tx in
            try tx.exclude("nodes")
            let kept = try tx.execute(
                "UPDATE node SET leased_until = \(until) WHERE id = \(current) AND holder = \(holder)")
            let id = try kept == 1 ? current : Self.free(at: now, in: tx)
            if kept == 0 {
                try tx.execute(
                    """
                    INSERT INTO node (id, holder, name, started_at, leased_until)
                    VALUES (\(id), \(holder), \(name), \(startedAt), \(until))
                    ON CONFLICT (id) DO UPDATE SET holder = excluded.holder, name = excluded.name,
                        started_at = excluded.started_at, leased_until = excluded.leased_until
                    """)
            }
            return Node(
                id: id, count: try tx.count("SELECT count(*) FROM node WHERE leased_until >= \(now)"))
        }
        if node.id != current { database.ids.become(node: node.id) }
        state.withLock { $0 = node }
    }

    /// Gives the number back, so that the count of live nodes is right at once.
    public func end() async throws {
        let id = state.withLock(\.id)
        // The lease ends where the ids end: the next holder's begin after them.
        let latest = database.ids.latest
        _ = try await database.write { [holder] tx in
            try tx.execute(
                "UPDATE node SET leased_until = \(latest) WHERE id = \(id) AND holder = \(holder)")
        }
    }

    private static func free(at now: Instant, in tx: Transaction) throws -> Int64 {
        let ended = try tx.row(
            "SELECT id FROM node WHERE leased_until < \(now) ORDER BY leased_until, id LIMIT 1")
        if let ended { return try ended.id("id") }
        let next = Int64(try tx.count("SELECT count(*) FROM node"))
        guard next < IDSource.pastNode else { throw StorageError.other("a thousand nodes hold a lease") }
        return next
    }
}
