import Cases
import Government
import Identity
import Jobs
import Refusals
import Storage
import WorkingTime

/// Writes the cases an officer may see as a table of comma-separated values, a thousand rows a step.
///
/// Every step asks anew what the officer may see: whoever loses a post meanwhile gets nothing further.
struct CaseExport: SteppedWork {
    static let kind = JobKind("cases.export", title: "导出办件清单", unit: "行")
    static let rowsPerStep = 1_000
    /// Longer lists go without a time that remains: counting them would hold up everybody else's changes.
    static let countedRows = 50_000

    /// Who asked for which cases.
    struct Order: Codable, Sendable {
        let accountID: Int64
        let text: String?
        let phase: Phase?
        let organ: String?
        let overdueAt: Instant?

        init(_ filter: CaseFilter, by accountID: Int64) {
            self.accountID = accountID
            (text, phase, organ, overdueAt) = (filter.text, filter.phase, filter.organ, filter.overdueAt)
        }

        var filter: CaseFilter {
            var filter = CaseFilter()
            (filter.text, filter.phase, filter.organ, filter.overdueAt) = (text, phase, organ, overdueAt)
            return filter
        }
    }

    let clock: @Sendable () -> Instant
    var rowsPerStep = CaseExport.rowsPerStep
    var kind: JobKind { Self.kind }

    func step(_ job: QueuedJob, in tx: Transaction) throws -> JobStep {
        let order = try job.payload(as: Order.self)
        let account = try Accounts.account(order.accountID, on: clock().day, in: tx)
        guard let account, account.isStaff else { throw DomainError.forbidden("账号已停用或没有岗位，不再导出。") }
        let isFirst = job.stepCount == 0
        let total =
            isFirst
            ? try Cases.count(order.filter, for: account.viewer, upTo: Self.countedRows, in: tx) : nil
        let page = try Cases.list(
            order.filter, for: account.viewer, after: try job.cursor(), limit: rowsPerStep, in: tx)
        let organs = try Directory.everyOrgan(in: tx)
        let sheet = CaseSheet(organs: Dictionary(uniqueKeysWithValues: organs.map { ($0.key, $0.name) }))
        try JobOutput.append((isFirst ? CaseSheet.head : "") + sheet.rows(page.items), of: job, in: tx)
        guard let next = page.next else { return .finished(done: page.items.count) }
        return try .more(next, done: page.items.count, total: total)
    }
}
