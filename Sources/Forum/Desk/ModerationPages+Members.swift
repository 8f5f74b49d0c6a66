import HTTPTypes
import Identity
import Refusals
import Web

/// What concerns members, and the way of a post to the responsible organ.
extension ModerationPages {
    var more: [Route] {
        [
            .post(act("block"), .may(.moderateForum), journal: "forum.member_blocked", "禁言") {
                request, officer in
                try await answer(request, officer) { form, id in
                    try await Blocking(office: office).block(
                        id, for: form["days"].flatMap { Int($0) } ?? 0, because: form["block_reason"] ?? "",
                        by: officer.actor(request), at: request.now)
                }
            },
            .post(act("identity"), .may(.moderateForum), journal: "forum.identity_opened", "查看真实姓名") {
                try await open($0, $1)
            },
            .post(
                act("uptake"), .may(.moderateForum, .answerForum), journal: "forum.post_taken_up", "转为诉求"
            ) { request, officer in
                try await answer(request, officer) { form, id in
                    _ = try await TakingUp(office: office).take(
                        id, TakingUp.Choice(form), by: officer.actor(request), at: request.now)
                }
            },
            .post(
                ForumPath.decision("{id}"), .may(.moderateForum), journal: "forum.block_decided", "处理申诉"
            ) { request, officer in
                // Several appeals stand on one page, so the fields carry the number of theirs.
                let (id, form) = (try request.id("没有这次禁言。"), try await request.form())
                try await Blocking(office: office).decide(
                    id, lifting: form["decision.\(id)"] == "lifted",
                    because: form["answer.\(id)"] ?? "", by: officer.actor(request), at: request.now)
                return .redirect(to: ForumPath.desk)
            },
        ]
    }

    private func open(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form) = (try request.id(PostStore.missing), try await request.form())
        do {
            let name = try await Blocking(office: office).identity(
                behind: id, because: form["why"] ?? "", by: officer.actor(request), at: request.now)
            return .page(try await show(request, officer, opened: name)).header("Cache-Control", "no-store")
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, officer, entered: form, errors: errors), status: .unprocessableContent
            )
        }
    }
}

extension TakingUp.Choice {
    init(_ form: FormData) {
        self.init(
            category: form["category"] ?? "", kind: form["kind"] ?? "", division: form["division"] ?? "",
            isOffice: form["way"] == "office")
    }
}
