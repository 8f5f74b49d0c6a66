import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// What programs do with orders: begin one, report on one. The same key does it once.
extension OrderAPI {
    var writing: [Route] {
        [
            .post(
                OrderPath.api, .may(.fileOrders), journal: "order.assigned", "立项交办", api: Self.filing
            ) { request, officer in
                let entry = try await request.json(OrderJSON.self)
                let once = try officer.account.once(request, "POST \(OrderPath.api)", entry)
                return try await answer(request, officer) {
                    try await desk.file(entry.form, request, officer, once: once)
                }
            },
            .post(
                "\(OrderPath.api)/{id}/feedback", .may(.handleOrders), journal: "task.completed", "反馈办理情况",
                api: Self.reporting
            ) { request, officer in
                try await step(FeedbackJSON.self, request, officer) { entry, once in
                    try await desk.report(
                        entry.words.trimmed, entry.evidence.trimmed, as: entry.organ, request, officer,
                        once: once)
                }
            },
        ]
    }

    /// Does a step with an order; one that was asked for before is not looked at again, as it may not be possible any more.
    func step<Entry: Codable & Sendable>(
        _ type: Entry.Type, _ request: WebRequest, _ officer: OfficerContext,
        _ work: (Entry, Idempotency.Request?) async throws -> Void
    ) async throws -> WebResponse {
        let entry = try await request.json(type)
        let id = try request.id(OrderDesk.unknown)
        let once = try officer.account.once(request, "POST \(request.path)", entry)
        if let once, try await desk.database.read({ try Idempotency.replay(once, in: $0) }) != nil {
            return try await answer(request, officer) { id }
        }
        return try await answer(request, officer) {
            try await work(entry, once)
            return id
        }
    }

    /// The order as it is after what was done, or was done before.
    func answer(
        _ request: WebRequest, _ officer: OfficerContext, _ work: () async throws -> Int64
    ) async throws -> WebResponse {
        let id: Int64
        do { id = try await work() } catch let answered as Answered { id = answered.id }
        return try .json(try await document(of: id, request, officer), status: .created)
    }

    static let key = APIOperation.Parameter.header("Idempotency-Key", "同一个键只会办理一次")

    private static let filing = APIOperation(
        id: "fileSupervisionOrder", tag: "督办", parameters: [key],
        body: .json(
            .object(
                [
                    title, .init("source", .oneOf(SupervisionOrder.Source.allCases.map(\.rawValue))),
                    .init("reference", .words(0...200), "来源的编号或名称", optional: true),
                ] + task)), responses: [201: OrderDocument.schema])

    static let title = Schema.Member("title", .words(1...100), "督办什么")
    /// Who is to do what until when.
    static let task: [Schema.Member] = [
        .init("words", .words(1...2_000), "要求"), .init("lead", .text, "主办部门的代号"),
        .init("duty", .words(0...500), "主办部门的任务", optional: true),
        .init(
            "assisting",
            .list(.object([.init("organ", .text), .init("duty", .words(0...500), optional: true)])),
            "协办部门，不超过 10 个", optional: true),
        .init("limit_days", .whole(1...365), "几个工作日内反馈"),
    ]

    private static let reporting = APIOperation(
        id: "reportOnSupervisionOrder", tag: "督办", parameters: [key],
        body: .json(
            .object([
                .init("organ", .text, "反馈的部门的代号"), .init("words", .words(1...2_000), "办理情况"),
                .init("evidence", .words(1...2_000), "佐证：文号、照片或者资料在哪里"),
            ])), responses: [201: OrderDocument.schema])
}

struct FeedbackJSON: Codable, Sendable {
    let organ: String
    let words: String
    let evidence: String
}

/// An order as a program asks for it.
struct OrderJSON: Codable, Sendable {
    struct Part: Codable, Sendable {
        let organ: String
        let duty: String?
    }

    let title: String
    /// Not asked where the subject says it.
    let source: String?
    let reference: String?
    let words: String
    let lead: String
    let duty: String?
    let assisting: [Part]?
    let limitDays: Int

    enum CodingKeys: String, CodingKey {
        case title, source, reference, words, lead, duty, assisting
        case limitDays = "limit_days"
    }

    var form: OrderForm {
        OrderForm(
            title: title.trimmed, source: source.flatMap(SupervisionOrder.Source.init(rawValue:)),
            reference: (reference ?? "").trimmed, words: words.trimmed, lead: lead,
            duty: (duty ?? "").trimmed,
            assisting: (assisting ?? []).map {
                .init(organ: $0.organ, duty: ($0.duty ?? "").trimmed)
            },
            limitDays: limitDays)
    }
}
