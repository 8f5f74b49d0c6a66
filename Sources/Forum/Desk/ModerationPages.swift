import HTTPTypes
import Identity
import Journal
import Refusals
import RequestDoors
import Storage
import Web
import WorkingTime

/// The forum on the desk: what waits, what was reported, who appeals, and each post with what may be done about it.
struct ModerationPages: Sendable {
    let office: ForumOffice

    var routes: [Route] {
        [
            .get(ForumPath.desk, .may(.moderateForum), "论坛管理") { request, _ in
                .page(try await queue(request))
            },
            .get(ForumPath.post("{id}"), .may(.moderateForum, .answerForum), "论坛帖子") { request, officer in
                .page(try await show(request, officer))
            },
            .post(act("approval"), .may(.moderateForum), journal: "forum.post_approved", "公开帖子") {
                try await moderate($0, $1) { moderating, id, form, actor, now in
                    try await moderating.approve(id, seen: form["seen"], by: actor, at: now)
                }
            },
            .post(act("refusal"), .may(.moderateForum), journal: "forum.post_refused", "不公开帖子") {
                try await moderate($0, $1) { moderating, id, form, actor, now in
                    try await moderating.refuse(
                        id, because: form["reason"] ?? "", alike: form["alike"] == "yes", by: actor, at: now)
                }
            },
            .post(act("hiding"), .may(.moderateForum), journal: "forum.post_hidden", "隐藏帖子") {
                try await moderate($0, $1) { moderating, id, form, actor, now in
                    try await moderating.hide(id, because: form["reason"] ?? "", by: actor, at: now)
                }
            },
            .post(act("showing"), .may(.moderateForum), journal: "forum.post_restored", "恢复帖子") {
                try await moderate($0, $1) { moderating, id, _, actor, now in
                    try await moderating.unhide(id, by: actor, at: now)
                }
            },
            .post(act("dismissal"), .may(.moderateForum), journal: "forum.report_dismissed", "举报不成立") {
                try await moderate($0, $1) { moderating, id, _, actor, now in
                    try await moderating.dismiss(id, by: actor, at: now)
                }
            },
            .post(act("conclusion"), .may(.moderateForum), journal: "forum.report_concluded", "结束举报") {
                try await moderate($0, $1) { moderating, id, _, actor, now in
                    try await moderating.conclude(id, by: actor, at: now)
                }
            },
        ] + more + answers
    }

    func act(_ act: String) -> String { ForumPath.deskAct("{id}", act) }

    private func moderate(
        _ request: WebRequest, _ officer: OfficerContext,
        _ change: (Moderating, Int64, FormData, Actor, Instant) async throws -> Void
    ) async throws -> WebResponse {
        try await answer(request, officer) { form, id in
            try await change(Moderating(office: office), id, form, officer.actor(request), request.now)
        }
    }

    /// Back to the post, or its page again with what is wrong.
    func answer(
        _ request: WebRequest, _ officer: OfficerContext, _ change: (FormData, Int64) async throws -> Void
    ) async throws -> WebResponse {
        let (id, form) = (try request.id(PostStore.missing), try await request.form())
        do {
            try await change(form, id)
            return .redirect(to: ForumPath.post(String(id)))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, officer, entered: form, errors: errors), status: .unprocessableContent
            )
        }
    }

    private func queue(_ request: WebRequest) async throws -> Page {
        try await office.database.read { tx in
            let waiting = try QueueStore.waiting(after: request.query("after"), in: tx)
            let reported = try QueueStore.reported(after: request.query("reported"), in: tx)
            let blocks = try BlockStore.appealed(in: tx)
            return QueuePage(
                waiting: waiting.items, reported: reported.items, moreReported: reported.next,
                appeals: try blocks.map { ($0, try MemberStore.known($0.memberID, in: tx)) },
                rules: try office.rules(in: tx), pager: Pager(next: waiting.next, of: request),
                token: request.csrf
            ).page
        }
    }

    /// The page of a post, again with what was entered and what is wrong with it.
    func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = [],
        opened: String? = nil
    ) async throws -> Page {
        let id = try request.id(PostStore.missing)
        let choices = try await office.door.choices()
        let organs = try await office.organNames()
        return try await office.database.read { tx in
            let line = try QueueStore.line(PostStore.post(id, in: tx), in: tx)
            // Who does not moderate sees what everybody sees.
            guard officer.may(.moderateForum) || line.post.state == .shown else {
                throw DomainError.notFound(PostStore.missing)
            }
            let uptake = try UptakeStore.uptake(id, in: tx)
            let answering = officer.account.organs(for: .answerForum)
            let instruction = try InstructionStore.instruction(about: id, in: tx)
            return DeskPostPage(
                line: line, rules: try office.rules(in: tx), choices: choices, organs: organs,
                uptake: uptake, requestPage: uptake?.number.map(office.door.page), instruction: instruction,
                order: try instruction.flatMap { try office.instructions.order($0.order, officer, tx) },
                reports: try ReportStore.open(of: id, in: tx),
                block: try line.member.flatMap { try BlockStore.last(of: $0.id, in: tx) }, opened: opened,
                mayModerate: officer.may(.moderateForum),
                mayRevise: line.post.organ.map { answering.contains($0) } ?? false, now: request.now,
                entered: entered, errors: errors, token: request.csrf
            ).page
        }
    }
}
