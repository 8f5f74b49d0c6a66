import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// 亲友关注: who may see the progress of one's matters, and whose progress one may see.
struct FollowPages: Sendable {
    let follows: Follows

    var routes: [Route] {
        [
            .get(ProgressPath.follows, .signedIn, FollowListPage.title) { try await list($0, $1) },
            .get(ProgressPath.newFollow, .signedIn.fresh, FollowFormPage.title) { request, _ in
                let entry = FollowForm.new(on: request.now.day, number: request.query("case"))
                return .page(FollowFormPage(entry: entry, errors: [], refusal: nil, token: request.csrf).page)
            },
            // Whoever has somebody's open browser must not become an onlooker.
            .post(ProgressPath.follows, .signedIn.fresh, journal: "follow.invited", FollowFormPage.title) {
                try await invite($0, $1)
            },
            .post(
                ProgressPath.acceptance("{id}"), .signedIn, journal: "follow.accepted", "同意关注"
            ) { request, caller in
                try await follows.accept(
                    request.id(Follow.unknown.sentence), by: caller.account, caller.actor(request),
                    at: request.now)
                return .redirect(to: ProgressPath.follows)
            },
            .post(
                ProgressPath.ending("{id}"), .signedIn, journal: "follow.ended", "结束关注"
            ) { request, caller in
                try await follows.end(
                    request.id(Follow.unknown.sentence), by: caller.account, caller.actor(request),
                    at: request.now)
                return .redirect(to: ProgressPath.follows)
            },
        ]
    }

    private func list(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let (account, after) = (caller.accountID, request.query("after"))
        let (given, received) = try await follows.database.read { tx in
            (
                try FollowStore.given(by: account, after: after, in: tx),
                after == nil ? try FollowStore.received(by: account, in: tx) : []
            )
        }
        return .page(
            FollowListPage(
                given: given.items, received: received, today: request.now.day, token: request.csrf,
                pager: Pager(next: given.next, of: request)
            ).page)
    }

    private func invite(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let entry = FollowForm(try await request.form())
        guard !caller.isStaff else { throw DomainError.forbidden("工作人员账号没有自己的办件，请用个人账号登录。") }
        do {
            try await follows.invite(entry, by: caller.account, caller.actor(request), at: request.now)
        } catch DomainError.invalid(let errors) {
            return refused(FollowFormPage(entry: entry, errors: errors, refusal: nil, token: request.csrf))
        } catch DomainError.conflict(let sentence) {
            return refused(FollowFormPage(entry: entry, errors: [], refusal: sentence, token: request.csrf))
        }
        return .redirect(to: ProgressPath.follows)
    }

    private func refused(_ page: FollowFormPage) -> WebResponse {
        .page(page.page, status: page.refusal == nil ? .unprocessableContent : .conflict)
    }
}
