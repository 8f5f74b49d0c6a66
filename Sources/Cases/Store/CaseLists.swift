import Identity
import Refusals
import Storage

/// What stands in lists: cases, and the tasks of a desk.
extension Cases {
    /// One page of cases the viewer may see, newest first.
    public func list(_ filter: CaseFilter, for viewer: Viewer, after: String?) async throws -> Slice<
        CaseSummary
    > {
        try await database.read { try CaseQueries.cases(filter, for: viewer, after: after, in: $0) }
    }

    /// So many cases the viewer may see, newest first, inside a transaction: for lists longer than a page.
    public static func list(
        _ filter: CaseFilter, for viewer: Viewer, after: String?, limit: Int, in tx: Transaction
    ) throws -> Slice<CaseSummary> {
        try CaseQueries.cases(filter, for: viewer, after: after, limit: limit, in: tx)
    }

    /// How many cases the viewer may see, when there are at most so many; nil when there are more.
    public static func count(
        _ filter: CaseFilter, for viewer: Viewer, upTo limit: Int, in tx: Transaction
    ) throws -> Int? {
        var listing = CaseListing(
            filter: filter, viewer: viewer, before: .max, limit: limit + 1, dialect: tx.dialect)
        if tx.dialect == .postgresql, listing.words != nil, let all = try listing.allSpans(in: tx) {
            listing.spans = all
        }
        let count = try tx.count(listing.count)
        return count > limit ? nil : count
    }

    /// One page of tasks, soonest due first.
    public func desk(_ queue: DeskQueue, for viewer: Viewer, after: String?) async throws -> Slice<
        TaskSummary
    > {
        try await database.read { try CaseQueries.tasks(queue, for: viewer, after: after, in: $0) }
    }

    /// How many tasks are in each queue of this viewer's desk.
    public func deskCounts(for viewer: Viewer) async throws -> [DeskQueue: DeskCount] {
        try await database.read { tx in
            try Dictionary(
                uniqueKeysWithValues: [DeskQueue.mine, .organ].map {
                    ($0, try CaseQueries.count($0, for: viewer, in: tx))
                })
        }
    }

    /// One task with the case it belongs to.
    ///
    /// - Throws: `notFound` when it does not exist or the viewer may not see its case.
    public func task(_ id: Int64, for viewer: Viewer) async throws -> TaskSummary {
        let row = try await database.read { tx in
            try tx.row("\(TaskSummary.lines) WHERE t.id = \(id) AND \(viewer.maySeeCase)")
        }
        guard let row else { throw DomainError.notFound("没有找到这个任务。") }
        return try TaskSummary(row)
    }
}
