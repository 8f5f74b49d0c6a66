import Cases
import Government
import Identity
import Refusals
import Storage
import Web

/// The lists of tasks: mine, my organ's, and what I have done.
struct TaskListPages: Sendable {
    let cases: Cases
    let directory: Directory

    var routes: [Route] {
        [.get(DeskPath.home, .staff, "工作台") { request, officer in try await show(request, officer) }]
    }

    private func show(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        guard let queue = DeskQueue(rawValue: request.query("queue") ?? DeskQueue.mine.rawValue) else {
            throw DomainError.notFound("工作台没有这个列表，请从左侧选择。")
        }
        let tasks = try await cases.desk(queue, for: officer.viewer, after: request.query("after"))
        let page = TaskListPage(
            queue: queue, rows: tasks.items, pager: Pager(next: tasks.next, of: request),
            counts: try await cases.deskCounts(for: officer.viewer),
            urgency: try await cases.deskUrgency(queue, for: officer.viewer),
            calendar: try await directory.calendar(), now: cases.now, account: officer.account)
        return .page(page.page)
    }
}
