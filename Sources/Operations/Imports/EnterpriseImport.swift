import CSV
import Codes
import Files
import Government
import Identity
import Jobs
import Journal
import Refusals
import Storage
import WorkingTime

/// Takes the rows of an uploaded file over into the register of enterprises, some hundreds a step. A row that is wrong
/// is put on the list of wrong lines and holds up no other.
///
/// The file may lie in a bucket, so a stretch of it is read before the transaction that takes its rows over. Reading
/// changes nothing; what counts is that rows, counts and position are kept together.
struct EnterpriseImport: Errand {
    static let kind = JobKind("enterprises.import", title: "导入法人库", unit: "行")
    static let rowsPerStep = 500

    /// Who asked for which file.
    struct Assignment: Codable, Sendable {
        let accountID: Int64
        let fileID: Int64
        let fileName: String
        let file: EnterpriseFile
    }

    /// What the next step reads.
    struct Stretch: Sendable {
        let file: ReadableFile
        let position: CSVReader.Position
        let layout: EnterpriseLayout
    }

    /// The rows of a step.
    struct Rows: Sendable {
        var rows: [EnterpriseRow] = []
        var position: CSVReader.Position
        var isLast = false
    }

    let files: FileStore
    let ids: IDSource
    let clock: @Sendable () -> Instant
    var rowsPerStep = EnterpriseImport.rowsPerStep
    var kind: JobKind { Self.kind }

    func prepare(_ job: QueuedJob, in tx: Transaction) throws -> Stretch? {
        let task = try job.payload(as: Assignment.self)
        _ = try administrator(task, in: tx)
        return Stretch(
            file: try files.file(task.fileID, for: .owner(accountID: task.accountID), in: tx),
            position: try job.cursor(as: ImportTally.self)?.position ?? task.file.start,
            layout: EnterpriseLayout(
                encoding: task.file.encoding, columns: task.file.columns,
                divisions: Set(try Directory.divisions(in: tx).map(\.code)), today: clock().day))
    }

    func act(_ stretch: Stretch, key: String) async throws -> Rows {
        var reader = try await stretch.file.reader(at: stretch.position)
        var rows = Rows(position: stretch.position)
        while rows.rows.count < rowsPerStep, let record = reader.next() {
            rows.rows.append(EnterpriseRow(record, id: ids.next(), by: stretch.layout))
        }
        rows.position = reader.position
        rows.isLast = reader.position.offset >= stretch.file.file.size
        return rows
    }

    func record(_ rows: Rows, of job: QueuedJob, in tx: Transaction) throws -> JobStep {
        let task = try job.payload(as: Assignment.self)
        var tally = try job.cursor(as: ImportTally.self) ?? ImportTally(from: task.file.start)
        let wrong = WrongLines(columns: task.file.columns)
        let outcome = try ImportStep(rows.rows, of: job.id, in: tx)
        if !outcome.wrong.isEmpty {
            let lines = outcome.wrong.map { wrong.line($0.row, $0.mistakes) }.joined()
            try JobOutput.append((tally.wrong == 0 ? wrong.head : "") + lines, of: job, in: tx)
        }
        outcome.add(to: &tally)
        tally.position = rows.position
        guard rows.isLast else { return try .more(tally, done: rows.rows.count, total: task.file.rowCount) }
        try journal(tally, task, job, in: tx)
        return try .finished(tally, done: rows.rows.count)
    }

    private func journal(
        _ tally: ImportTally, _ task: Assignment, _ job: QueuedJob, in tx: Transaction
    ) throws {
        let actor = try administrator(task, in: tx).actor(channel: "system", address: "")
        try Journal.append(
            JournalEntry(
                at: clock(), actor: actor, action: "enterprise_import.finished", subject: "job/\(job.id)",
                sentence: "导入法人库完成：\(tally.words)。",
                detail: [
                    "added": String(tally.added), "updated": String(tally.updated),
                    "unchanged": String(tally.unchanged), "wrong": String(tally.wrong),
                ]),
            in: tx)
    }

    /// Whoever loses the post meanwhile takes nothing further over.
    private func administrator(_ task: Assignment, in tx: Transaction) throws -> Account {
        let account = try Accounts.account(task.accountID, on: clock().day, in: tx)
        guard let account, account.may(.importEnterprises) else {
            throw DomainError.forbidden("账号已停用或不再是系统管理员，不再导入。")
        }
        return account
    }
}
