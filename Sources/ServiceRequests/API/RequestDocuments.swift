import Cases
import Codes
import Web
import WorkingTime

/// What a program is told of a request that it has filed.
struct FiledDocument: Encodable, Sendable {
    let number: String
    let query_code: String
    let due_at: String?

    init(_ subject: Case) {
        (number, query_code) = (subject.number.text, subject.queryCode)
        due_at = subject.clock(.promised)?.dueAt?.rfc3339
    }

    static let schema = Schema.object([
        .init("number", .text, "编号"), .init("query_code", .text, "查询码"),
        .init("due_at", .formatted("date-time"), "答复的期限；还没有开始计算的没有", optional: true),
    ])
}

/// A ticket that was made urgent.
struct UrgencyDocument: Encodable, Sendable {
    let number: String
    let urgent: Bool
    let due_at: String?

    init(_ subject: Case) {
        (number, urgent) = (subject.number.text, subject.isUrgent)
        due_at = subject.clock(.promised)?.dueAt?.rfc3339
    }

    static let schema = Schema.object([
        .init("number", .text, "编号"), .init("urgent", .boolean),
        .init("due_at", .formatted("date-time"), optional: true),
    ])
}

/// A request that was taken back and handed to another organ.
struct ReassignmentDocument: Encodable, Sendable {
    let number: String
    let organ: String
    let next: [String]

    init(_ subject: Case) {
        (number, organ) = (subject.number.text, subject.plan.organ)
        next = subject.openTasks.map(\.name)
    }

    static let schema = Schema.object([
        .init("number", .text, "编号"), .init("organ", .text, "现在的承办单位的代号"),
        .init("next", .list(.text), "接下来由它做什么，环节的名称"),
    ])
}

/// An answer that was drafted.
struct AnswerDocument: Encodable, Sendable {
    let number: String
    let document: String?
    let next: [String]

    init(_ subject: Case) {
        (number, document) = (subject.number.text, subject.draft?.number)
        next = subject.openTasks.map(\.name)
    }

    static let schema = Schema.object([
        .init("number", .text, "编号"), .init("document", .text, "答复的文号", optional: true),
        .init("next", .list(.text), "接下来由谁做什么，环节的名称"),
    ])
}

/// A report that was handed in.
struct ReportDocument: Encodable, Sendable {
    let number: String, organ: String, office: String
    let due_on: CivilDate
    let reported_at: String?
    let late: Bool

    init(_ number: String, _ report: OwedReport, on today: CivilDate) {
        (self.number, organ, office) = (number, report.organ, report.office)
        (due_on, reported_at) = (report.dueOn, report.reportedAt?.rfc3339)
        late = report.isLate(on: today)
    }

    static let schema = Schema.object([
        .init("number", .text, "编号"), .init("organ", .text, "承办单位的代号"),
        .init("office", .text, "向哪个单位报告"), .init("due_on", .formatted("date")),
        .init("reported_at", .formatted("date-time"), optional: true), .init("late", .boolean, "晚于期限"),
    ])
}

/// What was said on the telephone.
struct CallBackDocument: Encodable, Sendable {
    let number: String
    let solved: Bool
    let again: String?

    static let schema = Schema.object([
        .init("number", .text, "编号"), .init("solved", .boolean),
        .init("again", .text, "重办的一件的编号", optional: true),
    ])
}

/// A review that was asked for.
struct ReviewDocument: Encodable, Sendable {
    let number: String
    let reviews: String

    static let schema = Schema.object([
        .init("number", .text, "复查、复核的编号"), .init("reviews", .text, "对哪一件的意见"),
    ])
}
