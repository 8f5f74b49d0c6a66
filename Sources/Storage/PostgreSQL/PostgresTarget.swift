internal import CLibPQ
import Foundation

/// Where the server is, and on what terms its connections are used.
struct PostgresTarget: Sendable {
    /// The address as the operator wrote it, `postgres://…`; what it says goes before all of the below.
    let url: String
    /// The schema of its tables; nil leaves it to the server.
    let schema: String?
    /// Milliseconds a statement may take, and a lock may be waited for.
    var statementTimeoutMilliseconds = 15_000
    var lockTimeoutMilliseconds = 5_000

    /// Keywords and values for `PQconnectdbParams`; the address comes last and overrides.
    ///
    /// A server that is not on this machine must prove its name with a certificate unless the address says
    /// otherwise: libpq's own default would talk to anybody, in clear.
    func parameters() throws(StorageError) -> [(keyword: String, value: String)] {
        let isLocal = try hosts().allSatisfy(Self.isLocal)
        return [
            ("client_encoding", "UTF8"), ("fallback_application_name", "minben"),
            ("connect_timeout", "3"), ("keepalives_idle", "15"), ("keepalives_interval", "5"),
            ("keepalives_count", "3"), ("tcp_user_timeout", "15000"),
            ("target_session_attrs", "read-write"), ("sslmode", isLocal ? "prefer" : "verify-full"),
            ("options", options), ("dbname", url),
        ]
    }

    /// Every query of ours has an index to go by, and a test holds it to that; a table that was empty when the server
    /// made its plan, or has not been analysed yet, would be read from end to end all the same.
    private var options: String {
        """
        -c statement_timeout=\(statementTimeoutMilliseconds) -c lock_timeout=\(lockTimeoutMilliseconds) \
        -c idle_in_transaction_session_timeout=30000 -c timezone=UTC -c bytea_output=hex \
        -c enable_seqscan=off -c jit=off\
        \(schema.map { " -c search_path=\($0)" } ?? "")
        """
    }

    /// The host names of the address; none for the default socket.
    private func hosts() throws(StorageError) -> [String] {
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(url, &message) else {
            defer { PQfreemem(message) }
            let reason = message.map { String(cString: $0) } ?? "no memory"
            throw .unreachable("the address of the database cannot be read: \(reason.trimmed)")
        }
        defer { PQconninfoFree(options) }
        var hosts: [String] = []
        var option = options
        while let keyword = option.pointee.keyword {
            if ["host", "hostaddr"].contains(String(cString: keyword)), let value = option.pointee.val {
                hosts += String(cString: value).split(separator: ",").map(String.init)
            }
            option += 1
        }
        return hosts
    }

    private static func isLocal(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.") || host.hasPrefix("/")
    }
}

extension String {
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
