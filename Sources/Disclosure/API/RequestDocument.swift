import Cases
import Codes
import Refusals
import Web
import WorkingTime

/// A request as programs see it.
struct RequestDocument: Encodable, Sendable {
    let number: String
    let organ: String
    let purpose: String
    let state: String
    let filedAt: String
    let receivedOn: String?
    let dueAt: String?
    let answer: Answer?

    struct Answer: Encodable, Sendable {
        let kind: String
        let title: String
        let number: String
        let answeredAt: String
        let document: String
        let files: [File]

        enum CodingKeys: String, CodingKey {
            case kind, title, number, document, files
            case answeredAt = "answered_at"
        }
    }

    struct File: Encodable, Sendable {
        let id: String
        let name: String
    }

    enum CodingKeys: String, CodingKey {
        case number, organ, purpose, state, answer
        case filedAt = "filed_at"
        case receivedOn = "received_on"
        case dueAt = "due_at"
    }

    init(_ subject: Case) {
        number = subject.number.text
        organ = subject.plan.organ
        purpose = subject.answer("purpose")
        state = subject.phase.rawValue
        filedAt = subject.filing.filedAt.rfc3339
        receivedOn = subject.acceptedAt?.day.iso
        dueAt = subject.clock(.legal)?.dueAt?.rfc3339
        answer = Answer(subject)
    }

    static let schema = Schema.object([
        .init("number", .text, "办件编号"), .init("organ", .text, "机关代码"),
        .init("purpose", .oneOf(RequestForm.Purpose.allCases.map(\.rawValue))),
        .init("state", .oneOf(Phase.allCases.map(\.rawValue))), .init("filed_at", .formatted("date-time")),
        .init("received_on", .formatted("date"), "收到日，从第二天起计算答复期限", optional: true),
        .init("due_at", .formatted("date-time"), "答复期限；征求意见期间没有", optional: true),
        .init("answer", Answer.schema, "答复以后才有", optional: true),
    ])
}

extension RequestDocument.Answer {
    /// - Returns: `nil` until it is signed.
    init?(_ subject: Case) {
        guard let result = subject.result, result.outcome == .answered, let draft = subject.draft,
            let paper = subject.documents.last(where: { $0.kind == .answer })
        else { return nil }
        self.init(
            kind: draft.marks["kind"] ?? "", title: draft.title, number: draft.number,
            answeredAt: result.decidedAt.rfc3339, document: "/documents/\(paper.verificationCode)",
            files: draft.enclosures.map { .init(id: String($0.fileID), name: $0.name) })
    }

    static let schema = Schema.object([
        .init("kind", .text, "答复类型"), .init("title", .text), .init("number", .text, "文号"),
        .init("answered_at", .formatted("date-time")), .init("document", .text, "答复书的页面"),
        .init("files", .list(.object([.init("id", .text), .init("name", .text)]))),
    ])
}

/// A request in a list.
struct RequestLine: Encodable, Sendable {
    let number: String
    let organ: String
    let filedAt: String
    let result: String?

    enum CodingKeys: String, CodingKey {
        case number, organ, result
        case filedAt = "filed_at"
    }

    init(_ row: RequestRow) {
        (number, organ, filedAt, result) = (
            row.number, row.organ, row.filedAt.rfc3339, row.kind ?? row.result
        )
    }

    static let schema = Schema.object([
        .init("number", .text), .init("organ", .text), .init("filed_at", .formatted("date-time")),
        .init("result", .text, "答复类型；没有答复就结束的是年度报告里的行", optional: true),
    ])
}
