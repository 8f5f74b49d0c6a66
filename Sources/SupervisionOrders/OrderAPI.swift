import Cases
import HTTPTypes
import Identity
import Modules
import Refusals
import Storage
import Web
import WorkingTime

/// Orders for programs.
struct OrderAPI: Sendable {
    let desk: OrderDesk

    var routes: [Route] {
        [
            .get(OrderPath.api, .may(.readOrders, .handleOrders), "督办事项列表", api: Self.list) {
                request, officer in
                var filter = OrderDesk.filter(officer)
                if let stage = request.query("stage") {
                    guard let known = SupervisionOrder.Stage(rawValue: stage) else {
                        throw DomainError.invalid("stage", "stage 不是允许的值，请对照接口文档。")
                    }
                    filter.stage = known
                }
                let (slice, now) = (
                    try await desk.database.read { [filter] in
                        try OrderStore.newest(filter, after: request.query("after"), in: $0)
                    }, request.now
                )
                return try .json(ListDocument(slice) { OrderDocument($0, now: now) }).header(
                    "Cache-Control", "no-store")
            },
            .get("\(OrderPath.api)/{id}", .may(.readOrders, .handleOrders), "督办事项", api: Self.read) {
                request, officer in
                let id = try request.id(OrderDesk.unknown)
                return try .json(try await document(of: id, request, officer)).header(
                    "Cache-Control", "no-store")
            },
        ]
    }

    /// An order with its parts, what was reported, and what supervision found of it.
    func document(of id: Int64, _ request: WebRequest, _ officer: OfficerContext) async throws
        -> OrderDocument
    {
        let filter = OrderDesk.filter(officer)
        let (order, parts, feedback) = try await desk.database.read { tx in
            (
                try OrderStore.order(id, filter, in: tx), try OrderStore.parts(of: id, in: tx),
                try OrderStore.feedback(of: id, in: tx)
            )
        }
        let subject = try await desk.cases.matter(order.number, for: .system).root
        return OrderDocument(
            order, parts: parts, feedback: feedback, verdicts: OrderCourse(subject).verdicts,
            now: request.now)
    }

    private static let list = APIOperation(
        id: "listSupervisionOrders", tag: "督办",
        parameters: [
            .query("stage", "阶段", .oneOf(SupervisionOrder.Stage.allCases.map(\.rawValue))),
            .query("after", "上一页的 next"),
        ],
        responses: [200: .page(of: OrderDocument.schema)])

    private static let read = APIOperation(
        id: "readSupervisionOrder", tag: "督办", responses: [200: OrderDocument.schema])
}
