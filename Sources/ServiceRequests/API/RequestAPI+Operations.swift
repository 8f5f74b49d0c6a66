import Identity
import Web

extension RequestAPI {
    static let filing = operation(
        "fileServiceRequest",
        [
            .init("category", .text, "哪方面的事，类别的代码"), .init("kind", .text, "咨询、求助、投诉、举报还是建议"),
            .init("title", .words(4...RequestForm.longestTitle)),
            .init("content", .words(4...RequestForm.longestContent)),
            .init("division", .text, "街道的代码", optional: true),
            .init("place", .words(0...RequestForm.longestLine), "具体地点", optional: true),
            .init(
                "point", .object([.init("lon", .number), .init("lat", .number)]), "地图上的位置",
                optional: true), .init("people", .whole(1...100_000), "涉及多少人", optional: true),
            .init("representatives", .list(.text), "代表的姓名", optional: true),
            .init("against", .text, "被反映的单位的代号", optional: true),
            .init("is_public", .boolean, "答复以后可以公开，不填是可以", optional: true),
            .init("is_anonymous", .boolean, "不署名；这时幂等键不起作用", optional: true),
        ], FiledDocument.schema)

    static let urgency = operation(
        "hastenServiceRequest", [.init("urgency", .words(4...200), "为什么紧急")], UrgencyDocument.schema)

    static let reassignment = operation(
        "reassignServiceRequest",
        [.init("organ", .text, "改派给哪个单位，它的代号"), .init("why", .words(4...200), "为什么改派，反映人看不到")],
        ReassignmentDocument.schema)

    static let answer = operation(
        "answerServiceRequest",
        [
            .init("words", .words(1...AnswerForm.longestWords), "答复内容，每段最多 2000 字"),
            .init("result", .text, "信访事项的结果：支持、解释说明还是不支持，规则里的代码", optional: true),
            .init("is_public", .boolean, "答复以后公开，不填是不公开", optional: true),
            .init("public_title", .words(0...AnswerForm.longestTitle), "公开的标题", optional: true),
            .init("public_words", .words(0...AnswerForm.longestPublicWords), "公开的诉求", optional: true),
            .init("public_answer", .words(0...AnswerForm.longestPublicWords), "公开的答复", optional: true),
        ], AnswerDocument.schema)

    static let report = operation(
        "reportOnServiceRequest", [.init("report", .words(4...OwedReport.longest), "怎样办理、结果怎样")],
        ReportDocument.schema)

    static let callBack = operation(
        "callBackServiceRequest",
        [
            .init(
                "solved", .oneOf(["yes", "no", "again"]), "yes：解决了；no：没有解决；again：没有解决，要求重办"),
            .init("grade", .whole(1...5), "对办理的评价"),
            .init("lack", .words(0...RequestForm.longestContent), "没有解决的，还差什么", optional: true),
        ], CallBackDocument.schema)

    static let review = operation(
        "askReviewOfServiceRequest",
        [
            .init("channel", .oneOf(Intake.channels.map(\.0)), "来电、来访还是来信"),
            .init("dissent", .words(4...RequestForm.longestContent), "对意见的哪一点不服，有什么理由"),
        ], ReviewDocument.schema)

    private static func operation(_ id: String, _ members: [Schema.Member], _ answer: Schema) -> APIOperation
    {
        APIOperation(
            id: id, tag: "诉求", parameters: [.header("Idempotency-Key", "同一个键只会办理一次")],
            body: .json(.object(members)), responses: [201: answer])
    }
}
