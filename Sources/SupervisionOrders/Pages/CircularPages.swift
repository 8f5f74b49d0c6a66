import Government
import HTTPTypes
import Identity
import Modules
import Refusals
import Storage
import Web
import WorkingTime

/// Circulars, for all organs: as a list, one by one, and for programs.
struct CircularPages: Sendable {
    static let title = "督办通报"

    let desk: OrderDesk

    var routes: [Route] {
        [
            .get(OrderPath.circulars, .may(.readOrders, .handleOrders), Self.title) { request, _ in
                .page(try await list(request))
            },
            .get(OrderPath.circular("{id}"), .may(.readOrders, .handleOrders), "一份督办通报") { request, officer in
                .page(try await show(request, officer))
            },
            .get(OrderPath.circularAPI, .may(.readOrders, .handleOrders), "督办通报列表", api: Self.listing) {
                request, _ in
                let now = request.now
                let slice = try await desk.database.read {
                    try OrderStore.circulars(after: request.query("after"), at: now, in: $0)
                }
                return try .json(ListDocument(slice) { CircularDocument($0) })
                    .header("Cache-Control", "no-store")
            },
        ]
    }

    private func names() async throws -> [String: String] { try await desk.directory.everyOrgan().namesByKey }

    private func list(_ request: WebRequest) async throws -> Page {
        let (names, now) = (try await names(), request.now)
        let slice = try await desk.database.read {
            try OrderStore.circulars(after: request.query("after"), at: now, in: $0)
        }
        let table = Table(
            Self.title, columns: [.init("事项"), .init("主办"), .init("通报"), .init("结果")],
            rows: slice.items.map { one in
                [
                    "<a href=\"\(OrderPath.circular(String(one.id)))\">\(one.title)</a>",
                    "\(names[one.lead] ?? one.lead)", "\(one.at.day.written)", one.badges,
                ]
            })
        return Page(
            Self.title,
            crumbs: [Link("工作台", "/desk"), Link("督办事项", OrderPath.orders), Link(Self.title, nil)],
            width: .wide, area: .desk,
            body: """
                <h1>\(Self.title)</h1>
                <p class="lead">发给全区各部门的通报：督办的事项办得怎样。</p>
                \(slice.items.isEmpty ? EmptyState("还没有通报").html : table.html)
                \(Pager(next: slice.next, of: request).html)
                """)
    }

    private func show(_ request: WebRequest, _ officer: OfficerContext) async throws -> Page {
        let (id, now, names) = (try request.id("没有这份通报。"), request.now, try await names())
        let one = try await desk.database.read { try OrderStore.circular(id, at: now, in: $0) }
        // Whoever reads all orders goes on to this one.
        let order: HTML? =
            OrderDesk.filter(officer).organs == nil
            ? "<p class=\"actions\"><a class=\"button quiet\" href=\"\(OrderPath.order(String(id)))\">督办事项</a></p>"
            : nil
        return Page(
            one.title,
            crumbs: [Link("工作台", "/desk"), Link(Self.title, OrderPath.circulars), Link(one.title, nil)],
            area: .desk,
            body: """
                <h1>\(one.title)</h1>
                <p>\(one.badges)</p>
                \(SummaryList(one.rows(names)).html)
                \(order)
                """)
    }

    private static let listing = APIOperation(
        id: "listOrderCirculars", tag: "督办", parameters: [.query("after", "上一页的 next")],
        responses: [200: .page(of: CircularDocument.schema)])
}

extension Circular {
    fileprivate var badges: HTML {
        "\(stage.badge)\(if: isLate, " \(StatusBadge("超期", .late).html)")"
    }

    fileprivate func rows(_ names: [String: String]) -> [SummaryList.Row] {
        var rows: [SummaryList.Row] = [
            .init("通报", "\(words)"), .init("时间", "\(at.chinese)"), .init("主办", "\(names[lead] ?? lead)"),
        ]
        if let dueAt { rows.append(.init("期限", "\(dueAt.day.chinese)")) }
        if let closedAt { rows.append(.init("办结或者销号", "\(closedAt.day.chinese)")) }
        return rows
    }
}

/// A circular as programs read it.
private struct CircularDocument: Encodable, Sendable {
    let id: String
    let title: String
    let lead: String
    let circular: String
    let at: String
    let stage: String

    init(_ one: Circular) {
        (id, title, lead) = (String(one.id), one.title, one.lead)
        (circular, at, stage) = (one.words, one.at.rfc3339, one.stage.rawValue)
    }

    static let schema = Schema.object([
        .init("id", .text), .init("title", .text), .init("lead", .text, "主办部门"),
        .init("circular", .text, "通报内容"), .init("at", .formatted("date-time")),
        .init("stage", .oneOf(SupervisionOrder.Stage.allCases.map(\.rawValue))),
    ])
}
