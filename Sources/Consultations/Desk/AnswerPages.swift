import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web

/// Where comments are answered, one or several at once.
struct AnswerPages: Sendable {
    let office: ConsultationOffice

    var routes: [Route] {
        [
            .get(ConsultationPath.act("{id}", "answers"), .may(.answerConsultations), "答复意见") {
                .page(try await show($0, $1))
            },
            .post(
                ConsultationPath.act("{id}", "answers"), .may(.answerConsultations),
                journal: "consultation.answered", "答复意见"
            ) { try await answer($0, $1) },
        ]
    }

    private func answer(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (form, id) = (try await request.form(), try request.id(ConsultationOffice.missing))
        let (actor, now) = (officer.actor(request), request.now)
        let organs = officer.account.organs(for: .answerConsultations)
        do {
            let numbers = form.all("numbers").compactMap { Int32($0).map(Int.init) }
            let answer = try CommentAnswer(
                form["outcome"].flatMap(CommentAnswer.Outcome.init), reason: form["reason"] ?? "")
            try await office.database.write { tx in
                try tx.lock("public_consultation", id: id)
                let one = try office.own(request, organs, in: tx)
                try Answering(outbox: office.outbox).answer(
                    numbers, of: one, with: answer, by: actor, at: now, in: tx)
            }
            return .redirect(to: request.uri)
        } catch DomainError.invalid(let errors) {
            let page = try await show(request, officer, entered: form, errors: errors)
            return .page(page, status: .unprocessableContent)
        }
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let organs = officer.account.organs(for: .answerConsultations)
        let isAnswered = request.query("show") == "answered"
        return try await office.database.read { tx in
            let one = try office.own(request, organs, in: tx)
            guard one.state != .draft else { throw DomainError.notFound(ConsultationOffice.missing) }
            let search = CommentStore.Search(anchor: request.query("on"), isUnanswered: !isAnswered)
            let found = try CommentStore.comments(of: one.id, search, after: request.query("after"), in: tx)
            return AnswerPage(
                consultation: one, comments: found.items, isAnswered: isAnswered,
                figures: try AnswerFigures.of(one.id, in: tx), entered: entered, errors: errors,
                action: request.uri, pager: Pager(next: found.next, of: request), token: request.csrf
            ).page
        }
    }
}

/// Comments to choose from, and what is said to those chosen.
struct AnswerPage {
    let consultation: Consultation
    let comments: [PublicComment]
    let isAnswered: Bool
    let figures: AnswerFigures
    let entered: FormData?
    let errors: [FieldError]
    let action: String
    let pager: Pager
    let token: CSRFToken

    private var path: String { ConsultationPath.act(String(consultation.id), "answers") }

    var page: Page {
        Page(
            "答复意见",
            crumbs: [
                Link("工作台", "/desk"), Link("征求意见", ConsultationPath.desk),
                Link(consultation.facts.title, ConsultationPath.edit(String(consultation.id))),
                Link("答复意见", nil),
            ], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>答复意见</h1>
                <p class="lead">\(consultation.facts.title)：共 \(figures.comments) 条，还有 \(figures.unanswered) 条没有答复。意思一样的可以一起答复。</p>
                <p><a href="\(path)">没有答复的</a> · <a href="\(path)?show=answered">已经答复的</a>\(each: consultation.passages, passage)</p>
                \(comments.isEmpty ? EmptyState(isAnswered ? "还没有答复过意见" : "这里没有要答复的意见").html : form)
                \(pager.html)
                """)
    }

    private func passage(_ passage: Passage) -> HTML {
        " · <a href=\"\(path)?on=\(passage.anchor)\">\(passage.heading)</a>"
    }

    private var form: HTML {
        let chosen = Set(entered?.all("numbers") ?? [])
        let options = comments.map { comment in
            let answer = comment.answer.map { "（已答复：\($0.outcome.chinese)）" } ?? ""
            return Field.Option(
                String(comment.number), "第 \(comment.number) 条 · \(place(comment))\(answer)",
                hint: "\(comment.words)（\(comment.author)，\(comment.supports) 人支持）")
        }
        let fields = [
            Field(
                "numbers", "选择意见", .choices, values: chosen.sorted(), options: options,
                error: errors["numbers"]),
            Field(
                "outcome", "是否采纳", .choice, value: entered?["outcome"] ?? "",
                options: CommentAnswer.Outcome.allCases.map { .init($0.rawValue, $0.chinese) },
                error: errors["outcome"]),
            Field(
                "reason", "理由", .longText, hint: "会公布，也会通知提意见的人。采纳的，写明改在哪里。", value: entered?["reason"] ?? "",
                error: errors["reason"]),
        ]
        guard consultation.state == .open else { return .empty }
        return Form(action: action, token: token, fields: fields, submit: "答复选中的意见").html
    }

    private func place(_ comment: PublicComment) -> String {
        let place =
            comment.anchor.isEmpty ? "全文" : consultation.passage(comment.anchor)?.heading ?? "已删去的条目"
        return place + consultation.spokenTo(comment)
    }
}
