import Cases
import Web
import WorkingTime

/// An order as programs read it.
struct OrderDocument: Encodable, Sendable {
    struct Part: Encodable, Sendable {
        let organ: String
        let duty: String
        let heir: String?
    }

    struct Feedback: Encodable, Sendable {
        let organ: String
        let by: String
        let words: String
        let evidence: String
        let files: [File]
        let at: String
    }

    struct Verification: Encodable, Sendable {
        let outcome: String
        let by: String
        let opinion: String
        let at: String
    }

    struct File: Encodable, Sendable {
        let id: String
        let name: String
    }

    let id: String
    let caseNumber: String
    let title: String
    let source: String
    let reference: String
    let words: String
    let lead: String
    let stage: String
    let overdue: Bool
    let dueAt: String?
    let filedAt: String
    let closedAt: String?
    let circular: String?
    let struckReason: String?
    let struckAt: String?
    let unfinished: Bool
    let parts: [Part]?
    let feedback: [Feedback]?
    let verifications: [Verification]?

    enum CodingKeys: String, CodingKey {
        case id, title, source, reference, words, lead, stage, overdue, parts, feedback, circular, unfinished
        case verifications
        case caseNumber = "case"
        case dueAt = "due_at"
        case filedAt = "filed_at"
        case closedAt = "closed_at"
        case struckReason = "struck_reason"
        case struckAt = "struck_at"
    }

    /// - Parameter parts: absent in lists, as what was reported and what supervision found.
    init(
        _ order: SupervisionOrder, parts: [SupervisionOrder.Part]? = nil, feedback: [OrderFeedback]? = nil,
        verdicts: [OrderCourse.Verdict]? = nil, now: Instant
    ) {
        (id, caseNumber, title) = (String(order.id), order.number, order.title)
        (source, reference, words) = (order.source.rawValue, order.reference, order.words)
        (lead, stage, overdue) = (order.lead, order.stage.rawValue, order.isOverdue(at: now))
        (dueAt, filedAt, closedAt) = (order.dueAt?.rfc3339, order.filedAt.rfc3339, order.closedAt?.rfc3339)
        (circular, struckReason) = (order.circular, order.struckReason)
        (struckAt, unfinished) = (order.struckAt?.rfc3339, order.isUnfinished)
        self.parts = parts?.map { Part(organ: $0.organ, duty: $0.duty, heir: $0.heir) }
        self.feedback = feedback?.map {
            Feedback(
                organ: $0.organ, by: $0.name, words: $0.words, evidence: $0.evidence,
                files: $0.files.map { File(id: String($0.fileID), name: $0.name) }, at: $0.at.rfc3339)
        }
        verifications = verdicts?.map {
            Verification(outcome: $0.outcome, by: $0.name, opinion: $0.opinion, at: $0.at.rfc3339)
        }
    }

    static let schema = Schema.object([
        .init("id", .text), .init("case", .text, "办件编号"), .init("title", .text),
        .init("source", .oneOf(SupervisionOrder.Source.allCases.map(\.rawValue))),
        .init("reference", .text, "来源的编号或名称"), .init("words", .text), .init("lead", .text, "主办部门"),
        .init("stage", .oneOf(SupervisionOrder.Stage.allCases.map(\.rawValue))), .init("overdue", .boolean),
        .init("due_at", .formatted("date-time"), optional: true), .init("filed_at", .formatted("date-time")),
        .init("closed_at", .formatted("date-time"), optional: true),
        .init("circular", .text, "通报内容", optional: true),
        .init("struck_reason", .text, "销号的理由", optional: true),
        .init("struck_at", .formatted("date-time"), optional: true),
        .init("unfinished", .boolean, "没有办完就销号"),
        .init(
            "parts",
            .list(
                .object([
                    .init("organ", .text), .init("duty", .text),
                    .init("heir", .text, "现在承接的部门", optional: true),
                ])), "列表里没有", optional: true),
        .init(
            "feedback",
            .list(
                .object([
                    .init("organ", .text), .init("by", .text), .init("words", .text),
                    .init("evidence", .text),
                    .init("files", .list(.object([.init("id", .text), .init("name", .text)]))),
                    .init("at", .formatted("date-time")),
                ])), "列表里没有", optional: true),
        .init(
            "verifications",
            .list(
                .object([
                    .init("outcome", .oneOf(["close", "return"]), "办结，或者退回重办"), .init("by", .text),
                    .init("opinion", .text, "审核意见"), .init("at", .formatted("date-time")),
                ])), "审核，新的在前；列表里没有", optional: true),
    ])
}
