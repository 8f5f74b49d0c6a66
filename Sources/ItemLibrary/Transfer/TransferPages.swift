import CSV
import HTTPTypes
import Identity
import Jobs
import Journal
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// Items as files: exported, and imported as drafts after a trial.
struct TransferPages: Sendable {
    let desk: ItemDesk

    var routes: [Route] {
        [
            .get(ItemLibraryPath.export, .may(.readItems), "导出事项") { request, _ in
                let (kind, format) = Self.wanted(request)
                let export = ItemExport(
                    kind, desk.library.catalogue.services, organNames: try await desk.organNames(),
                    lifeEvents: try ItemFiles.lifeEvents())
                return export.file(format, named: "\(kind.chinese)-\(request.now.day.iso)")
            },
            .get(ItemLibraryPath.template, .may(.editItems), "下载事项导入模板") { request, _ in
                let (kind, format) = Self.wanted(request)
                return ItemExport(kind, []).file(format, named: "\(kind.chinese)导入模板")
            },
            .get(ItemLibraryPath.imports, .may(.editItems), "导入事项") { request, _ in
                .page(try await list(request))
            },
            .post(ItemLibraryPath.imports, .may(.editItems), journal: "item_import.tried", "试导入事项") {
                try await tryOut($0, $1)
            },
            .get(ItemLibraryPath.importing("{id}"), .may(.editItems), "导入结果") { request, _ in
                let found = try await find(request)
                return .page(ImportPage(found: found, token: request.csrf).page)
            },
            .get(ItemLibraryPath.report("{id}"), .may(.editItems), "下载导入报告") { request, _ in
                let found = try await find(request)
                return .file(
                    Array(found.reportText.utf8), name: "导入报告-\(found.at.day.iso).csv",
                    contentType: "text/csv; charset=utf-8")
            },
            .post(
                ItemLibraryPath.execution("{id}"), .may(.editItems), journal: "item_import.requested", "导入事项"
            ) { try await carryOut($0, $1) },
        ]
    }

    private static func wanted(_ request: WebRequest) -> (ItemExport.Kind, ItemExport.Format) {
        (
            request.query("kind").flatMap(ItemExport.Kind.init(rawValue:)) ?? .items,
            request.query("format").flatMap(ItemExport.Format.init(rawValue:)) ?? .csv
        )
    }

    private func list(_ request: WebRequest, errors: [FieldError] = []) async throws -> Page {
        let imports = try await desk.database.read { try ItemImportStore.newest(in: $0) }
        return ImportListPage(imports: imports, errors: errors, token: request.csrf).page
    }

    private func find(_ request: WebRequest) async throws -> ItemImport {
        let id = try request.id("没有找到这次导入。")
        return try await desk.database.read { try ItemImportStore.find(id, in: $0) }
    }

    /// Reads the file against what is offered, and changes nothing.
    private func tryOut(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        do {
            let (name, bytes, _) = try await ReceivedTable.read(request)
            let sheet = try ItemSheet(bytes)
            let editor = try await desk.editor(officer, with: .editItems, request)
            let (id, now) = (desk.database.ids.next(), request.now)
            try await desk.database.write { tx in
                let surroundings = try ItemSurroundings(reach: editor.organs, in: tx)
                let report = sheet.rows.map { ReadItemRow($0, sheet.columns, surroundings).verdict }
                let found = ItemImport(
                    id: id, accountID: editor.actor.accountID, account: editor.actor.name, fileName: name,
                    sheet: sheet, report: report, state: .tried, at: now)
                try ItemImportStore.insert(found, in: tx)
                try Self.record("item_import.tried", "试导入", found, by: editor.actor, at: now, in: tx)
            }
            return .redirect(to: ItemLibraryPath.importing(String(id)))
        } catch DomainError.invalid(let errors) {
            return .page(try await list(request, errors: errors), status: .unprocessableContent)
        }
    }

    private func carryOut(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let id = try request.id("没有找到这次导入。")
        let editor = try await desk.editor(officer, with: .editItems, request)
        let now = request.now
        try await desk.database.write { tx in
            try tx.lock("item_import", id: id)
            let found = try ItemImportStore.find(id, in: tx)
            try found.requireTakeable()
            try ItemImportStore.update(id, .running, found.report, in: tx)
            let order = ItemImporting.Order(
                importID: id, actor: editor.actor, organs: editor.organs.map { $0.sorted() })
            try JobQueue.enqueue(
                kind: ItemImporting.kind, key: String(id), payload: order, at: now,
                by: editor.actor.accountID, in: tx)
            try Self.record("item_import.requested", "导入", found, by: editor.actor, at: now, in: tx)
        }
        return .redirect(to: ItemLibraryPath.importing(String(id)))
    }

    private static func record(
        _ action: String, _ words: String, _ found: ItemImport, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "item-import/\(found.id)",
                sentence: "\(actor.name)\(words)事项文件「\(found.fileName)」，共 \(found.sheet.rows.count) 行。"),
            in: tx)
    }
}
