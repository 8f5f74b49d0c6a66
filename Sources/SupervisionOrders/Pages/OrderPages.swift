import Cases
import Government
import HTTPTypes
import Identity
import Journal
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
            .post(OrderPath.act("{id}", "feedback"), .may(.handleOrders), journal: "task.completed", "反馈办理情况")
            {
                try await report($0, $1)
            },
            .post(OrderPath.act("{id}", "urgings"), .may(.fileOrders), journal: "task.urged", "催办") {
                request, officer in
                let note = (try await request.form()["note"] ?? "").trimmed
                return try await act(request, officer) {
                    try await desk.change(request, officer) { matter, _, occasion in
                        let waiting = matter.root.openTasks.filter { $0.element == OrderPlan.report }
                        guard !waiting.isEmpty else { throw DomainError.conflict("各部门都已反馈，不用催办。") }
                        for task in waiting { try matter.urge(task: task.id, note: note, on: occasion) }
                    }
                }
            },
            .post(
                OrderPath.act("{id}", "verification"), .may(.fileOrders), journal: "task.completed", "审核督办事项"
            ) {
                try await verify($0, $1)
            },
            .post(
                OrderPath.act("{id}", "circular"), .may(.fileOrders), journal: "supervision_order.circulated",
                "通报督办事项"
            ) { request, officer in
                let words = (try await request.form()["circular"] ?? "").trimmed
                return try await act(request, officer) { try await desk.circulate(words, request, officer) }
            },
            .post(
                OrderPath.act("{id}", "strike-off"), .may(.fileOrders), journal: "order.struck_off", "销号督办事项"
            ) {
                request, officer in
                let reason = (try await request.form()["reason"] ?? "").trimmed
                return try await act(request, officer) {
                    try OrderDesk.require(reason, "reason", "请写明销号的理由。")
                    try await desk.change(request, officer) { order, _, tx in
                        try OrderStore.strike(reason, of: order.id, at: request.now, in: tx)
                    } _: { matter, order, occasion in
                        guard order.stage != .struck else { throw DomainError.conflict("这个督办事项已经销号。") }
                        try matter.strikeOff(order.number, reason: reason, on: occasion)
                    }
                }
            },
        ]
    }

    /// Does it and shows the order; what is wrong is shown at its field.
    func act(
        _ request: WebRequest, _ officer: OfficerContext, _ read: FormData? = nil,
        _ work: () async throws -> Void
    ) async throws -> WebResponse {
        let form: FormData = if let read { read } else { try await request.form() }
        do {
            try await work()
            return .redirect(to: OrderPath.order(String(try request.id(OrderDesk.unknown))))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, officer, entered: form, errors: errors), status: .unprocessableContent
            )
        }
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        var filter = OrderDesk.filter(officer)
        filter.stage = request.query("stage").flatMap(SupervisionOrder.Stage.init(rawValue:))
        let view = request.query("view").flatMap(OrderListPage.View.init(rawValue:)) ?? .list
        if view == .calendar && filter.stage == nil {
            return .page(try await month(request, officer, filter))
        }
        let isOver = filter.stage == .closed || filter.stage == .struck
        let slice = try await desk.database.read { [filter] tx in
            isOver
                ? try OrderStore.newest(filter, after: request.query("after"), in: tx)
                : try OrderStore.open(filter, after: request.query("after"), in: tx)
        }
        let names = Dictionary(try await desk.directory.organs().map { ($0.key, $0.name) }) { first, _ in
            first
        }
        return .page(
            OrderListPage(
                orders: slice.items, names: names, view: view, stage: filter.stage,
                mayFile: officer.may(.fileOrders), now: request.now,
                pager: Pager(next: slice.next, of: request)
            ).page)
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let (id, filter) = (try request.id(OrderDesk.unknown), OrderDesk.filter(officer))
        let (order, parts, feedback) = try await desk.database.read { tx in
            (
                try OrderStore.order(id, filter, in: tx), try OrderStore.parts(of: id, in: tx),
                try OrderStore.feedback(of: id, in: tx)
            )
        }
        let view = try await desk.cases.view(order.number, for: .system)
        let names = Dictionary(try await desk.directory.organs().map { ($0.key, $0.name) }) { first, _ in
            first
        }
        return OrderPage(
            order: order, parts: parts, feedback: feedback, names: names, tasks: view.subject.openTasks,
            own: officer.may(.handleOrders) ? officer.organs : [], mayFile: officer.may(.fileOrders),
            accountability: desk.accountability, now: request.now, entered: entered, errors: errors,
            token: request.csrf
        ).page
    }
}
