import Synchronization

/// Writes in one transaction what many ask for at the same moment.
///
/// For small rows that many requests write each by themselves, such as the line that somebody read a case: while one
/// transaction is under way the next ones gather, and go out together. Nobody waits for company: who comes alone is
/// written at once. Nobody suffers from their company either: when some cannot be written together, each is written by
/// itself.
public final class GatheredWrite<Item: Sendable>: Sendable {
    private struct Waiting {
        let item: Item
        let done: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var waiting: [Waiting] = []
        var isWriting = false
    }

    private let database: Database
    private let write: @Sendable ([Item], Transaction) throws -> Void
    private let limit: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - limit: so many items go into one transaction at most.
    ///   - write: writes some items, in their order; like every closure of a transaction it may run twice.
    public init(
        to database: Database, limit: Int = 32,
        _ write: @escaping @Sendable ([Item], Transaction) throws -> Void
    ) {
        self.database = database
        self.limit = limit
        self.write = write
    }

    /// Returns once the item is durable.
    ///
    /// - Throws: what the transaction failed with.
    public func add(_ item: Item) async throws {
        try await withCheckedThrowingContinuation { done in
            let isFirst = state.withLock { state in
                state.waiting.append(Waiting(item: item, done: done))
                defer { state.isWriting = true }
                return !state.isWriting
            }
            if isFirst { Task { await writeAll() } }
        }
    }

    private func writeAll() async {
        while let batch = next() { await writeOut(batch) }
    }

    private func writeOut(_ batch: [Waiting]) async {
        let outcome: Result<Void, any Error>
        do {
            try await database.write { [write] in try write(batch.map(\.item), $0) }
            outcome = .success(())
        } catch {
            // An unreachable database refuses one as it refuses all.
            if batch.count > 1, !(error is DatabaseUnavailable) {
                for waiting in batch { await writeOut([waiting]) }
                return
            }
            outcome = .failure(error)
        }
        for waiting in batch { waiting.done.resume(with: outcome) }
    }

    /// The next to be written; nil, and nobody writes any more, when nobody waits.
    private func next() -> [Waiting]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isWriting = false
                return nil
            }
            let batch = Array(state.waiting.prefix(limit))
            state.waiting.removeFirst(batch.count)
            return batch
        }
    }
}
