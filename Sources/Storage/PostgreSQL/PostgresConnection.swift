internal import CLibPQ
import Foundation
internal import Glibc

/// One connection to the server. It belongs to one thread and is not shared.
final class PostgresConnection {
    let handle: OpaquePointer
    let schema: String
    var statements = PreparedStatements()
    /// What was sent and is answered by now or soon: the end of a page's transaction, for which nobody waits.
    var unread: [PostgresCommand] = []

    /// Throws ``StorageError/unreachable(_:)``, in the server's words when it answered.
    init(to target: PostgresTarget) throws(StorageError) {
        let parameters = try target.parameters()
        let keywords = CStrings(parameters.map(\.keyword))
        let values = CStrings(parameters.map(\.value))
        guard let handle = PQconnectdbParams(keywords.pointers, values.pointers, 1) else {
            throw .unreachable("no memory for a connection")
        }
        self.handle = handle
        // What the server remarks on would go to standard error, past the log; what matters comes as an error.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        schema = target.schema ?? ""
        guard PQstatus(handle) == CONNECTION_OK else {
            throw .unreachable(String(cString: PQerrorMessage(handle)).trimmed)
        }
        try requireKnownServer()
    }

    deinit { PQfinish(handle) }

    private func requireKnownServer() throws(StorageError) {
        guard PQserverVersion(handle) >= 150_000 else {
            throw .unreachable(
                "PostgreSQL 15 or newer is needed; this is \(PQserverVersion(handle) / 10_000)")
        }
        let encoding = PQparameterStatus(handle, "server_encoding").map { String(cString: $0) }
        guard encoding == "UTF8" else {
            throw .unreachable("the database must be encoded in UTF8; this is \(encoding ?? "unknown")")
        }
    }

    /// Whether the connection still stands, asked without a word to the server: one that was closed by the
    /// other side is readable, and reading from it says so.
    var isAlive: Bool {
        settle()
        guard PQstatus(handle) == CONNECTION_OK else { return false }
        var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        guard poll(&socket, 1, 0) > 0 else { return true }
        return PQconsumeInput(handle) == 1 && PQstatus(handle) == CONNECTION_OK
    }

    /// Runs text of the program without values, of several statements perhaps: a migration.
    func run(_ text: String) throws(StorageError) {
        settle()
        _ = try answer(PQexec(handle, text).map(PostgresResult.init))
    }

    /// The answer, or what the server said instead.
    func answer(_ result: PostgresResult?) throws(StorageError) -> PostgresResult {
        guard let result else { throw .unreachable(String(cString: PQerrorMessage(handle)).trimmed) }
        switch PQresultStatus(result.handle) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN: return result
        case PGRES_EMPTY_QUERY: throw .other("an empty statement")
        default: throw StorageError(result.handle, isConnected: PQstatus(handle) == CONNECTION_OK)
        }
    }
}

/// Texts as a C array that ends with a null pointer, for as long as it lives.
private final class CStrings {
    let pointers: UnsafeMutablePointer<UnsafePointer<CChar>?>
    private let count: Int

    init(_ texts: [String]) {
        count = texts.count
        pointers = .allocate(capacity: texts.count + 1)
        for (place, text) in texts.enumerated() { pointers[place] = UnsafePointer(strdup(text)) }
        pointers[texts.count] = nil
    }

    deinit {
        for place in 0..<count { free(UnsafeMutablePointer(mutating: pointers[place])) }
        pointers.deallocate()
    }
}
