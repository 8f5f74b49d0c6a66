import HTTPTypes
import Identity
import Refusals
import Storage
import Web

/// What people do with a post: change and take away their own, agree with and report that of others.
struct OwnPostPages: Sendable {
    let office: ForumOffice
    private let posting: Posting

    init(office: ForumOffice) {
        self.office = office
        posting = Posting(office: office)
    }

    var routes: [Route] {
        [
            .get(ForumPath.act("{id}", "edit"), .signedIn, "修改帖子") { request, caller in
                let post = try await own(request, caller)
                return .page(editing(request, post.words, []))
            },
            .post(ForumPath.act("{id}", "edit"), .signedIn, journal: "forum.post_edited", "修改帖子") {
                try await edit($0, $1)
            },
            .get(ForumPath.act("{id}", "deletion"), .signedIn, "删除帖子") { request, caller in
                let post = try await own(request, caller)
                return .page(deleting(request, post))
            },
            .post(ForumPath.act("{id}", "deletion"), .signedIn, journal: "forum.post_deleted", "删除帖子") {
                request, caller in
                _ = try await posting.delete(
                    try request.id(PostStore.missing), as: caller.account, by: caller.actor(request),
                    at: request.now)
                return .redirect(to: "\(ForumPath.mine)?said=deleted")
            },
            .post(ForumPath.act("{id}", "support"), .signedIn, journal: "forum.post_supported", "赞同帖子") {
                request, caller in
                let topic = try await posting.support(
                    try request.id(PostStore.missing), as: caller.account, by: caller.actor(request),
                    at: request.now)
                return .redirect(to: "\(ForumPath.topic(String(topic)))?said=supported")
            },
            .get(ForumPath.act("{id}", "report"), .signedIn, "举报帖子") { request, _ in
                .page(try await reporting(request, nil, []))
            },
            .post(ForumPath.act("{id}", "report"), .signedIn, journal: "forum.post_reported", "举报帖子") {
                try await report($0, $1)
            },
        ]
    }

    private func own(_ request: WebRequest, _ caller: SignedIn) async throws -> Post {
        let id = try request.id(PostStore.missing)
        let post = try await office.database.read { try PostStore.post(id, in: $0) }
        guard let person = caller.account.personID, post.memberID == person, !post.isEmptied else {
            throw DomainError.notFound(PostStore.missing)
        }
        return post
    }

    private func edit(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let words = try await request.form()["words"] ?? ""
        do {
            let outcome = try await posting.edit(
                try request.id(PostStore.missing), to: words, as: caller.account, by: caller.actor(request),
                at: request.now)
            return .redirect(
                to: outcome.isWaiting
                    ? "\(ForumPath.mine)?said=waiting"
                    : "\(ForumPath.topic(String(outcome.topic)))?said=shown")
        } catch DomainError.invalid(let errors) {
            return .page(editing(request, words, errors), status: .unprocessableContent)
        }
    }

    private func report(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let form = try await request.form()
        do {
            let topic = try await posting.report(
                try request.id(PostStore.missing), reason: form["reason"] ?? "", words: form["words"] ?? "",
                as: caller.account, by: caller.actor(request), at: request.now)
            return .redirect(to: "\(ForumPath.topic(String(topic)))?said=reported")
        } catch DomainError.invalid(let errors) {
            return .page(try await reporting(request, form, errors), status: .unprocessableContent)
        }
    }

    private func editing(_ request: WebRequest, _ words: String, _ errors: [FieldError]) -> Page {
        let field = Field("words", "内容", .longText, value: words, error: errors["words"])
        return page(
            "修改帖子",
            Form(action: request.path, token: request.csrf, fields: [field], submit: "保存").html, errors)
    }

    private func deleting(_ request: WebRequest, _ post: Post) -> Page {
        page(
            "删除帖子",
            """
            \(PostText(post.words).html)
            <p>删除以后文字不再保留，别人的回复还在。</p>
            \(PostButton("删除", action: request.path, token: request.csrf, tone: .danger).html)
            """, [])
    }

    private func reporting(_ request: WebRequest, _ entered: FormData?, _ errors: [FieldError]) async throws
        -> Page
    {
        let (id, rules, now) = (try request.id(PostStore.missing), try await office.rules(), request.now)
        let (post, _) = try await office.database.read { try posting.readable(id, at: now, in: $0) }
        let fields = [
            Field(
                "reason", "有什么问题", .choice, value: entered?["reason"] ?? "",
                options: rules.reasons.map { .init($0.code, $0.name) }, error: errors["reason"]),
            Field(
                "words", "补充说明", .longText, hint: post.organ == nil ? nil : "作出答复的部门也看得到，但不知道是谁举报的。",
                isRequired: false, value: entered?["words"] ?? "",
                error: errors["words"]),
        ]
        return page(
            "举报帖子",
            "\(PostText(post.words).html)\(Form(action: request.path, token: request.csrf, fields: fields, submit: "举报").html)",
            errors)
    }

    private func page(_ title: String, _ content: HTML, _ errors: [FieldError]) -> Page {
        Page(
            title, crumbs: [Link("市民论坛", ForumPath.all), Link(title, nil)],
            body: "\(ErrorSummary(errors).html)<h1>\(title)</h1>\(content)")
    }
}
