import Desk
import Government
import Identity
import Modules
import Storage
import Web
import WorkingTime

/// Which reports are owed: to the office that has handed petitions on, and by the organs that have them.
struct OwedReportPages: Sendable {
    let office: RequestOffice

    var routes: [Route] {
        [
            .get(RequestPath.reports, .staff, "办结报告") { request, officer in
                let (slice, names) = try await open(request, officer)
                return .page(
                    OwedReportPage(
                        lines: slice.items, organs: names, today: request.now.day,
                        pager: Pager(next: slice.next, of: request)
                    ).page)
            },
            .get(RequestPath.reportsAPI, .staff, "还没有提交的办结报告", api: Self.listing) { request, officer in
                let (slice, _) = try await open(request, officer)
                let today = request.now.day
                return try .json(ListDocument(slice) { OwedDocument($0, on: today) })
                    .header("Cache-Control", "no-store")
            },
        ]
    }

    /// Whoever has to do with requests of an organ sees what it is owed and what it owes.
    private func open(_ request: WebRequest, _ officer: OfficerContext) async throws -> (
        Slice<OwedLine>, [String: String]
    ) {
        let mine = officer.account.organs(for: .readCases).sorted()
        return try await office.database.read { tx in
            let slice = try OwedReport.open(mine, after: request.query("after"), in: tx)
            let organs = Set(slice.items.flatMap { [$0.organ, $0.office] })
            return (slice, try Directory.names(of: organs, in: tx))
        }
    }

    private static let listing = APIOperation(
        id: "listOwedReports", tag: "诉求", parameters: [.query("after", "上一页的 next")],
        responses: [200: .page(of: OwedDocument.schema)])
}

/// The reports that are owed.
struct OwedReportPage {
    let lines: [OwedLine]
    /// What the organs are called, by key.
    let organs: [String: String]
    let today: CivilDate
    let pager: Pager

    var page: Page {
        Page(
            "办结报告",
            crumbs: [Link("工作台", DeskPath.home), Link("群众诉求", RequestPath.desk), Link("办结报告", nil)],
            width: .wide, area: .desk,
            body: """
                <h1>办结报告</h1>
                <p class="lead">交办的信访事项，承办单位除了答复信访人，还要在期限以前向交办的单位报告办理结果。这里是还没有提交的，超期的排在最前面。</p>
                \(lines.isEmpty ? EmptyState("没有等待提交的办结报告").html : table)\(pager.html)
                """)
    }

    private var table: HTML {
        Table(
            "还没有提交的办结报告",
            columns: ["事项", "编号", "承办单位", "向谁报告", "答复", "期限"].map { Table.Column($0) },
            rows: lines.map(cells)
        ).html
    }

    private func cells(_ line: OwedLine) -> [HTML] {
        [
            "<a href=\"\(RequestPath.desk(line.number))\">\(line.title)</a>",
            "<span class=\"code\">\(line.number)</span>", "\(organs[line.organ] ?? line.organ)",
            "\(organs[line.office] ?? line.office)",
            line.isAnswered ? StatusBadge("已答复", .done).html : StatusBadge("办理中", .active).html,
            "\(line.dueOn.chinese) \(late(line))",
        ]
    }

    private func late(_ line: OwedLine) -> HTML? {
        let days = line.daysLate(on: today)
        return days > 0 ? StatusBadge("已超期 \(days) 天", .late).html : nil
    }
}

/// A report that is owed, for programs.
struct OwedDocument: Encodable, Sendable {
    let number: String, title: String, organ: String, office: String
    let due_on: CivilDate
    let overdue: Bool, answered: Bool

    init(_ line: OwedLine, on today: CivilDate) {
        (number, title, organ, office) = (line.number, line.title, line.organ, line.office)
        (due_on, overdue, answered) = (line.dueOn, line.daysLate(on: today) > 0, line.isAnswered)
    }

    static let schema = Schema.object([
        .init("number", .text, "编号"), .init("title", .text), .init("organ", .text, "承办单位的代号"),
        .init("office", .text, "向哪个单位报告"), .init("due_on", .formatted("date")),
        .init("overdue", .boolean), .init("answered", .boolean, "已经答复信访人"),
    ])
}
