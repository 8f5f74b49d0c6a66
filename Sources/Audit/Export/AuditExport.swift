import CSV
import Codes
import Government
import Identity
import Jobs
import Journal
import Refusals
import Storage
import WorkingTime

/// Writes what was found in the journal as comma-separated values, so many rows a step, between two lines that say who
/// took it along, when and why. Every step asks anew whether they still are the audit administrator.
struct AuditExport: SteppedWork {
    static let kind = JobKind("audit.export", title: "导出审计日志", unit: "行")
    static let rowsPerStep = 1_000
    /// What one file holds at most.
    static let mostRows = 100_000

    /// Who asked for which entries, and why.
    struct Order: Codable, Sendable {
        let accountID: Int64
        let name: String
        let reason: String
        let words: String
        let search: JournalSearch
        /// What actions were called then, by their codes.
        let names: [String: String]
        let askedAt: Instant
    }

    let clock: @Sendable () -> Instant
    var rowsPerStep = AuditExport.rowsPerStep
    var kind: JobKind { Self.kind }

    func step(_ job: QueuedJob, in tx: Transaction) throws -> JobStep {
        let order = try job.payload(as: Order.self)
        let account = try Accounts.account(order.accountID, on: clock().day, in: tx)
        guard account?.may(.exportJournal) == true else {
            throw DomainError.forbidden("账号已停用或不再是审计管理员，不再导出。")
        }
        let found = try order.search.page(after: try job.cursor(), limit: rowsPerStep, in: tx)
        let sheet = AuditSheet(
            names: order.names, organs: OrganNaming(try Directory.organs(in: tx)), number: job.id)
        let done = job.progress.done + found.entries.count
        let isFull = done >= Self.mostRows
        let isLast = found.next == nil || isFull
        let text =
            (job.stepCount == 0 ? sheet.head(order) : "") + sheet.rows(found.entries)
            + (isLast ? sheet.foot(order, rows: done, isCut: isFull && found.next != nil) : "")
        try JobOutput.append(text, of: job, in: tx)
        guard !isLast, let next = found.next else { return .finished(done: found.entries.count) }
        return try .more(next, done: found.entries.count)
    }
}

/// Entries as rows of comma-separated values, with their watermark.
struct AuditSheet {
    /// The name of each action by its code.
    let names: [String: String]
    let organs: OrganNaming
    /// The number of the export.
    let number: Int64

    func head(_ order: AuditExport.Order) -> String {
        CSVLine.mark + watermark(order)
            + CSVLine.text([
                "时间", "谁", "账号编号", "部门", "来路", "地址", "做了什么", "代码", "对象", "结果", "内容", "日志位置", "叶子散列",
            ])
    }

    func foot(_ order: AuditExport.Order, rows: Int, isCut: Bool) -> String {
        CSVLine.text([isCut ? "只导出了前 \(rows) 行，请缩小条件分次导出" : "共 \(rows) 行"]) + watermark(order)
    }

    /// Who, when, why: above and below, so that no half of the file goes about without it.
    private func watermark(_ order: AuditExport.Order) -> String {
        CSVLine.text([
            "审计日志导出 \(number)", "导出人：\(order.name)", "时间：\(order.askedAt.chinese)", "理由：\(order.reason)",
            "条件：\(order.words)",
        ])
    }

    /// Of whose name the entry does not tell, the account is not told either.
    private func account(_ actor: Actor) -> String {
        Pseudonym(rawValue: actor.name) == nil ? String(actor.accountID) : ""
    }

    func rows(_ entries: [StoredEntry]) -> String {
        entries.map { stored in
            let (entry, actor) = (stored.entry, stored.entry.actor)
            return CSVLine.text([
                entry.at.rfc3339, actor.name, account(actor), actor.organ.map { organs[$0] } ?? "",
                actor.channel, actor.address, names[entry.action] ?? "", entry.action, entry.subject,
                OutcomeBadge(entry.outcome).words, entry.sentence.chinese,
                stored.leafIndex.map { String($0 + 1) } ?? "", stored.leafHash,
            ])
        }.joined()
    }
}
