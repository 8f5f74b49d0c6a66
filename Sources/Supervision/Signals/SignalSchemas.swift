import Web

/// How the API document describes signals.
enum SignalSchemas {
    private static let tag = "监察"

    static let list = APIOperation(
        id: "listSignals", tag: tag,
        parameters: [
            .query("state", "状态", .oneOf(Signal.State.allCases.map(\.rawValue))),
            .query("level", "级别", .oneOf(SupervisionRule.Level.allCases.map(\.rawValue))),
            .query("organ", "涉及部门的代号"), .query("after", "上一页的 next"),
        ],
        responses: [200: .page(of: signal)])

    static let read = APIOperation(id: "readSignal", tag: tag, responses: [200: signal])

    static let statement = change("stateOnSignal", [.init("statement", .words(1...2_000), "情况说明")])
    static let appeal = change("appealSignal", [.init("appeal", .words(1...2_000), "申诉理由")])
    static let decision = change(
        "decideSignalAppeal",
        [.init("upheld", .boolean, "真：申诉不成立，维持信号"), .init("reason", .words(1...2_000), "裁定理由")])

    static let withdrawal = change("withdrawSignal", [.init("reason", .words(1...2_000), "撤销理由")])

    private static func change(_ id: String, _ members: [Schema.Member]) -> APIOperation {
        APIOperation(
            id: id, tag: tag, parameters: [.header("Idempotency-Key", "同一个键只会办理一次")],
            body: .json(.object(members)), responses: [201: signal])
    }

    private static let signal = Schema.object([
        .init("id", .text), .init("rule", .text, "规则代号"), .init("rule_version", .integer),
        .init("name", .text, "规则名称"),
        .init("level", .oneOf(SupervisionRule.Level.allCases.map(\.rawValue))),
        .init("state", .oneOf(Signal.State.allCases.map(\.rawValue))), .init("organ", .text),
        .init("case", .text, "办件编号"), .init("raised_at", .formatted("date-time")),
        .init("appeal_until", .formatted("date-time")),
        .init("decide_until", .formatted("date-time"), "有申诉时", optional: true),
        .init("basis", .text, "规则的依据", optional: true),
        .init("condition", .text, "FEEL"), .init("facts", .map(.any), "发出时的事实"),
        .init("working", .list(.text), "期限是怎样算的"),
        .init("acts", .list(act), "条件依据的操作，最多 30 条"),
        .init("journal_entry", .text, "发出前日志的最后一条", optional: true),
        .init(
            "history",
            .list(
                .object([
                    .init("kind", .text), .init("by", .text), .init("words", .text),
                    .init("at", .formatted("date-time")),
                ]))),
    ])

    private static let act = Schema.object([
        .init("entry", .text, "日志条目"), .init("action", .text, "做了什么"), .init("at", .formatted("date-time")),
        .init("outcome", .text, "选择的结果", optional: true), .init("automatic", .boolean, "系统自动"),
    ])
}
