import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What was out in a column and is off; an editor brings it back by way of a new edition.
struct OffPages: Sendable {
    let database: Database

    var routes: [Route] {
        [.get(ContentPath.off("{id}"), .may(.readContent), "撤下的内容") { try await show($0, $1) }]
    }

    private func show(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, seat) = (try request.id("没有这个栏目。"), Seat(officer, request))
        let (column, roles, list) = try await database.read { [after = request.query("after")] tx in
            let column = try SiteStore.column(id, in: tx)
            let roles = try SiteStore.roles(of: seat.actor.accountID, in: id, tx)
            guard !roles.isEmpty else { throw DomainError.notFound("没有这个栏目，或者您不在这个栏目工作。") }
            return (
                column, roles.intersection(seat.roles),
                try OffStore.column(id, for: seat.viewer, after: after, in: tx)
            )
        }
        let page = OffPage(
            column: column, lines: list.items, pager: Pager(next: list.next, of: request),
            mayWrite: roles.contains(.editor), token: request.csrf)
        return .page(page.page)
    }
}

/// The list of what is off.
struct OffPage {
    let column: Column
    let lines: [OffLine]
    let pager: Pager
    let mayWrite: Bool
    let token: CSRFToken

    var page: Page {
        Page(
            "撤下的内容",
            crumbs: [
                Link("工作台", "/desk"), Link("内容管理", ContentPath.desk),
                Link(column.name, ContentPath.deskColumn(String(column.id))), Link("撤下的内容", nil),
            ], width: .wide, area: .desk,
            body: """
                <h1>撤下的内容</h1>
                <p class="quiet-words">恢复会从最后公开的一稿另起新稿，照样要经过审核和签发。</p>
                \(lines.isEmpty ? EmptyState("没有撤下的内容").html : table)\(pager.html)
                """)
    }

    private var table: HTML {
        Table(
            "撤下的内容", columns: [.init("标题"), .init("撤下"), .init("操作")],
            rows: lines.map { ["\($0.title)", "\($0.takenOffAt.chinese)", act($0)] }
        ).html
    }

    private func act(_ line: OffLine) -> HTML {
        if line.isUnderWay { return StatusBadge("正在恢复", .active).html }
        guard mayWrite else { return "" }
        return PostButton(
            "恢复", action: ContentPath.document(String(line.id), act: "revision"), token: token
        ).html
    }
}
