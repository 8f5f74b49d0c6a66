import Identity
import Refusals
import Storage
import WorkingTime

/// Bounded lists, paged by key; every one takes the viewer.
enum CaseQueries {
    /// Rows of one page.
    static let pageSize = 20

    static func cases(
        _ filter: CaseFilter, for viewer: Viewer, after: String?, limit: Int = pageSize, in tx: Transaction
    ) throws -> Slice<CaseSummary> {
        let before = try after.map { try Cursor($0).numericKey } ?? .max
        let listing = CaseListing(
            filter: filter, viewer: viewer, before: before, limit: limit + 1, dialect: tx.dialect)
        // How frequent the words are decides the way to them: one plan for all words would be wrong for most.
        if tx.dialect == .postgresql, listing.looksForWords {
            try tx.send("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
        }
        return Slice(fetched: try tx.rows(listing.query).map(CaseSummary.init), size: limit) {
            Cursor(key: $0.id, id: $0.id)
        }
    }

    /// The desk: what runs out first comes first; what has no due time comes last.
    static func tasks(
        _ queue: DeskQueue, for viewer: Viewer, after: String?, in tx: Transaction
    ) throws -> Slice<TaskSummary> {
        let listing = DeskListing(queue: queue, viewer: viewer)
        let rows = try tx.rows(listing.page(after: after.map(Cursor.init), limit: pageSize + 1))
        return Slice(fetched: try rows.map(TaskSummary.init), size: pageSize) { line in
            let key =
                queue == .done
                ? line.task.completedAt?.milliseconds ?? 0
                : line.task.dueAt?.milliseconds ?? DeskListing.never
            return Cursor(key: key, id: line.task.id)
        }
    }

    static func count(_ queue: DeskQueue, for viewer: Viewer, in tx: Transaction) throws -> Int {
        try tx.count(DeskListing(queue: queue, viewer: viewer).count)
    }
}
