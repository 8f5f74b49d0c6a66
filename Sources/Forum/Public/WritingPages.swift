import HTTPTypes
import Identity
import Refusals
import Storage
import Web

/// Where people write: topics, replies, answers of organs.
struct WritingPages: Sendable {
    let office: ForumOffice
    private let posting: Posting

    init(office: ForumOffice) {
        self.office = office
        posting = Posting(office: office)
    }

    var routes: [Route] {
        [
            .get(ForumPath.new, .signedIn, "发起话题") { request, caller in
                .page(try await form(request, caller))
            },
            .post(ForumPath.all, .signedIn, journal: "forum.topic_opened", "发起话题") { try await open($0, $1) },
            .post(ForumPath.saying("{id}", "replies"), .signedIn, journal: "forum.replied", "回复话题") {
                try await reply($0, $1)
            },
            .post(
                ForumPath.saying("{id}", "answers"), .may(.answerForum), journal: "forum.answered", "以部门名义答复"
            ) { try await answer($0, $1) },
        ]
    }

    private func open(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let form = try await request.form()
        do {
            let outcome = try await posting.open(
                Posting.Entry(form), as: caller.account, by: caller.actor(request), at: request.now)
            return .redirect(
                to: outcome.isWaiting
                    ? "\(ForumPath.mine)?said=waiting"
                    : "\(ForumPath.topic(String(outcome.topic)))?said=shown")
        } catch DomainError.invalid(let errors) {
            let page = try await self.form(request, caller, entered: form, errors: errors)
            return .page(page, status: .unprocessableContent)
        }
    }

    private func reply(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let (id, form) = (try request.id(TopicStore.missing), try await request.form())
        do {
            let outcome = try await posting.reply(
                Posting.Entry(form), to: id, as: caller.account, by: caller.actor(request), at: request.now)
            let said = outcome.isWaiting ? "waiting" : "shown"
            return .redirect(to: "\(ForumPath.topic(String(id)))?said=\(said)")
        } catch DomainError.invalid(let errors) {
            let page = try await ForumPages(office: office).topic(request, entered: form, errors: errors)
            return .page(page, status: .unprocessableContent)
        }
    }

    private func answer(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form) = (try request.id(TopicStore.missing), try await request.form())
        do {
            try await OfficialAnswers(office: office).answer(
                form["answer"] ?? "", to: id, by: officer, request)
            return .redirect(to: ForumPath.topic(String(id)))
        } catch DomainError.invalid(let errors) {
            let own = errors.map { FieldError("answer", $0.sentence) }
            let page = try await ForumPages(office: office).topic(request, entered: form, errors: own)
            return .page(page, status: .unprocessableContent)
        }
    }

    private func form(
        _ request: WebRequest, _ caller: SignedIn, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        guard caller.account.personID != nil else { throw Posting.nameless }
        let rules = try await office.rules()
        let member = try await office.member(caller.account)
        try member?.requireFree(at: request.now)
        let boards = rules.boards.map { board in
            Field.Option(board.code, board.writers == .everyone ? board.name : "\(board.name)（企业发言）")
        }
        let fields =
            NicknameField.fields(member, entered, errors) + [
                Field(
                    "board", "板块", .division, value: entered?["board"] ?? request.query("board") ?? "",
                    options: boards, error: errors["board"]),
                Field(
                    "title", "标题", hint: "一句话，最多 \(rules.limits.longestTitle) 字。",
                    value: entered?["title"] ?? "",
                    error: errors["title"]),
                Field(
                    "words", "内容", .longText,
                    hint: "空一行另起一段。请不要写电话、身份证号，自己的和别人的都不要。", value: entered?["words"] ?? "",
                    error: errors["words"]),
            ]
        return Page(
            "发起话题", crumbs: [Link("市民论坛", ForumPath.all), Link("发起话题", nil)],
            body: """
                \(ErrorSummary(errors).html)
                <h1>发起话题</h1>
                <p class="lead">需要政府处理、要编号和期限的事，请<a href="/requests/form">提交诉求</a>；想和大家聊聊的，发在这里。</p>
                \(Form(action: ForumPath.all, token: request.csrf, fields: fields, submit: "发出").html)
                """)
    }
}

extension Posting.Entry {
    init(_ form: FormData) {
        self.init(
            words: form["words"] ?? "", title: form["title"] ?? "", board: form["board"] ?? "",
            nickname: form["nickname"] ?? "")
    }
}
