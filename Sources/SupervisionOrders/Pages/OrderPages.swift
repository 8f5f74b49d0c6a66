import Cases
import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Orders on the desk: as a list, as columns, as a calendar; and what is done with one.
struct OrderPages: Sendable {
    let desk: OrderDesk

    var routes: [Route] {
        [
            .get(OrderPath.orders, .may(.readOrders, .handleOrders), "督办事项") { try await list($0, $1) },
            .get(OrderPath.numbered("{number}"), .may(.readOrders, .handleOrders), "督办事项") {
                request, officer in
                let (number, filter) = (try request.parameter("number"), OrderDesk.filter(officer))
                let order = try await desk.database.read {
                    try OrderStore.order(numbered: number, filter, in: $0)
                }
                return .redirect(to: OrderPath.order(String(order.id)))
            },
            .get(OrderPath.order("{id}"), .may(.readOrders, .handleOrders), "督办事项") {
                .page(try await show($0, $1))
            },
        ]
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        var filter = OrderDesk.filter(officer)
        filter.stage = request.query("stage").flatMap(SupervisionOrder.Stage.init(rawValue:))
        let view = request.query("view").flatMap(OrderListPage.View.init(rawValue:)) ?? .list
        if view == .calendar && filter.stage == nil {
            return .page(try await month(request, officer, filter))
        }
        filter.column = request.query("column").flatMap { OrderBoard.Column($0, at: request.now) }
        if view == .board && filter.stage == nil && filter.column == nil {
            return .page(try await board(request, officer, filter))
        }
        let isOver = filter.stage == .closed || filter.stage == .struck
        let slice = try await desk.database.read { [filter] tx in
            isOver
                ? try OrderStore.newest(filter, after: request.query("after"), in: tx)
                : try OrderStore.open(filter, after: request.query("after"), in: tx)
        }
        let names = try await desk.directory.everyOrgan().namesByKey
        return .page(
            OrderListPage(
                orders: slice.items, names: names, view: view, column: filter.column, stage: filter.stage,
                mayFile: officer.may(.fileOrders), now: request.now,
                pager: Pager(next: slice.next, of: request)
            ).page)
    }

    func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let (id, filter) = (try request.id(OrderDesk.unknown), OrderDesk.filter(officer))
        let (order, parts, feedback, post, signal) = try await desk.database.read { tx in
            let order = try OrderStore.order(id, filter, in: tx)
            return (
                order, try OrderStore.parts(of: id, in: tx), try OrderStore.feedback(of: id, in: tx),
                try InstructionSubject.post(order.reference).flatMap {
                    try desk.posts.page($0, officer, request.now, tx)
                },
                order.source == .signal ? try desk.signals(order.reference, officer, false, tx) : nil
            )
        }
        let view = try await desk.cases.view(order.number, for: .system)
        let organs = try await desk.directory.everyOrgan()
        let mayHandle = officer.may(.handleOrders)
        return OrderPage(
            order: order, parts: parts, feedback: feedback, organs: organs,
            accused: try await desk.accused(by: order.reference), course: OrderCourse(view.subject),
            tasks: view.subject.openTasks, urgings: OrderUrging.all(in: view), post: post,
            signal: signal,
            own: mayHandle ? officer.organs : [],
            reporting: mayHandle ? Self.step(of: officer, among: view.subject.openTasks) : nil,
            mayFile: officer.may(.fileOrders),
            isOwn: !officer.organs.isDisjoint(with: parts.map(\.answering)),
            accountability: desk.accountability, now: request.now, entered: entered, errors: errors,
            token: request.csrf
        ).page
    }

    /// The report that is asked of a post of the officer.
    private static func step(of officer: OfficerContext, among tasks: [CaseTask]) -> CaseTask? {
        tasks.first { task in
            task.element == OrderPlan.report
                && Role(rawValue: task.role).map { officer.holds($0, in: task.organ) } == true
        }
    }
}
