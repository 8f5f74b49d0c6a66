import Services
import Web
import WorkingTime

extension ServicesAPI {
    static let listing = APIOperation(
        id: "listServices", tag: "服务事项",
        parameters: [
            .query("q", "搜索的词"), .query("organ", "部门代号，例如 scjg"), .query("life_event", "人生大事的代号"),
            .query("audience", "服务对象", .oneOf(Audience.allCases.map(\.rawValue))),
            .query("after", "上一页给出的游标"),
        ],
        responses: [200: .page(of: .object(summary))])

    static let form = APIOperation(
        id: "readServiceForm", tag: "服务事项", responses: [200: .map(.any)])

    static let guide = APIOperation(
        id: "readService", tag: "服务事项", responses: [200: .object(summary + details)])

    static let summary: [Schema.Member] = [
        .init("code", .text, "实施编码，或者一件事的编码"), .init("slug", .text), .init("name", .text),
        .init("summary", .text), .init("organ", .text, "主管部门代号"), .init("organ_name", .text),
        .init("kind", .text, "事项类型"),
        .init("audiences", .list(.oneOf(Audience.allCases.map(\.rawValue)))),
        .init("life_events", .list(.text)), .init("limits", limits), .init("joint", .boolean, "是否一件事"),
        .init("version", .integer),
    ]

    static let details: [Schema.Member] = [
        .init("description", .text), .init("conditions", .list(.text)), .init("fields", .list(field)),
        .init("materials", .list(material)), .init("process", .text, "流程定义的代号"),
        .init("co_organs", .list(.text)), .init("children", .list(.object(summary)), "一件事包含的事项"),
        .init("steps", .list(.map(.any))), .init("fee", .map(.any)), .init("legal_basis", .list(.text)),
        .init("result", .text), .init("remedies", .map(.any)), .init("counter", .map(.text)),
        .init("visits", .integer), .init("questions", .list(.map(.text))), .init("demo", .boolean),
        .init("deferral", deferral, "容缺受理：补交的期限，从受理起算", optional: true),
        .init("commitment", commitment, "告知承诺：告知的内容和后果", optional: true),
    ]

    private static let deferral = Schema.object([.init("limit", limit), .init("decides_before", .boolean)])

    private static let commitment = Schema.object([
        .init("conditions", .list(.text)), .init("replaces", .list(.text), "承诺以后不用提交的材料"),
        .init("method", .text), .init("limit", limit), .init("consequence", .text),
    ])

    private static let limits = Schema.object([
        .init("legal", .nullable(limit), "法定办结时限"), .init("promised", .nullable(limit), "承诺办结时限"),
        .init("note", .text, optional: true),
    ])

    private static let limit = Schema.object([
        .init("value", .integer), .init("unit", .oneOf(LimitUnit.allCases.map(\.rawValue))),
    ])

    private static let material = Schema.object([
        .init("id", .text), .init("name", .text), .init("required", .boolean, "是否必须提交"),
        .init("source", .oneOf(["applicant", "government"])), .init("waived", .boolean, "免提交"),
        .init("note", .text, optional: true), .init("licence", .text, "可以代替它的证照类型代码", optional: true),
        .init("deferrable", .boolean, "可以承诺后补（容缺受理）"),
    ])

    private static let option = Schema.object([.init("value", .text), .init("label", .text)])

    private static let rule = Schema.object([
        .init("holds", .text, "应为真的 FEEL 表达式"), .init("otherwise", .text, "不符合时的提示"),
    ])

    private static let field = Schema.object([
        .init("name", .text), .init("label", .text),
        .init("kind", .oneOf(FieldKind.allCases.map(\.rawValue))),
        .init("required", .boolean), .init("page", .text), .init("hint", .text, optional: true),
        .init("prefill", .text, optional: true), .init("options", .list(option), optional: true),
        .init("min", .number, optional: true), .init("max", .number, optional: true),
        .init("unit", .text, optional: true), .init("max_length", .integer, optional: true),
        .init("visible_when", .text, "为真时才要回答的 FEEL 表达式", optional: true),
        .init("division_level", .text, optional: true),
        .init("affirm", .boolean, "必须为 true 的承诺", optional: true),
        .init("columns", .list(.map(.any)), "表格的栏目", optional: true),
        .init("group", .text, "同组的问题排在一起", optional: true),
        .init("in_words", .boolean, "金额同时用大写显示", optional: true),
        .init("calculated", .text, "由系统计算答案的 FEEL 表达式", optional: true),
        .init("rules", .list(rule), "答案应符合的规则", optional: true),
    ])
}
