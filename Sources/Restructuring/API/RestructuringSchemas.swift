import Web

/// How the API document describes plans.
enum RestructuringSchemas {
    private static let tag = "机构改革"

    static let list = APIOperation(
        id: "listRestructurings", tag: tag, parameters: [.query("after", "上一页给出的游标")],
        responses: [200: .page(of: plan)])

    static let draft = APIOperation(
        id: "draftRestructuring", tag: tag,
        parameters: [.header("Idempotency-Key", "同一个键只会产生一个方案")],
        body: .json(
            .object([
                .init("title", .text, "名称"), .init("basis", .text, "依据的文件和文号"),
                .init("effective_on", .formatted("date"), "生效日期，当天零时自动执行"),
                .init("steps", .list(step), "步骤，依次执行，最多 100 个"),
            ])),
        responses: [201: plan])

    static let read = APIOperation(id: "readRestructuring", tag: tag, responses: [200: plan])

    static let preview = APIOperation(
        id: "previewRestructuring", tag: tag,
        parameters: [
            .query("list", "要看的清单", .oneOf(PreviewKind.allCases.map(\.rawValue))),
            .query("after", "上一页给出的游标"),
        ],
        responses: [
            200: .object([
                .init("counts", .map(.integer), "各清单的项数"),
                .init(
                    "items",
                    .list(
                        .object([
                            .init("what", .text), .init("detail", .text), .init("from", .text, "现在的部门"),
                            .init("to", .text, "以后的部门"),
                        ]))),
                .init("next", .nullable(.text), "下一页的游标"),
            ])
        ])

    static let approval = APIOperation(id: "approveRestructuring", tag: tag, responses: [201: plan])

    static let withdrawal = APIOperation(
        id: "withdrawRestructuring", tag: tag,
        body: .json(.object([.init("remark", .text, "撤回的原因")])), responses: [201: plan])

    private static let plan = Schema.object([
        .init("id", .text), .init("title", .text), .init("basis", .text),
        .init("effective_on", .formatted("date")),
        .init("state", .oneOf(RestructuringPlan.State.allCases.map(\.rawValue))),
        .init("drafted_by", .text), .init("approved_by", .text, optional: true), .init("steps", .list(step)),
        .init(
            "findings",
            .list(
                .object([
                    .init("step", .integer, "第几步，从 1 数起", optional: true), .init("detail", .text),
                    .init("blocks", .boolean, "不解决就不能批准和执行"),
                ])), "清单里没有", optional: true),
        .init("obstacle", .text, "到期没有执行的原因", optional: true),
        .init(
            "done", .object([.init("cases", .integer), .init("items", .integer), .init("posts", .integer)]),
            "执行以后：移交了多少", optional: true),
    ])

    private static let step = Schema.object(
        [.init("kind", .oneOf(["rename", "create", "merge", "split", "abolish", "post"]))]
            + [
                ("organ", "更名、拆分、撤销的部门"), ("name", "新的简称"), ("full_name", "新的全称"), ("key", "组建的部门的代号"),
                ("code", "统一社会信用代码"), ("phone", "电话"), ("address", "地址"), ("into", "承接合并的部门"),
                ("rest", "其余由谁承接"), ("successor", "承接撤销的部门"), ("login", "转隶的账号"), ("role", "岗位"),
                ("from", "原部门"), ("to", "新部门"),
            ].map { .init($0.0, .text, $0.1, optional: true) }
            + [
                .init("organs", .list(.text), "并入的部门", optional: true),
                .init("items", .map(.text), "拆分：事项编码对应承接的部门", optional: true),
                .init("posts", .map(.text), "拆分：账号/岗位对应承接的部门", optional: true),
                .init("cases", .map(.text), "拆分：办件编号对应承接的部门", optional: true),
            ])
}
