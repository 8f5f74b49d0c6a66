import Desk
import Government
import HTTPTypes
import Identity
import Jobs
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What was found as a file: asked for with a reason, watched, and taken along.
struct AuditExportPages: Sendable {
    static let longestReason = 200

    let database: Database
    let actions: AuditActions

    var routes: [Route] {
        [
            .post(AuditPath.exports, .may(.exportJournal), journal: "audit.exported", "导出审计日志") {
                try await start($0, $1)
            },
            .get(AuditPath.export("{id}"), .may(.exportJournal), "导出审计日志") { request, officer in
                let job = try await job(request, officer)
                let isKept = try await database.read { try JobOutput.exists(of: job.id, in: $0) }
                return .page(ExportPage(audit: job, isKept: isKept, token: request.csrf).page)
            },
            .get(AuditPath.exportFile("{id}"), .may(.exportJournal), "下载审计日志") { request, officer in
                try await file(of: job(request, officer))
            },
            .post(
                AuditPath.exportCancellation("{id}"), .may(.exportJournal), journal: "job.cancelled", "取消导出"
            ) { request, officer in
                let (job, actor, now) = (try await job(request, officer), officer.actor(request), request.now)
                try await database.write { try JobQueue.cancel(job.id, by: actor, at: now, in: $0) }
                return .redirect(to: AuditPath.export(String(job.id)))
            },
        ]
    }

    private func start(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        let reason = try form.required("reason", "请写明导出的理由。")
        guard reason.count <= Self.longestReason else {
            throw DomainError.invalid("reason", "最多 \(Self.longestReason) 字，请精简。")
        }
        let query = AuditQuery { form[$0] }
        let (actor, now) = (officer.actor(request), request.now)
        let id = try await database.write { [actions] tx in
            let organs = OrganNaming(try Directory.organs(in: tx))
            let order = AuditExport.Order(
                accountID: actor.accountID, name: actor.name, reason: reason,
                words: query.words(organ: organs[query.organ], action: actions[query.action]),
                search: try query.resolved(in: tx), names: actions.names, askedAt: now)
            return try Self.enqueue(order, by: actor, in: tx)
        }
        return .redirect(to: AuditPath.export(String(id)))
    }

    private static func enqueue(_ order: AuditExport.Order, by actor: Actor, in tx: Transaction) throws
        -> Int64
    {
        // The same asked for twice within a second is one: a button that was pressed again.
        let second = order.askedAt.milliseconds / 1_000
        let key = "\(actor.accountID)/\(second)/\(try Journal.digest(of: order.search).prefix(16))"
        let id = try JobQueue.enqueue(
            kind: AuditExport.kind, key: key, payload: order, at: order.askedAt, by: actor.accountID, in: tx)
        try Journal.append(
            JournalEntry(
                at: order.askedAt, actor: actor, action: "audit.exported", subject: "job/\(id)",
                sentence: "\(actor.name)导出审计日志（\(order.words)），理由：\(order.reason)",
                detail: ["reason": order.reason, "search": order.words]),
            in: tx)
        return id
    }

    /// An export of this administrator's own; another's is not there.
    private func job(_ request: WebRequest, _ officer: OfficerContext) async throws -> QueuedJob {
        let missing: Sentence = "没有找到这次导出。"
        let id = try request.id(missing)
        let job = try await database.read { try JobQueue.find(id, in: $0) }
        guard let job, job.kind == AuditExport.kind.name, job.createdBy == officer.account.id else {
            throw DomainError.notFound(missing)
        }
        return job
    }

    private func file(of job: QueuedJob) async throws -> WebResponse {
        let isKept = try await database.read { try JobOutput.exists(of: job.id, in: $0) }
        guard job.state == .done, isKept else { throw DomainError.notFound("文件还没有生成，或者已过保存期。") }
        return .file(
            pieces: JobOutput.Pieces(of: job.id, database: database),
            name: "审计日志-\(job.createdAt.day.iso).csv", contentType: "text/csv; charset=utf-8")
    }
}
