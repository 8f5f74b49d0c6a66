import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web

/// Posts that wait for the security administrator.
struct ChangePages: Sendable {
    let posts: Posts
    let directory: Directory

    var routes: [Route] {
        [
            .get(RightsPath.changes, .may(.readPosts), "待审定的岗位变动") {
                request, officer in try await show(request, officer)
            },
            settling("approval", .may(.decidePosts), "post.granted", "审定岗位变动") {
                change, holder, remark, request, actor in
                try change.approve(for: holder, remark: remark, by: actor, at: request.now)
            },
            settling("refusal", .may(.decidePosts), "post.refused", "不同意岗位变动") {
                change, _, remark, request, actor in
                try change.refuse(remark: remark, by: actor, at: request.now)
            },
            settling("withdrawal", .may(.askPosts), "post.withdrawn", "撤回岗位变动") {
                change, _, _, request, actor in
                try change.withdraw(by: actor, at: request.now)
            },
        ]
    }

    private typealias Rule =
        @Sendable (inout PostChange, PostHolder, String, WebRequest, Actor) throws -> Void

    private func settling(
        _ how: String, _ policy: Policy<OfficerContext>, _ journal: String, _ title: String,
        _ rule: @escaping Rule
    ) -> Route {
        .post(RightsPath.settling("{id}", how), policy, journal: journal, title) { request, officer in
            let remark = try await request.form()["remark"] ?? ""
            let id = try request.id("没有这项岗位变动，可能链接不完整。")
            let actor = officer.actor(request)
            do {
                let change = try await posts.settle(id, by: actor, at: request.now) {
                    try rule(&$0, $1, remark, request, actor)
                }
                return .redirect(to: RightsPath.holder(String(change.accountID)))
            } catch DomainError.conflict(let sentence) {
                return try await show(request, officer, refusal: sentence, status: .conflict)
            } catch DomainError.invalid(let errors) {
                return try await show(
                    request, officer, refusal: errors[0].sentence, status: .unprocessableContent)
            }
        }
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, refusal: Sentence? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> WebResponse {
        let open = try await posts.open(after: request.query("after"))
        let page = ChangeListPage(
            lines: open.items.map { ($0.change, $0.holder.displayName) },
            organs: OrganNames(try await directory.organs(), try await directory.everyOffice()),
            refusal: refusal,
            pager: Pager(next: open.next, of: request), officer: officer, token: request.csrf)
        return .page(page.page, status: status)
    }
}
