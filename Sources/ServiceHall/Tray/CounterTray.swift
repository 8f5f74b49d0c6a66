import Storage
import WorkingTime

/// A file that a scanner has put before the clerk at the counter.
public struct TrayFile: Sendable, Hashable, Identifiable {
    /// The file, which belongs to the clerk.
    public let id: Int64
    /// What it is called.
    public let name: String
    /// In bytes.
    public let size: Int
    /// When it came.
    public let receivedAt: Instant

    /// A file.
    public init(id: Int64, name: String, size: Int, receivedAt: Instant) {
        (self.id, self.name, self.size, self.receivedAt) = (id, name, size, receivedAt)
    }
}

/// The tray before a clerk. Whoever has windows fills it; the hall only takes from it.
public struct CounterTray: Sendable {
    /// What waits for an account, the oldest first.
    let waiting: @Sendable (_ account: Int64) async throws -> [TrayFile]
    /// Takes a file out, in the transaction that uses it; refuses one that is gone.
    let take: @Sendable (_ file: Int64, _ account: Int64, Transaction) throws -> Void

    /// A tray.
    public init(
        waiting: @escaping @Sendable (Int64) async throws -> [TrayFile],
        take: @escaping @Sendable (Int64, Int64, Transaction) throws -> Void
    ) {
        (self.waiting, self.take) = (waiting, take)
    }

    /// Where there are no windows.
    public static let none = CounterTray(waiting: { _ in [] }, take: { _, _, _ in })
}
