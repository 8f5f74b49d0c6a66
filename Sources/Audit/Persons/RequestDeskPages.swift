import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Where requests are answered: those to an organ by its officers and head, complaints by the audit administrator.
struct RequestDeskPages: Sendable {
    let database: Database
    let requests: PersonRequests

    var routes: [Route] {
        desk(PersonPath.desk, .may(.answerPersonRequests), "个人信息请求") { officer in
            officer.account.organs(for: .answerPersonRequests).sorted()
        }
            + desk(PersonPath.complaints, .may(.answerComplaints), "对查看的投诉") { _ in [nil] }
    }

    private typealias Addressees = @Sendable (OfficerContext) -> [String?]

    private func desk(
        _ path: String, _ policy: Policy<OfficerContext>, _ title: String, _ addressees: @escaping Addressees
    ) -> [Route] {
        [
            .get(path, policy, title) { request, officer in
                try await show(request, path, title, addressees(officer))
            },
            .post(PersonPath.answer(path, "{id}"), policy, journal: "person_request.answered", "答复\(title)") {
                request, officer in
                try await answer(request, officer, path, title, addressees(officer))
            },
        ]
    }

    private func answer(
        _ request: WebRequest, _ officer: OfficerContext, _ path: String, _ title: String, _ organs: [String?]
    ) async throws -> WebResponse {
        let form = try await request.form()
        let state = form["state"].flatMap(PersonRequest.State.init(rawValue:)) ?? .open
        do {
            try await requests.answer(
                request.id("没有这项请求。"), for: organs, state, form["answer"] ?? "", by: officer.actor(request),
                at: request.now)
            return .redirect(to: path)
        } catch DomainError.conflict(let sentence) {
            return try await show(request, path, title, organs, refusal: sentence, status: .conflict)
        } catch DomainError.invalid(let errors) {
            return try await show(
                request, path, title, organs, refusal: errors[0].sentence, status: .unprocessableContent)
        }
    }

    /// Several organs are shown one after the other, each from its oldest on.
    private func show(
        _ request: WebRequest, _ path: String, _ title: String, _ organs: [String?], refusal: Sentence? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> WebResponse {
        let after = request.query("after")
        let slices = try await database.read { tx in
            try organs.map { try PersonRequestStore.open(for: $0, after: after, in: tx) }
        }
        let page = RequestDeskPage(
            title: title, path: path, requests: slices.flatMap(\.items), refusal: refusal,
            pager: Pager(next: slices.compactMap(\.next).first, of: request), today: request.now.day,
            token: request.csrf)
        return .page(page.page, status: status)
    }
}

/// What waits for an answer, the oldest first.
struct RequestDeskPage {
    let title: String
    let path: String
    let requests: [PersonRequest]
    let refusal: Sentence?
    let pager: Pager
    let today: CivilDate
    let token: CSRFToken

    var page: Page {
        Page(
            title, crumbs: [Link("工作台", "/desk"), Link(title, nil)], width: .wide, area: .desk,
            body: """
                \(refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html })
                <h1>\(title)</h1><p class="lead">当事人就自己的个人信息提出，应在期限内答复并说明理由（个人信息保护法第五十条）。</p>
                \(requests.isEmpty ? EmptyState("没有待答复的请求").html : table)\(pager.html)
                """)
    }

    private var table: HTML {
        Table(
            title, columns: ["请求", "谁", "期限", "答复"].map { Table.Column($0) }, rows: requests.map(row)
        ).html
    }

    private func row(_ request: PersonRequest) -> [HTML] {
        [
            """
            \(request.kind.chinese)<div class="hint"><span class="code">\(request.caseNumber ?? "")</span> \
            \(request.entryID.map { "<a href=\"\(AuditPath.entry(String($0)))\">查看记录</a>" })</div>
            <p class="words">\(request.words)</p>
            """,
            "\(request.accountName)<div class=\"hint\">\(request.askedAt.shortChinese)</div>",
            "\(request.dueOn.shortWithWeekday)<div class=\"below\">\(RequestBadge(request, today: today).html)</div>",
            form(request),
        ]
    }

    private func form(_ request: PersonRequest) -> HTML {
        let id = "answer-\(request.id)"
        let isDeletion = request.kind == .deletion
        let warning: HTML? =
            isDeletion
            ? "<p class=\"hint\">采纳后，办件里的姓名、证件号码、填写的内容和材料立即删除，不能恢复；保存期限未满的不能采纳。</p>" : nil
        return """
            <details class="more"><summary>答复</summary>\(warning)
            <form class="form" method="post" action="\(PersonPath.answer(path, String(request.id)))">\(token.field)\
            <label class="label" for="\(id)">答复和理由</label><textarea class="input" id="\(id)" name="answer" rows="3"></textarea>\
            <div class="actions"><button class="button" name="state" value="granted">\(isDeletion ? "采纳并删除" : "采纳")</button>\
            <button class="button quiet" name="state" value="refused">不采纳</button></div></form></details>
            """
    }
}
