/// A change that was put together before its transaction begins: all that is left to do in it is to send statements.
///
/// Reading, rules, JSON and hashes are most of the work of a change, and none of it needs the one writer of SQLite or a
/// lock on PostgreSQL. Whoever prepares one has read before, and says by ``Transaction/require(_:else:)`` what must still
/// be so when the statements are run.
public struct PreparedWrite: Sendable {
    struct Step: Sendable {
        let sql: SQL
        /// Nothing is done unless this gives a row.
        let isRequired: Bool
    }

    /// What is run, in this order.
    var steps: [Step] = []
    /// What other nodes are told afterwards.
    var announced: [String] = []

    /// Whether it either does nothing or has found all it requires: then it can fail no more for reasons that are
    /// to be expected.
    var beginsWithAllItRequires: Bool { !steps.dropFirst().contains(where: \.isRequired) }

    /// Runs it as a part of a transaction. Throws ``StorageError/outdated`` when a row it requires is not there.
    func run(in session: any Session) throws(StorageError) {
        for step in steps {
            if !step.isRequired {
                try session.send(step.sql)
            } else if try !session.require(step.sql) {
                throw .outdated
            }
        }
        for topic in announced { try session.announce(topic) }
    }
}

extension Database {
    /// Lets a closure put together what a transaction is to do, without one. It gets ids, and may `send`, `require` and
    /// `announce`; nothing it might ask is answered.
    ///
    /// Throws what the closure throws, and ``StorageError/unanswered`` when it asks.
    public func prepare<T>(_ body: (Transaction) throws -> T) throws -> (write: PreparedWrite, value: T) {
        let session = PreparingSession(dialect)
        let value = try Transaction(on: session, ids: ids).sealing(with: sealer).checked(body)
        return (session.prepared, value)
    }

    /// Does what was prepared, whole or not at all, and returns once it is durable.
    ///
    /// Returns false when a row that was required is not there, or another transaction was in the way: nothing was
    /// changed then, and the change is to be begun anew on what is there now. Throws as ``write(_:)-(Body<T>)`` does.
    public func write(_ prepared: PreparedWrite) async throws -> Bool {
        do {
            try await engine.write(prepared)
            outages.succeeded(.write)
            return true
        } catch StorageError.outdated, StorageError.serialization {
            return false
        } catch {
            throw outages.failed(.write, error)
        }
    }
}
