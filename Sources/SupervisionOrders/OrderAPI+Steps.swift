import HTTPTypes
import Identity
import Web

/// What programs do with an order under way: the same steps as on its page. The same key does one once.
extension OrderAPI {
    var steps: [Route] {
        [
            .post(
                path("parts"), .may(.handleOrders, .fileOrders), journal: "order.shared", "请其他部门协办",
                api: Self.sharing
            ) { request, officer in
                try await step(PartJSON.self, request, officer) { entry, once in
                    try await desk.share(
                        .init(organ: entry.organ, duty: entry.duty.trimmed), request, officer, once: once)
                }
            },
            .post(path("urgings"), .may(.fileOrders), journal: "task.urged", "催办", api: Self.urging) {
                request, officer in
                try await step(UrgingJSON.self, request, officer) { entry, once in
                    try await desk.urge((entry.note ?? "").trimmed, request, officer, once: once)
                }
            },
            .post(
                path("verification"), .may(.fileOrders), journal: "task.completed", "审核督办事项",
                api: Self.verification
            ) { request, officer in
                try await step(VerificationJSON.self, request, officer) { entry, once in
                    try await desk.verify(entry.outcome, entry.opinion.trimmed, request, officer, once: once)
                }
            },
            .post(
                path("circular"), .may(.fileOrders), journal: "supervision_order.circulated", "通报督办事项",
                api: Self.circulation
            ) { request, officer in
                try await step(CircularJSON.self, request, officer) { entry, once in
                    try await desk.circulate(entry.circular.trimmed, request, officer, once: once)
                }
            },
            .post(
                path("strike-off"), .may(.fileOrders), journal: "order.struck_off", "销号督办事项",
                api: Self.strikingOff
            ) { request, officer in
                try await step(StrikeJSON.self, request, officer) { entry, once in
                    try await desk.strike(entry.reason.trimmed, request, officer, once: once)
                }
            },
        ]
    }

    private func path(_ act: String) -> String { "\(OrderPath.api)/{id}/\(act)" }

    private static let sharing = operation(
        "shareSupervisionOrder",
        [.init("organ", .text, "协办部门的代号"), .init("duty", .words(1...500), "对方的任务")])
    private static let urging = operation(
        "urgeSupervisionOrder", [.init("note", .words(0...2_000), "催办的话", optional: true)])
    private static let verification = operation(
        "verifySupervisionOrder",
        [
            .init("outcome", .oneOf(["close", "return"]), "办结，或者退回重办"),
            .init("opinion", .words(1...2_000), "审核意见"),
        ])
    private static let circulation = operation(
        "circulateSupervisionOrder", [.init("circular", .words(1...2_000), "通报内容")])
    private static let strikingOff = operation(
        "strikeOffSupervisionOrder", [.init("reason", .words(1...2_000), "销号的理由")])

    private static func operation(_ id: String, _ members: [Schema.Member]) -> APIOperation {
        APIOperation(
            id: id, tag: "督办", parameters: [key], body: .json(.object(members)),
            responses: [201: OrderDocument.schema])
    }
}

private struct PartJSON: Codable, Sendable {
    let organ: String
    let duty: String
}

private struct UrgingJSON: Codable, Sendable { let note: String? }

private struct VerificationJSON: Codable, Sendable {
    let outcome: String
    let opinion: String
}

private struct CircularJSON: Codable, Sendable { let circular: String }

private struct StrikeJSON: Codable, Sendable { let reason: String }
