import NIOCore

/// One message of a stream of Server-Sent Events (HTML Living Standard, section 9.2).
public struct ServerEvent: Sendable, Hashable {
    /// What kind of news it is; a script listens by it.
    public let name: String
    /// What it says.
    public let data: String

    /// A message.
    public init(_ name: String, data: String) {
        self.name = name
        self.data = data
    }

    /// The message as it is sent: each line of the data stands on a line of its own.
    var bytes: ByteBuffer {
        let lines = data.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "data: \($0)\n" }.joined()
        return ByteBuffer(string: "event: \(name)\n\(lines)\n")
    }

    /// A line that says nothing: it keeps proxies from closing the connection, and finds out who has gone.
    static let heartbeat = ByteBuffer(string: ":\n\n")

    /// How long a browser waits before it comes back.
    static let retry = ByteBuffer(string: "retry: 3000\n\n")
}
