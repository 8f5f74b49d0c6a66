import Files
import HTTPTypes
import Identity
import Jobs
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Imports of enterprises: begun with a file, watched, cancelled, and what was wrong taken along to be corrected.
struct ImportPages: Sendable {
    /// What boundaries and the token may add to the file, in bytes.
    private static let formBytes = 64 << 10

    let database: Database
    let files: FileStore

    var routes: [Route] {
        [
            .get(OperationsPath.imports, .may(.importEnterprises), "法人库导入") { request, _ in
                .page(try await list(request))
            },
            .post(
                OperationsPath.imports, .may(.importEnterprises), journal: "enterprise_import.requested",
                "导入法人库"
            ) { request, officer in try await start(request, officer) },
            .get(OperationsPath.importTemplate, .may(.importEnterprises), "下载导入模板") { _, _ in
                .file(
                    Array(EnterpriseColumn.template.utf8), name: "法人库导入模板.csv",
                    contentType: "text/csv; charset=utf-8")
            },
            .get(OperationsPath.importing("{id}"), .may(.importEnterprises), "导入进度") { request, _ in
                let job = try await job(request)
                let isKept = try await database.read { try JobOutput.exists(of: job.id, in: $0) }
                return .page(try ImportPage(job, isKept: isKept, token: request.csrf).page)
            },
            .get(OperationsPath.wrongLines(of: "{id}"), .may(.importEnterprises), "下载有误的行") {
                request, officer in
                try await wrongLines(of: job(request), by: officer.actor(request), at: request.now)
            },
            .post(
                OperationsPath.importCancellation(of: "{id}"), .may(.importEnterprises),
                journal: "job.cancelled",
                "取消导入"
            ) { request, officer in
                let (job, actor, now) = (try await job(request), officer.actor(request), request.now)
                try await database.write { try JobQueue.cancel(job.id, by: actor, at: now, in: $0) }
                return .redirect(to: OperationsPath.importing(String(job.id)))
            },
        ]
    }

    private func list(_ request: WebRequest, errors: [FieldError] = []) async throws -> Page {
        let after = request.query("after")
        let jobs = try await database.read { tx in
            try JobQueue.jobs(of: EnterpriseImport.kind, after: after, in: tx)
        }
        return try ImportListPage(
            imports: jobs.items.map(ImportView.init), isFirst: after == nil,
            pager: Pager(next: jobs.next, of: request), errors: errors,
            limitMegabytes: files.limitBytes >> 20, token: request.csrf
        ).page
    }

    private func start(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        do {
            let upload = try await received(request, from: officer)
            let readable = try await database.read {
                try files.file(upload.id, for: .owner(accountID: officer.account.id), in: $0)
            }
            let file = try await EnterpriseFile(lookingThrough: readable)
            let id = try await enqueue(file, upload, by: officer.actor(request), at: request.now)
            return .redirect(to: OperationsPath.importing(String(id)))
        } catch DomainError.invalid(let errors) {
            return .page(try await list(request, errors: errors), status: .unprocessableContent)
        } catch DomainError.tooLarge(let sentence) {
            let page = try await list(request, errors: [FieldError("file", sentence)])
            return .page(page, status: .contentTooLarge)
        }
    }

    private func received(_ request: WebRequest, from officer: OfficerContext) async throws -> StoredFile {
        let form = try await request.multipart(limitBytes: files.limitBytes + Self.formBytes)
        while let part = try await form.nextPart() {
            guard part.name == "file", let name = part.filename, !name.isEmpty else { continue }
            return try await files.receive(
                name: name, chunks: part.chunks, for: .rows, owner: officer.account.id, now: request.now)
        }
        throw DomainError.invalid("file", "请选择要导入的 CSV 文件。")
    }

    private func enqueue(
        _ file: EnterpriseFile, _ upload: StoredFile, by actor: Actor, at now: Instant
    ) async throws -> Int64 {
        let task = EnterpriseImport.Assignment(
            accountID: actor.accountID, fileID: upload.id, fileName: upload.name, file: file)
        // The same file sent twice within a second is one import: a button that was pressed again.
        let key = "\(actor.accountID)/\(now.milliseconds / 1_000)/\(upload.sha256.prefix(16))"
        return try await database.write { tx in
            let id = try JobQueue.enqueue(
                kind: EnterpriseImport.kind, key: key, payload: task, at: now, by: actor.accountID, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "enterprise_import.requested", subject: "job/\(id)",
                    sentence: "\(actor.name)导入法人库，共 \(file.rowCount) 行。", afterDigest: upload.sha256,
                    detail: ["file": upload.name]),
                in: tx)
            return id
        }
    }

    private func job(_ request: WebRequest) async throws -> QueuedJob {
        let missing = DomainError.notFound("没有找到这次导入。")
        guard let id = Int64(try request.parameter("id")) else { throw missing }
        let job = try await database.read { try JobQueue.find(id, in: $0) }
        guard let job, job.kind == EnterpriseImport.kind.name else { throw missing }
        return job
    }

    /// The lines hold names and telephone numbers: the reading is kept before they leave.
    private func wrongLines(of job: QueuedJob, by actor: Actor, at now: Instant) async throws -> WebResponse {
        try await database.write { tx in
            guard job.finishedAt != nil, try JobOutput.exists(of: job.id, in: tx) else {
                throw DomainError.notFound("没有有误的行，或者文件已过保存期。")
            }
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "enterprise_import.wrong_lines_read",
                    subject: "job/\(job.id)", sentence: "\(actor.name)下载导入法人库时有误的行。"),
                in: tx)
        }
        return .file(
            pieces: JobOutput.Pieces(of: job.id, database: database),
            name: "有误的行-\(job.createdAt.day.iso).csv", contentType: "text/csv; charset=utf-8")
    }
}
