import Cases
import Web

extension CaseDocument {
    static let schema = Schema.object([
        .init("number", .text, "办件编号，21 位"),
        .init("state", .oneOf(Phase.allCases.map(\.rawValue))),
        .init("state_label", .text),
        .init("paused", .boolean, "办理时限正在暂停"),
        .init("overdue", .boolean),
        .init("service", ServiceReference.schema),
        .init("organ", .text, "主办部门代码"),
        .init("organ_name", .text),
        .init("parent", .nullable(.text), "所属“一件事”的办件编号"),
        .init("applicant", ApplicantDocument.schema),
        .init("channel", .text),
        .init("filed_at", .formatted("date-time")),
        .init("accepted_at", .nullable(.formatted("date-time"))),
        .init("closed_at", .nullable(.formatted("date-time"))),
        .init("tasks", .list(TaskDocument.schema), "本件及其子办件的任务"),
        .init("clocks", .list(ClockDocument.schema)),
        .init("children", .list(.text), "子办件编号"),
        .init("history", .list(HistoryLine.schema)),
        .init("materials", .list(MaterialDocument.schema)),
        .init("signatures", .list(SignatureDocument.schema), "手写签名的图片；姓名在 form 里"),
        .init("evidence_request", .nullable(EvidenceRequestDocument.schema), "一次性补正告知"),
        .init("deferral", .nullable(DeferralDocument.schema), "容缺受理"),
        .init("commitment", .nullable(CommitmentDocument.schema), "告知承诺"),
        .init("hearing", .nullable(HearingDocument.schema), "听证"),
        .init("form", .nullable(.map(.any)), "申请表，仅申请人和办理人员可见；办理人员看到的证件号码、电话和地址已遮挡"),
        .init("documents", .list(PaperDocument.schema)),
        .init("result", .nullable(ResultDocument.schema)),
        .init("rating", .nullable(RatingDocument.schema)),
        .init("query_code", .nullable(.text), "凭编号和查询码可查进度，仅申请人可见"),
        .init("answer", .nullable(.list(.text)), "没有账号的人收到的答复，凭编号和查询码可见"),
    ])
}

extension ServiceReference {
    static let schema = Schema.object([.init("code", .text, "事项编码"), .init("name", .text)])
}

extension ApplicantDocument {
    static let schema = Schema.object([
        .init("kind", .oneOf(["person", "entity"])), .init("name", .text),
        .init("code", .text, "身份证号码或统一社会信用代码；个人的号码办理人员看到的已遮挡，说明用途后取全（disclosures）"),
        .init("agent", .nullable(.text), "办事人"),
        .init("phone", .nullable(.text), "办理人员看到的已遮挡"),
    ])
}

extension HistoryLine {
    static let schema = Schema.object([
        .init("at", .formatted("date-time")), .init("action", .text), .init("sentence", .text),
        .init("actor", .nullable(.text), "仅办理人员可见"),
    ])
}

extension SignatureDocument {
    static let schema = Schema.object([
        .init("field", .text, "表单里的哪一项"), .init("file", .text, "文件编号，PNG"),
        .init("drawn_at", .formatted("date-time")),
    ])
}

extension MaterialDocument {
    static let schema = Schema.object([
        .init("requirement", .text), .init("name", .text, "材料名称"), .init("file", .text, "文件编号"),
        .init("file_name", .text), .init("filed_at", .formatted("date-time")),
    ])
}

extension EvidenceRequestDocument {
    static let schema = Schema.object([
        .init(
            "items",
            .list(
                .object([
                    .init("requirement", .nullable(.text)), .init("reason", .text), .init("organ", .text),
                ]))),
        .init("sent_at", .formatted("date-time")),
        .init("supplied_at", .nullable(.formatted("date-time"))),
    ])
}

extension PaperDocument {
    static let schema = Schema.object([
        .init("kind", .text), .init("title", .text), .init("number", .text),
        .init("organ_name", .text), .init("issued_at", .formatted("date-time")),
        .init("valid_until", .nullable(.formatted("date"))), .init("url", .text, "文件地址（PDF）"),
        .init("verify", .text, "公开核验地址"), .init("in_force", .boolean, "没有更正或者撤销"),
    ])
}

extension ResultDocument {
    static let schema = Schema.object([
        .init("outcome", .oneOf(CaseResult.Outcome.allCases.map(\.rawValue))),
        .init("outcome_label", .text), .init("reason", .nullable(.text)),
        .init("decided_at", .formatted("date-time")),
    ])
}

extension RatingDocument {
    static let schema = Schema.object([
        .init("grade", .whole(1...5)), .init("label", .text), .init("comment", .nullable(.text)),
        .init("rated_at", .formatted("date-time")),
    ])
}
