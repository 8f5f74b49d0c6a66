import Cases
import HTTPTypes
import Identity
import Jobs
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// An officer's list of cases as a file: asked for, watched, and taken along.
struct ExportPages: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .post(DeskPath.exports, .staff, journal: "case_list.exported", "导出办件清单") { request, officer in
                try await start(request, officer)
            },
            .get(DeskPath.export("{id}"), .staff, "导出办件清单") { request, officer in
                let job = try await job(request, officer)
                let isKept = try await database.read { try JobOutput.exists(of: job.id, in: $0) }
                return .page(ExportPage(cases: job, isKept: isKept, token: request.csrf).page)
            },
            .get(DeskPath.exportFile("{id}"), .staff, "下载办件清单") { request, officer in
                try await file(of: job(request, officer))
            },
            .post(
                DeskPath.exportCancellation("{id}"), .staff, journal: "job.cancelled", "取消导出"
            ) { request, officer in
                let (job, actor, now) = (try await job(request, officer), officer.actor(request), request.now)
                try await database.write { try JobQueue.cancel(job.id, by: actor, at: now, in: $0) }
                return .redirect(to: DeskPath.export(String(job.id)))
            },
        ]
    }

    private func start(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let search = CaseSearch(try await request.form(), officer: officer)
        let (actor, now) = (officer.actor(request), request.now)
        let order = CaseExport.Order(search.filter(now: now), by: actor.accountID)
        // The same list asked for twice within a second is one: a button that was pressed again.
        let key = "\(actor.accountID)/\(now.milliseconds / 1_000)/\(try Journal.digest(of: order).prefix(16))"
        let id = try await database.write { tx in
            let id = try JobQueue.enqueue(
                kind: CaseExport.kind, key: key, payload: order, at: now, by: actor.accountID, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "case_list.exported", subject: "job/\(id)",
                    sentence: "\(actor.name)导出办件清单。"),
                in: tx)
            return id
        }
        return .redirect(to: DeskPath.export(String(id)))
    }

    /// An export of this officer's own; another's is not there.
    private func job(_ request: WebRequest, _ officer: OfficerContext) async throws -> QueuedJob {
        let missing = DomainError.notFound("没有找到这次导出。")
        guard let id = Int64(try request.parameter("id")) else { throw missing }
        let job = try await database.read { try JobQueue.find(id, in: $0) }
        guard let job, job.kind == CaseExport.kind.name, job.createdBy == officer.account.id else {
            throw missing
        }
        return job
    }

    private func file(of job: QueuedJob) async throws -> WebResponse {
        let isKept = try await database.read { try JobOutput.exists(of: job.id, in: $0) }
        guard job.state == .done, isKept else { throw DomainError.notFound("文件还没有生成，或者已过保存期。") }
        return .file(
            pieces: JobOutput.Pieces(of: job.id, database: database),
            name: "办件清单-\(job.createdAt.day.iso).csv", contentType: "text/csv; charset=utf-8")
    }
}
