import Identity
import Refusals
import Storage
import WorkingTime

/// Bounded lists, paged by key; every one takes the viewer.
enum CaseQueries {
    /// Rows of one page.
    static let pageSize = 20

    static func cases(
        _ filter: CaseFilter, for viewer: Viewer, after: String?, limit: Int = pageSize,
        nearby: Int? = nil, in tx: Transaction
    ) throws -> Slice<CaseSummary> {
        let before = try after.map { try Cursor($0).numericKey } ?? .max
        var listing = CaseListing(
            filter: filter, viewer: viewer, before: before, limit: limit + 1, dialect: tx.dialect)
        if let nearby { listing.nearby = nearby }
        try listing.weighOverdue(in: tx)
        return Slice(fetched: try rows(of: listing, in: tx).map(CaseSummary.init), size: limit) {
            Cursor(key: $0.id, id: $0.id)
        }
    }

    private static func rows(of listing: CaseListing, in tx: Transaction) throws -> [Row] {
        guard tx.dialect == .postgresql, let words = listing.words else { return try tx.rows(listing.query) }
        return try NewestFirst(listing, words).rows(in: tx)
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

    static func count(_ queue: DeskQueue, for viewer: Viewer, in tx: Transaction) throws -> DeskCount {
        DeskCount(try tx.count(DeskListing(queue: queue, viewer: viewer).count))
    }
}
