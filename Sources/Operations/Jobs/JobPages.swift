import HTTPTypes
import Identity
import Jobs
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The jobs in the background, seen and looked after by the system administrator.
struct JobPages: Sendable {
    let database: Database
    let kinds: [JobKind]

    var routes: [Route] {
        [
            .get(OperationsPath.jobs, .may(.tendJobs), "后台任务") { request, _ in try await show(request) },
            .post(
                OperationsPath.attempts(of: "{id}"), .may(.tendJobs), journal: "job.put_back", "重新执行后台任务"
            ) { request, officer in
                let (actor, now, id) = (officer.actor(request), request.now, try Self.id(of: request))
                try await database.write { try JobQueue.putBack(id, by: actor, at: now, in: $0) }
                return .redirect(to: OperationsPath.jobs)
            },
            .post(
                OperationsPath.cancellation(of: "{id}"), .may(.tendJobs), journal: "job.cancelled", "取消后台任务"
            ) { request, officer in
                let (actor, now, id) = (officer.actor(request), request.now, try Self.id(of: request))
                try await database.write { try JobQueue.cancel(id, by: actor, at: now, in: $0) }
                return .redirect(to: OperationsPath.jobs)
            },
        ]
    }

    private func show(_ request: WebRequest) async throws -> WebResponse {
        let after = request.query("after")
        let page = try await database.read { tx in
            let ended = try JobQueue.ended(after: after, in: tx)
            return try JobListPage(
                running: JobQueue.jobs(.running, in: tx), setAside: JobQueue.jobs(.setAside, in: tx),
                waiting: JobQueue.jobs(.waiting, in: tx), ended: ended.items,
                counts: JobQueue.openCounts(in: tx), isFirst: after == nil,
                pager: Pager(next: ended.next, of: request), kinds: kinds, now: request.now,
                token: request.csrf)
        }
        return .page(page.page)
    }

    private static func id(of request: WebRequest) throws -> Int64 {
        guard let id = Int64(try request.parameter("id")) else { throw DomainError.notFound("没有找到这个任务。") }
        return id
    }
}
