import Modules
import Storage
import Synchronization
import TransparencyLog
import WorkingTime

/// Orders the entries that wait for a place, and signs the tree that has them.
///
/// One node does it for all; two that believe to lead exclude each other. Between two batches it stands aside for as
/// long as the last one took: whoever files a case must not wait for the backlog of a whole district.
public final class JournalSequencer: Sendable {
    private let database: Database
    private let placing: Placing
    private let memory: CheckpointMemory?
    private let pause: @Sendable (Duration) async throws -> Void
    /// The largest tree known to have been signed; nil until the first run has looked.
    private let seen = Mutex<TreeHead?>(nil)
    /// How long a tree that was touched is not looked at again, in seconds: the log must not fill up with it.
    private static let restSeconds = 60
    private let restUntil = Mutex<Instant?>(nil)

    /// A sequencer that signs with these keys.
    ///
    /// - Parameters:
    ///   - memory: what this node remembers beside the database; nil: nothing.
    ///   - batchSize: entries of one transaction.
    ///   - pause: waits between two batches.
    public init(
        database: Database, keys: JournalKeys, memory: CheckpointMemory? = nil,
        batchSize: Int = 1_000,
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.database = database
        self.placing = Placing(keys: keys, batchSize: batchSize)
        self.memory = memory
        self.pause = pause
    }

    /// The recurring work of the node that leads.
    public var job: Job {
        Job(name: "journal.sequence", intervalSeconds: 1) { _ = try await self.run(at: $0) }
    }

    /// Places all entries that wait.
    ///
    /// - Returns: how many were placed.
    /// - Throws: ``SequencingFault`` when the tree was touched, and what the database throws.
    @discardableResult
    public func run(at now: Instant) async throws -> Int {
        if let rest = restUntil.withLock({ $0 }), now < rest { return 0 }
        do { return try await placeAll(at: now) } catch let fault as SequencingFault {
            restUntil.withLock { $0 = now.adding(seconds: Self.restSeconds) }
            throw fault
        }
    }

    private func placeAll(at now: Instant) async throws -> Int {
        let known = try await known()
        guard try await isAnyoneWaiting() else { return 0 }
        var (placed, head) = (0, known)
        while !Task.isCancelled {
            let began = ContinuousClock.now
            let (count, tree) = try await database.write { [placing, head] tx in
                try placing.placeBatch(after: head, at: now, in: tx)
            }
            head = tree
            placed += count
            seen.withLock { $0 = tree }
            guard count == placing.batchSize else { break }
            try await pause(began.duration(to: .now))
        }
        try await remember(head)
        return placed
    }

    private func isAnyoneWaiting() async throws -> Bool {
        try await database.read {
            try $0.row("SELECT id FROM journal_entry WHERE leaf_index IS NULL ORDER BY id LIMIT 1") != nil
        }
    }

    /// What this node knows: from its own runs, or else from the file of an earlier one, once the database has shown
    /// that it continues that tree.
    private func known() async throws -> TreeHead {
        if let seen = seen.withLock({ $0 }) { return seen }
        let head = try rememberedHead()
        try await database.read { tx in
            let size = try StoredCheckpoint.newest(in: tx)?.size ?? 0
            guard size >= head.size else { throw SequencingFault.shrunk(to: size, from: head.size) }
            var reader = JournalTree.reader(size: head.size, in: tx)
            guard (try? reader.root()) == head.root else { throw SequencingFault.forked(head.size) }
        }
        seen.withLock { $0 = head }
        return head
    }

    private func rememberedHead() throws -> TreeHead {
        try memory?.checkpoint(trusting: placing.keys)?.head ?? .empty
    }

    private func remember(_ head: TreeHead) async throws {
        guard let memory else { return }
        let note = try await database.read { try StoredCheckpoint.of(size: head.size, in: $0)?.note }
        if let note { try memory.keep(note) }
    }
}
