import Foundation

/// One thread's connection, made when it is needed and made again when it broke, and the transactions on it.
final class PostgresWorker {
    /// How often a transaction that was in another's way is run in all.
    private static let tries = 8

    private let target: PostgresTarget
    private let ids: IDSource
    private let outage: Outage
    private var connection: PostgresConnection?

    init(target: PostgresTarget, ids: IDSource, outage: Outage) {
        self.target = target
        self.ids = ids
        self.outage = outage
    }

    func disconnect() { connection = nil }

    /// Whether it has a connection, as far as it knows.
    var isConnected: Bool { connection != nil }

    /// Whether it has no connection and gets none because the server has none left.
    func isShortOfConnections() -> Bool {
        guard !isConnected else { return false }
        do { _ = try connected() } catch { return error.isOutOfConnections }
        return false
    }

    /// Runs a closure in a transaction, again when another was in its way or the connection broke before the
    /// commit. A connection that breaks during the commit is reported and not tried again: whether the
    /// change was made is not known, and only whoever asked can find out.
    ///
    /// A closure that steps aside for another write has thrown, and is not tried again here.
    func transact<T>(_ mode: TransactionMode, _ hold: RowHold, _ body: (Transaction) throws -> T) throws -> T
    {
        var attempt = 1
        while true {
            let session = PostgresSession(mode, on: try connected(), hold)
            do {
                let value = try attempted(session, body)
                try commit(session)
                return value
            } catch let error as StorageError
                where error.isPassing && attempt < Self.tries && hold.awaited == nil
            {
                if case .unreachable = error, attempt > 1 { throw error }
                // A few milliseconds, never the same: two that met must not meet again.
                Thread.sleep(forTimeInterval: Double.random(in: 0.001...0.004) * Double(attempt * attempt))
                attempt += 1
            } catch let error as LostCommit {
                throw error.cause
            }
        }
    }

    /// Sends a prepared write on one journey. It is not tried again: what it was made of may be out of date by then, and when
    /// the connection breaks, nobody knows whether it was done.
    func send(_ prepared: PreparedWrite) throws {
        let connection = try connected()
        do throws(StorageError) { try connection.perform(prepared) } catch {
            if error == .readOnly || !connection.isAlive { disconnect() }
            throw error
        }
    }

    private struct LostCommit: Error {
        let cause: StorageError
    }

    private func attempted<T>(_ session: PostgresSession, _ body: (Transaction) throws -> T) throws -> T {
        do {
            return try Transaction(on: session, ids: ids).checked(body)
        } catch {
            undo(error, session)
            throw error
        }
    }

    /// A primary that became a standby, or a connection that cannot even roll back, is not used again.
    private func undo(_ error: any Error, _ session: PostgresSession) {
        let isDemoted = error as? StorageError == .readOnly
        do { if session.hasBegun { try session.connection.run("ROLLBACK") } } catch { return disconnect() }
        if isDemoted || !session.connection.isAlive { disconnect() }
    }

    private func commit(_ session: PostgresSession) throws {
        do { try session.commit() } catch {
            guard case .unreachable = error else {
                undo(error, session)
                throw error
            }
            disconnect()
            throw LostCommit(cause: error)
        }
    }

    private func connected() throws(StorageError) -> PostgresConnection {
        if let connection, connection.isAlive { return connection }
        connection = nil
        let new = try outage.connect { () throws(StorageError) in try PostgresConnection(to: target) }
        connection = new
        return new
    }
}

/// How a transaction begins.
enum TransactionMode {
    case read
    case write

    /// A page reads from one snapshot. A change reads what is committed when it has the lock: a snapshot taken
    /// before the wait would have to be thrown away and tried again.
    var begin: SQL {
        switch self {
        case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case .write: "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
        }
    }
}
