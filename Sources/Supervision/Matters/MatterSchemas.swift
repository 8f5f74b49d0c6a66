import Web

/// How the API document describes what is reported.
enum MatterSchemas {
    private static let tag = "监察"

    static let kinds = APIOperation(
        id: "listSupervisedKinds", tag: tag, responses: [200: .object([.init("items", .list(kind))])])

    static let deliver = APIOperation(
        id: "reportSupervisedMatters", tag: tag,
        parameters: [.header("Idempotency-Key", "同一个键只会办理一次")],
        body: .json(
            .object([.init("records", .list(.map(.any)), "1 到 1000 条，各字段见事项种类的 schema；一条有问题不影响别的")])),
        responses: [200: report])

    static let list = APIOperation(
        id: "listSupervisedMatters", tag: tag, parameters: [.query("after", "上一页的 next")],
        responses: [200: .page(of: matter)])

    private static let report = Schema.object([
        .init("received", .integer, "新接收"), .init("corrected", .integer, "更正"),
        .init("unchanged", .integer, "与上次相同"), .init("refused", .integer, "未接收"),
        .init(
            "rows",
            .list(
                .object([
                    .init("line", .integer, "第几条，从 1 起"), .init("key", .text, "编号"),
                    .init("outcome", .oneOf(DeliveryReport.Outcome.allCases.map(\.rawValue))),
                    .init("reasons", .list(.text), "没有接收的原因"),
                ]))),
    ])

    private static let kind = Schema.object([
        .init("key", .text), .init("name", .text), .init("basis", .text), .init("organ", .text, "报送部门的代号"),
        .init("schema", .any, "一条记录的 JSON Schema"),
        .init("roles", .map(.text), "哪个字段是编号、名称、开始、到期、办结、责任部门、状态"),
        .init("limit", .text, "从开始算起的时限", optional: true),
        .init("promise", .boolean, "时限是本区承诺的，不是法律规定的", optional: true),
    ])

    private static let matter = Schema.object([
        .init("id", .text), .init("kind", .text), .init("key", .text, "编号"), .init("name", .text),
        .init("organ", .text, "责任部门的代号"), .init("state", .text), .init("begins", .formatted("date-time")),
        .init("due", .formatted("date-time"), optional: true),
        .init("ends", .formatted("date-time"), "办结以后", optional: true), .init("revision", .integer, "第几次报送"),
        .init("record", .map(.any), "最近一次报送的记录"),
    ])
}
