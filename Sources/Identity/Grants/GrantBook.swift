import Storage
import Synchronization
import WorkingTime

/// The grants in the memory of a node, so that no request asks the database for them.
public final class GrantBook: Sendable {
    /// What is announced when a change was approved: every node then reads the changes again.
    public static let topic = "grants"

    private struct Pages {
        var changes: [GrantChange] = []
        /// What counts on the day it was last asked for.
        var latest: (day: CivilDate, grants: Grants)?
    }

    private let pages = Mutex(Pages())

    /// A book with nothing in it but what came with the program.
    public init() {}

    /// What counts on a day.
    public func grants(on day: CivilDate) -> Grants {
        pages.withLock { pages in
            if let latest = pages.latest, latest.day == day { return latest.grants }
            let grants = Grants.delivered.applying(pages.changes, on: day)
            pages.latest = (day, grants)
            return grants
        }
    }

    /// Reads what was approved. What was read earlier never takes the place of what was read later.
    public func reload(from database: Database) async throws {
        let changes = try await database.read { try GrantStore.approved(in: $0) }
        pages.withLock { pages in
            guard changes.count >= pages.changes.count else { return }
            pages.changes = changes
            pages.latest = nil
        }
    }
}
