import Cases
import Codes
import Government
import HTTPTypes
import Identity
import Refusals
import RuleBooks
import Storage
import Web
import WorkingTime

/// The author's side: what one has said, where it stands, what was answered, what can be done next.
struct MyRequestPages: Sendable {
    let office: RequestOffice

    var routes: [Route] {
        [
            .get(RequestPath.mine, .signedIn, "我的诉求") { try await list($0, $1) },
            .get(RequestPath.mine("{number}"), .signedIn, "诉求") { try await show($0, $1) },
            .post(
                RequestPath.joining("{number}"), .signedIn, journal: "service_request.joined", "加入诉求"
            ) { request, caller in
                let number = try request.parameter("number")
                try await Supporters(database: office.database, outbox: office.outbox).join(
                    number, account: caller.account, actor: caller.actor(request), at: request.now)
                return .redirect(to: "\(RequestPath.mine)?joined=\(number)")
            },
        ]
    }

    private func list(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let after = request.query("after")
        let (slice, others, rules) = try await office.database.read { tx in
            (
                try RequestStore.mine(caller.account.id, after: after, in: tx),
                try after == nil ? RequestStore.joined(by: caller.account.id, in: tx) : [],
                try office.book.current(in: tx)
            )
        }
        return .page(
            MyRequestsPage(
                rows: slice.items, others: others, rules: rules,
                organs: try await office.directory.organNames(),
                joined: request.query("joined"), pager: Pager(next: slice.next, of: request)
            ).page)
    }

    func show(
        _ request: WebRequest, _ caller: SignedIn, errors: [FieldError] = [], entered: FormData? = nil
    ) async throws -> WebResponse {
        let number = try request.parameter("number")
        if caller.isStaff { return .redirect(to: RequestPath.desk(number)) }
        let view = try await office.view(number, for: caller.viewer)
        let (row, rules, next) = try await office.database.read { tx in
            (
                try RequestStore.request(number, in: tx), try office.book.current(in: tx),
                try RequestStore.next(after: number, in: tx)
            )
        }
        let page = MyRequestPage(
            view: view, row: row, rules: rules, next: next, errors: errors, entered: entered,
            isAuthor: view.subject.isOwn(of: caller.actor(request)), token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}

/// What one has said, the newest first.
struct MyRequestsPage {
    let rows: [RequestRow]
    /// Those of others that one has joined.
    let others: [RequestRow]
    let rules: RequestRules
    let organs: OrganNameHistory
    let joined: String?
    let pager: Pager

    var page: Page {
        Page(
            "我的诉求", crumbs: [Link("我的办件", "/my/cases"), Link("我的诉求", nil)],
            body: """
                \(joined.map { _ in Notice("已经加入", "<p>这件诉求办结以后，会发消息告诉您。</p>", tone: .done).html })
                <h1>我的诉求</h1>
                <p class="actions"><a class="button" href="\(RequestPath.form)">我要反映</a></p>
                \(rows.isEmpty ? EmptyState("您还没有反映过问题").html : list)\(pager.html)
                \(others.isEmpty ? nil : joinedOnes)
                """)
    }

    private var list: HTML {
        """
        <ul class="links">\(each: rows, { row in
            "<li><div><a href=\"\(RequestPath.mine(row.number))\">\(row.title)</a><br><span class=\"quiet-words\">\(organs.name(of: row.organ)) <span class=\"code\">\(row.number)</span></span></div><span>\(RequestBadge(row, rules).html)</span></li>"
        })</ul>
        """
    }
}

extension MyRequestsPage {
    private var joinedOnes: HTML {
        """
        <h2>我加入的诉求</h2>
        <ul class="links">\(each: others, { row in
            "<li><div>\(title(row))<br><span class=\"quiet-words\">\(organs.name(of: row.organ)) <span class=\"code\">\(row.number)</span></span></div><span>\(RequestBadge(row, rules).html)</span></li>"
        })</ul>
        """
    }

    /// Only its author follows each step; everybody reads the answer that was published.
    private func title(_ row: RequestRow) -> HTML {
        guard let title = row.publicTitle, row.isAnswered else { return "\(row.title)" }
        return "<a href=\"\(RequestPath.answered(String(row.id)))\">\(title)</a>"
    }
}

/// Where a request stands, in a word.
struct RequestBadge {
    private let row: RequestRow
    private let rules: RequestRules

    init(_ row: RequestRow, _ rules: RequestRules) { (self.row, self.rules) = (row, rules) }

    private var words: String {
        switch row.result {
        case nil: "办理中"
        case "answered": "已答复"
        case "refused": "不予受理"
        case "withdrawn": "已撤回"
        case "terminated": "终止办理"
        case .some(let code): rules.result(code)?.name ?? "已答复"
        }
    }

    var html: HTML {
        StatusBadge(words, row.endedAt == nil ? .active : .done).html
    }
}
