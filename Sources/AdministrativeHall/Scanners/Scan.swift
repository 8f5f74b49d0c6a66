import Refusals
import Storage
import WorkingTime

/// A file in a window's tray: it belongs to the clerk who sat there, until they take it for an application.
public struct Scan: Sendable, Hashable, Identifiable {
    /// The file.
    public let id: Int64
    /// As the scanner called it.
    public let name: String
    /// In bytes.
    public let size: Int
    /// When it came.
    public let receivedAt: Instant

    /// How many may wait for one clerk.
    static let mostWaiting = 50

    static let gone = DomainError.conflict("这份扫描件已经取用或者清除，请重新扫描。")

    /// For whom a scan at this window is.
    ///
    /// - Throws: `conflict` when nobody sits there, or too many wait.
    static func receiver(at window: Window, waiting: Int) throws -> Int64 {
        guard let clerk = window.clerkID else {
            throw DomainError.conflict("\(window.name)现在没有人值守，请先开始值守再扫描。")
        }
        guard waiting < mostWaiting else {
            throw DomainError.conflict("已有 \(mostWaiting) 份扫描件没有取用，请先取用。")
        }
        return clerk
    }
}

/// The trays of the windows, for whoever shows them beside an application.
public struct ScanTray: Sendable {
    private let database: Database

    init(database: Database) { self.database = database }

    /// What waits for a clerk, the oldest first.
    ///
    /// - Throws: `StorageError`.
    public func waiting(for clerk: Int64) async throws -> [Scan] {
        try await database.read { try ScanStore.waiting(for: clerk, in: $0) }
    }

    /// Takes a scan out of the tray, in the transaction of the change that uses it.
    ///
    /// - Throws: `conflict` when it is not there any more.
    public static func take(_ id: Int64, by clerk: Int64, in tx: Transaction) throws {
        try tx.require(
            "DELETE FROM hall_scan WHERE file_id = \(id) AND clerk_id = \(clerk) RETURNING file_id"
        ) { throw Scan.gone }
    }
}

/// The SQL of scans.
enum ScanStore {
    static func insert(
        _ scan: Scan, at window: Int64, for clerk: Int64, in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO hall_scan (file_id, window_id, clerk_id, name, size, received_at)
            VALUES (\(scan.id), \(window), \(clerk), \(scan.name), \(scan.size), \(scan.receivedAt))
            """)
    }

    static func waiting(for clerk: Int64, in tx: Transaction) throws -> [Scan] {
        try tx.rows(
            """
            SELECT * FROM hall_scan WHERE clerk_id = \(clerk) ORDER BY file_id LIMIT \(Scan.mostWaiting)
            """
        ).map {
            Scan(
                id: try $0.id("file_id"), name: try $0.text("name"), size: try $0.int("size"),
                receivedAt: try $0.instant("received_at"))
        }
    }

    /// What nobody took; the files go with the other uploads that belong to nothing.
    static func sweep(before day: CivilDate, in tx: Transaction) throws {
        try tx.execute("DELETE FROM hall_scan WHERE received_at < \(day.startOfDay)")
    }
}
