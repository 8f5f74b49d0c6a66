import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web

/// What one has written, what became of it, and what one may say against a block.
struct MyForumPages: Sendable {
    let office: ForumOffice

    var routes: [Route] {
        [
            .get(ForumPath.mine, .signedIn, "我的论坛") { request, caller in
                .page(try await show(request, caller))
            },
            .post(ForumPath.nickname, .signedIn, journal: "forum.renamed", "改昵称") { request, caller in
                try await answer(request, caller, "renamed") { form in
                    try await Posting(office: office).rename(
                        caller.account, to: form["nickname"] ?? "", by: caller.actor(request), at: request.now
                    )
                }
            },
            .post(ForumPath.appeal, .signedIn, journal: "forum.block_appealed", "申诉") { request, caller in
                try await answer(request, caller, "appealed") { form in
                    try await Blocking(office: office).appeal(
                        form["appeal"] ?? "", as: caller.account, by: caller.actor(request), at: request.now)
                }
            },
            .post(ForumPath.consent("{id}"), .signedIn, journal: "forum.post_taken_up", "同意转为诉求") {
                request, caller in
                try await answer(request, caller, "taken") { form in
                    _ = try await TakingUp(office: office).answer(
                        try request.id(PostStore.missing), agrees: form["agrees"] == "yes",
                        as: caller.account,
                        by: caller.actor(request), at: request.now)
                }
            },
        ]
    }

    private func answer(
        _ request: WebRequest, _ caller: SignedIn, _ said: String, _ act: (FormData) async throws -> Void
    ) async throws -> WebResponse {
        let form = try await request.form()
        do {
            try await act(form)
            return .redirect(to: "\(ForumPath.mine)?said=\(said)")
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, caller, entered: form, errors: errors), status: .unprocessableContent)
        }
    }

    private func show(
        _ request: WebRequest, _ caller: SignedIn, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let member = try await office.member(caller.account)
        return try await office.database.read { tx in
            let rules = try office.rules(in: tx)
            let posts = try member.map { try PostStore.own($0.id, after: request.query("after"), in: tx) }
            return MyForumPage(
                member: member, posts: posts?.items ?? [], rules: rules,
                block: try member.flatMap { try BlockStore.last(of: $0.id, in: tx) },
                asked: try member.map { try UptakeStore.asked($0.id, in: tx) } ?? [],
                said: request.query("said"), entered: entered, errors: errors,
                pager: Pager(next: posts?.next, of: request), now: request.now, token: request.csrf
            ).page
        }
    }
}
