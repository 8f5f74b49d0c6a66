import Jobs
import Journal
import Refusals
import Services
import Storage
import WorkingTime

/// Takes the rows of a file of items over as drafts, some a step. A row that is wrong holds up no other.
struct ItemImporting: SteppedWork {
    static let kind = JobKind("items.import", title: "导入事项", unit: "行")
    static let rowsPerStep = 20

    /// Who asked for which import, and whose items they may touch.
    struct Order: Codable, Sendable {
        let importID: Int64
        let actor: Actor
        let organs: [String]?
    }

    let desk: ItemDesk
    var rowsPerStep = ItemImporting.rowsPerStep
    var kind: JobKind { Self.kind }

    func step(_ job: QueuedJob, in tx: Transaction) throws -> JobStep {
        let order = try job.payload(as: Order.self)
        let begin = try job.cursor(as: Int.self) ?? 0
        let found = try ItemImportStore.find(order.importID, in: tx)
        let rows = found.sheet.rows.dropFirst(begin).prefix(rowsPerStep)
        let editor = DraftEditor(actor: order.actor, organs: order.organs.map(Set.init))
        let surroundings = try ItemSurroundings(reach: editor.organs, in: tx)
        let verdicts = try rows.map { row in
            try take(ReadItemRow(row, found.sheet.columns, surroundings), by: editor, of: found, in: tx)
        }
        let report = found.report.prefix(begin) + verdicts + found.report.dropFirst(begin + verdicts.count)
        let isLast = begin + rows.count >= found.sheet.rows.count
        try ItemImportStore.update(found.id, isLast ? .done : .running, Array(report), in: tx)
        guard isLast else {
            return try .more(begin + rows.count, done: rows.count, total: found.sheet.rows.count)
        }
        return .finished(done: rows.count)
    }

    private func take(
        _ read: ReadItemRow, by editor: DraftEditor, of found: ItemImport, in tx: Transaction
    ) throws -> ItemVerdict {
        var verdict = read.verdict
        guard let item = read.item, verdict.kind == .new || verdict.kind == .changed else { return verdict }
        do {
            verdict.draft = try ItemDrafts.take(
                item, basedOn: read.basedOn?.id, note: "导入自\(found.fileName)第 \(verdict.row) 行", by: editor,
                at: desk.clock(), in: tx)
            return verdict
        } catch let refusal as DomainError {
            return ItemVerdict(
                row: verdict.row, name: verdict.name, kind: .wrong, words: refusal.sentence.chinese)
        }
    }
}
