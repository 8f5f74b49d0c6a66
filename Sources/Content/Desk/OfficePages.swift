import Cases
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The lists of the editorial office: what is being worked on, and a column with what is out in it.
struct OfficePages: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(ContentPath.desk, .may(.readContent), "内容管理") {
                try await office($0, $1)
            },
            .get(ContentPath.deskColumn("{id}"), .may(.readContent), "栏目内容") {
                try await column($0, $1)
            },
        ]
    }

    private func office(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let seat = Seat(officer, request)
        let (lines, next, seats) = try await database.read { [after = request.query("after")] tx in
            let seats = try SiteStore.seats(of: seat.actor.accountID, in: tx)
            let editions = try EditionStore.underWay(for: seat.viewer, after: after, in: tx)
            return (try Self.lines(of: editions.items, seats, seat, in: tx), editions.next, seats)
        }
        let page = OfficePage(
            lines: lines, pager: Pager(next: next, of: request), seats: seats,
            keepsSites: officer.roles.contains(.publisher))
        return .page(page.page)
    }

    private static func lines(
        of editions: [Edition], _ seats: [(column: Column, site: String, roles: Set<Role>)], _ seat: Seat,
        in tx: Transaction
    ) throws -> [OfficePage.Line] {
        let steps = try Cases.openSteps(of: editions.map(\.caseNumber), in: tx)
        return editions.compactMap { edition in
            guard let place = seats.first(where: { $0.column.id == edition.columnID }) else { return nil }
            let step = steps[edition.caseNumber]?.first.flatMap { EditionStep(rawValue: $0.element) }
            let isMine =
                !edition.waitsForItsMoment
                && step.map { place.roles.intersection(seat.roles).contains($0.role) } ?? false
            return OfficePage.Line(edition: edition, column: place.column, step: step, isMine: isMine)
        }
    }

    private func column(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, seat) = (try request.id("没有这个栏目。"), Seat(officer, request))
        let (column, site, roles, list) = try await database.read { [after = request.query("after")] tx in
            let column = try SiteStore.column(id, in: tx)
            let roles = try SiteStore.roles(of: seat.actor.accountID, in: id, tx)
            guard !roles.isEmpty else { throw DomainError.notFound("没有这个栏目，或者您不在这个栏目工作。") }
            return (
                column, try SiteStore.site(column.siteID, in: tx), roles.intersection(seat.roles),
                try PublicStore.column(id, after: after, in: tx)
            )
        }
        let page = DeskColumnPage(
            column: column, site: site, roles: roles, lines: list.items,
            pager: Pager(next: list.next, of: request),
            token: request.csrf)
        return .page(page.page)
    }
}

/// A column on the desk: what is out, and what can be done with it.
struct DeskColumnPage {
    let column: Column
    let site: ContentSite
    let roles: Set<Role>
    let lines: [PublishedLine]
    let pager: Pager
    let token: CSRFToken

    var page: Page {
        Page(
            column.name,
            crumbs: [Link("工作台", "/desk"), Link("内容管理", ContentPath.desk), Link(column.name, nil)],
            width: .wide,
            area: .desk,
            body: """
                <h1>\(column.name)</h1><p class="quiet-words">\(site.name) · \(period)</p>
                \(if: roles.contains(.editor), write)
                \(lines.isEmpty ? EmptyState("这里还没有发布过内容").html : table)\(pager.html)
                <p><a href="\(ContentPath.off(String(column.id)))">撤下的内容</a></p>
                """)
    }

    private var period: String { column.updateDays.map { "每 \($0) 天内应有更新" } ?? "内容变化时更新" }

    private var write: HTML {
        "<p class=\"actions\"><a class=\"button\" href=\"\(ContentPath.begin(String(column.id)))\">写一篇</a></p>"
    }

    private var table: HTML {
        Table(
            column.name, columns: [.init("标题"), .init("发布"), .init("编号", isNumber: true), .init("操作")],
            rows: lines.map { line in
                [
                    "<a href=\"\(line.path)\">\(line.manuscript.title)</a>", "\(line.liveAt.day.iso)",
                    "<span class=\"code\">\(line.id)</span>", acts(line),
                ]
            }
        ).html
    }

    private func acts(_ line: PublishedLine) -> HTML {
        let id = String(line.id)
        return """
            \(if: roles.contains(.editor), PostButton("修改", action: ContentPath.document(id, act: "revision"), token: token).html)\
            \(if: roles.contains(.publisher), takeOff(id))
            """
    }

    private func takeOff(_ id: String) -> HTML {
        """
        <details><summary>撤下</summary>\(Form(
            action: ContentPath.document(id, act: "withdrawal"), token: token,
            fields: [Field("reason", "原因", .text, hint: "会记入日志。")], submit: "撤下").html)</details>
        """
    }
}
