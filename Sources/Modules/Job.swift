import WorkingTime

/// Work that is done again and again, such as sending what waits in the outbox.
///
/// One node does it for all, unless it is about each node itself. It may still run late, or twice at the moment
/// when another node takes over, and must be right all the same.
public struct Job: Sendable {
    /// What the log calls it, for example `files.removeOrphans`.
    public let name: String
    /// How long after the end of one run the next one begins.
    public let intervalSeconds: Int
    /// Whether every node does it for itself, such as renewing its own lease.
    public let isForEveryNode: Bool
    /// The work, as of an instant. What it throws is logged, and the next run tries again.
    public let run: @Sendable (Instant) async throws -> Void

    /// A job; the closure captures what it works on.
    public init(
        name: String, intervalSeconds: Int, isForEveryNode: Bool = false,
        run: @escaping @Sendable (Instant) async throws -> Void
    ) {
        self.name = name
        self.intervalSeconds = intervalSeconds
        self.isForEveryNode = isForEveryNode
        self.run = run
    }
}
