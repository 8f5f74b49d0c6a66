import Cases
import Services
import Web

extension JointAPI {
    private static let tag = "一件事"
    private static let phase = Schema.oneOf(Phase.allCases.map(\.rawValue))

    static let listing = APIOperation(
        id: "listJointServices", tag: tag,
        parameters: [
            .query("q", "搜索的词"), .query("organ", "部门代号，例如 scjg"), .query("life_event", "人生大事的代号"),
            .query("audience", "服务对象", .oneOf(Audience.allCases.map(\.rawValue))),
            .query("after", "上一页给出的游标"),
        ],
        responses: [200: .page(of: .object(ServicesAPI.summary))])

    static let guide = APIOperation(
        id: "readJointService", tag: tag,
        responses: [
            200: .object(
                ServicesAPI.summary + ServicesAPI.details + [
                    .init(
                        "items",
                        .list(
                            .object([
                                .init("code", .text), .init("slug", .text), .init("name", .text),
                                .init("organ", .text), .init("organ_name", .text),
                                .init("needs", .list(.text), "要等哪些事项准予以后才能办，写的是 slug"),
                            ])), "所含事项和先后顺序")
                ])
        ])

    static let application = APIOperation(
        id: "submitJointCase", tag: tag,
        parameters: [.header("Idempotency-Key", "同一个键只会产生一个办件")],
        body: .json(.object(FilingAPI.answers + [FilingAPI.confirmed])),
        responses: [
            201: .object([
                .init("number", .text, "整件事的办件编号"), .init("state", phase),
                .init("receipt", FilingAPI.receipt),
                .init("children", .list(.text), "各个事项的办件编号，按办理顺序"),
            ])
        ])

    static let progress = APIOperation(
        id: "readJointCase", tag: tag,
        responses: [
            200: .object([
                .init("number", .text), .init("name", .text), .init("state", phase),
                .init("state_label", .text),
                .init("filed_at", .formatted("date-time")),
                .init("closed_at", .formatted("date-time"), "办结以后才有", optional: true),
                .init("items", .list(item)),
            ])
        ])

    private static let item = Schema.object([
        .init("number", .text), .init("name", .text), .init("organ", .text), .init("organ_name", .text),
        .init("state", phase), .init("state_label", .text),
        .init("waits_for", .list(.text), "还在等哪些事项准予，写的是办件编号"),
        .init("due_at", .formatted("date-time"), "当前时限到期的时间；没有在计时的没有这一项", optional: true),
        .init("overdue", .boolean),
        .init(
            "outcome", .oneOf(CaseResult.Outcome.allCases.map(\.rawValue)), "有结果以后才有", optional: true),
    ])
}
