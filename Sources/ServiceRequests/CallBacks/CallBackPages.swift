import Cases
import Codes
import Desk
import Government
import HTTPTypes
import Identity
import Refusals
import RuleBooks
import Storage
import Web
import WorkingTime

/// Which authors are to be called, and what they say.
struct CallBackPages: Sendable {
    let office: RequestOffice

    var routes: [Route] {
        [
            .get(RequestPath.callBacks, .may(.takeInRequests), "回访") { try await list($0, $1) },
            .get(RequestPath.callBack("{number}"), .may(.takeInRequests), "回访") { request, officer in
                try await show(request, officer)
            },
            .post(
                RequestPath.callBack("{number}"), .may(.takeInRequests),
                journal: "service_request.called_back", "记录回访"
            ) { try await keep($0, $1) },
        ]
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let organs = officer.account.organs(for: .takeInRequests)
        let slice = try await office.callBacks(at: organs, after: request.query("after"))
        let untold = try await office.untold(at: organs, after: request.query("joined"))
        let rows = slice.items
        let names = try await office.directory.organNames()
        let table = Table(
            "要回访的诉求", columns: ["事项", "编号", "承办单位", "答复"].map { Table.Column($0) },
            rows: rows.map { row in
                [
                    "<a href=\"\(RequestPath.callBack(row.number))\">\(row.title)</a>",
                    "<span class=\"code\">\(row.number)</span>", "\(names.name(of: row.organ))",
                    "\(row.endedAt?.shortChinese ?? "")",
                ]
            })
        return .page(
            Page(
                "回访",
                crumbs: [Link("工作台", DeskPath.home), Link("群众诉求", RequestPath.desk), Link("回访", nil)],
                width: .wide, area: .desk,
                body: """
                    <h1>回访</h1>
                    <p class="lead">已答复、反映人还没有评价的诉求，按规则抽取一部分打电话问一问；反映人自己说没有解决、还没有重办的，都要问。最先到期的在前面。</p>
                    \(rows.isEmpty ? EmptyState("现在没有要回访的诉求").html : table.html)\(Pager(next: slice.next, of: request).html)
                    \(UntoldPiece(untold: untold, names: names).html)
                    """))
    }

    private func keep(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (number, form) = (try request.parameter("number"), try await request.form())
        do {
            let said = try Assessment(
                solved: form["solved"] ?? "", grade: form["grade"] ?? "", reason: form["lack"] ?? "")
            let subject = try await office.subject(number, for: officer.viewer)
            let actor = officer.actor(
                request, organ: officer.organs.contains(subject.plan.hall) ? subject.plan.hall : nil)
            let again = try await office.callBack(number, said: said, by: actor, as: officer.viewer)
            return .redirect(to: again.map(RequestPath.desk) ?? RequestPath.callBacks)
        } catch DomainError.invalid(let errors) {
            return try await show(request, officer, errors: errors, entered: form)
        }
    }

    /// A number is personal data: who looked is written down before it is shown.
    private func show(
        _ request: WebRequest, _ officer: OfficerContext, errors: [FieldError] = [], entered: FormData? = nil
    ) async throws -> WebResponse {
        let number = try request.parameter("number")
        let view = try await office.view(number, for: officer.viewer)
        let actor = officer.actor(
            request, organ: officer.organs.contains(view.subject.plan.hall) ? view.subject.plan.hall : nil)
        try view.subject.requireCallable(by: actor)
        try await office.cases.record(.masked(error: nil), of: number, by: actor)
        let (rules, joiners) = try await office.database.read { tx in
            (try office.book.current(in: tx), try Joiner.all(of: view.subject.id, in: tx))
        }
        let page = CallBackPage(
            subject: view.subject, joiners: joiners,
            mayBeRepeated: view.subject.isRepeatable(at: request.now, by: rules, view.calendar),
            errors: errors,
            entered: entered, token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
            .header("Cache-Control", "no-store")
    }
}

/// What to ask, and where it is written down.
struct CallBackPage {
    let subject: Case
    /// Who called or came with the same, and is told as well.
    let joiners: [Joiner]
    let mayBeRepeated: Bool
    let errors: [FieldError]
    let entered: FormData?
    let token: CSRFToken

    var page: Page {
        Page(
            "回访", crumbs: [Link("工作台", DeskPath.home), Link("回访", RequestPath.callBacks), Link("记录", nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>回访：\(subject.said(.title))</h1>
                <div class="columns"><div>\(Card("诉求和答复", SummaryList(facts).html).html)</div>
                <div>\(Card("反映人怎么说", form).html)</div></div>
                """)
    }

    private var facts: [SummaryList.Row] {
        let words = (subject.draft?.paragraphs ?? []).joined(separator: "\n")
        return [
            .init("反映人", "\(subject.applicant.name)"),
            .init("电话", "\(subject.applicant.phone ?? "没有留电话，请发消息")"),
            .init(
                "同时反映的",
                "\(joiners.isEmpty ? "没有" : joiners.map { "\($0.name) \($0.phone)" }.joined(separator: "、"))"),
            .init("内容", "<p class=\"words\">\(subject.said(.content))</p>"),
            .init("承办单位", "\(subject.plan.organName)"),
            .init("答复", "<p class=\"words\">\(words)</p>"),
        ]
    }

    private var form: HTML {
        let fields = [
            Field(
                "solved", "问题解决了没有", .choice, value: entered?["solved"] ?? "",
                options: Assessment.options(mayBeRepeated: mayBeRepeated), error: errors["solved"]),
            Field(
                "grade", "对办理的评价", .choice, value: entered?["grade"] ?? "",
                options: Rating.grades.map { .init(String($0.value), $0.label) }, error: errors["grade"]),
            Field(
                "lack", "还差什么", .longText, hint: "没有解决的填写。重办的答复由承办单位负责人审签。", isRequired: false,
                value: entered?["lack"] ?? "", error: errors["lack"]),
        ]
        return Form(
            action: RequestPath.callBack(subject.number.text), token: token, fields: fields, submit: "记录回访"
        ).html
    }
}
