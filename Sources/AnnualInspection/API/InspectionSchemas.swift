import Web

/// How the API document describes the annual inspection.
enum InspectionSchemas {
    private static let tag = "联合年检"

    static let mine = APIOperation(
        id: "listInspections", tag: tag, responses: [200: .page(of: .object(line))])

    static let sheet = APIOperation(id: "readInspection", tag: tag, responses: [200: whole])

    static let filing = APIOperation(
        id: "fileInspection", tag: tag, parameters: [.header("Idempotency-Key", "同一个键只会申报一次")],
        body: .json(
            .object([
                .init("answers", .map(.any), "各个问题的答案，键是字段的 name"),
                .init("confirmed", .list(.text), "与去年相同、经核对确认的字段", optional: true),
            ])),
        responses: [201: whole])

    static let correction = APIOperation(
        id: "correctInspection", tag: tag, parameters: [.header("Idempotency-Key", "同一个键只会提交一次")],
        body: .json(
            .object([.init("organ", .text, "要求整改的部门代号"), .init("words", .text, "整改了什么，最多 500 字")])),
        responses: [201: whole])

    static let reviews = APIOperation(
        id: "listInspectionReviews", tag: tag,
        parameters: [
            organ, .query("state", "不填为待审查", .oneOf(InspectionPart.State.allCases.map(\.rawValue))),
            .query("after", "上一页给出的游标"),
        ],
        responses: [
            200: .page(
                of: .object([
                    .init("id", .text), .init("code", .text), .init("name", .text),
                    .init("filed_at", .formatted("date-time")),
                    .init("correct_by", .formatted("date"), "整改到哪天", optional: true),
                ]))
        ])

    static let review = APIOperation(
        id: "readInspectionReview", tag: tag, parameters: [organ], responses: [200: reviewed])

    static let decision = APIOperation(
        id: "decideInspection", tag: tag,
        parameters: [organ, .header("Idempotency-Key", "同一个键只会作出一次结论")],
        body: .json(
            .object([
                .init("outcome", .oneOf(["pass", "correct", "fail"])),
                .init("reason", .text, "整改什么，或者为什么不合格", optional: true),
                .init("correct_by", .formatted("date"), "限期整改到哪天", optional: true),
            ])),
        responses: [201: reviewed])

    private static let organ = APIOperation.Parameter.query("organ", "本人任职的部门代号，不填为其中第一个")

    private static let line: [Schema.Member] = [
        .init("year", .integer), .init("code", .text, "统一社会信用代码"), .init("name", .text),
        .init("opens_on", .formatted("date")), .init("closes_on", .formatted("date")),
        .init("state", .oneOf(InspectionProgress.allCases.map(\.rawValue))),
    ]

    private static let part = Schema.object([
        .init("organ", .text), .init("organ_name", .text), .init("fields", .list(.map(.any)), "这个部门的问题"),
        .init(
            "state", .oneOf(InspectionPart.State.allCases.map(\.rawValue)), "申报以后才有", optional: true),
        .init("reason", .text, optional: true),
        .init("correct_by", .formatted("date"), optional: true),
        .init("correction", .text, "企业的整改说明", optional: true),
        .init("decided_at", .formatted("date-time"), optional: true),
    ])

    private static let whole = Schema.object(
        line + [
            .init("filed_at", .formatted("date-time"), optional: true),
            .init("answers", .map(.any), optional: true),
            .init("confirmed", .list(.text), "经确认与上一次相同的字段", optional: true),
            .init(
                "carried",
                .object([.init("year", .integer), .init("answers", .map(.any))]), "申报以前：上一次的回答",
                optional: true),
            .init("parts", .list(part)),
        ])

    private static let reviewed = Schema.object([
        .init("id", .text), .init("year", .integer), .init("code", .text), .init("name", .text),
        .init("filed_by", .text), .init("filed_at", .formatted("date-time")),
        .init("answers", .map(.any), "对这个部门的问题的回答"), .init("confirmed", .list(.text)), .init("part", part),
    ])
}
