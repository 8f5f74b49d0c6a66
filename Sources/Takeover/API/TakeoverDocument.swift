import Journal
import Storage
import Web
import WorkingTime

/// A takeover as programs see it.
struct TakeoverDocument: Encodable, Sendable {
    let id, kind, system, state, creator, created_at: String
    let line_count: Int
    let asked_by, approved_by, remark: String?
    /// How many lines have which verdict; with one takeover alone, not in a list.
    let counts: [String: Int]?

    init(_ record: TakeoverRecord, counts: [TakeoverLine.Verdict: Int]? = nil) {
        (id, kind, system) = (String(record.id), record.kind.rawValue, record.system)
        (state, creator, created_at) = (record.state.rawValue, record.creator, record.createdAt.rfc3339)
        (line_count, remark) = (record.lineCount, record.remark)
        (asked_by, approved_by) = (record.asked?.name, record.approved?.name)
        self.counts = counts.map { counts in
            Dictionary(counts.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
        }
    }

    static let schema = Schema.object([
        .init("id", .text), .init("kind", .oneOf(TakeoverRecord.Kind.allCases.map(\.rawValue))),
        .init("system", .text, "原系统的名称"),
        .init(
            "state",
            .oneOf(["read", "trying", "tried", "asked", "taking", "done", "undoing", "undone"]),
            "tried 是试运行过、什么也没有写入；asked 等安全管理员审定"),
        .init("creator", .text), .init("created_at", .formatted("date-time")),
        .init("line_count", .integer), .init("asked_by", .text, optional: true),
        .init("approved_by", .text, optional: true), .init("remark", .text, "退回的原因", optional: true),
        .init("counts", .map(.integer), "各种结果的行数；列表里没有", optional: true),
    ])
}

/// A line of a takeover's report: nobody's numbers are in it.
struct TakeoverLineDocument: Encodable, Sendable {
    let number: Int
    let name, verdict, words: String
    let `case`: String?

    init(_ line: TakeoverLine) {
        (number, name, verdict) = (line.number, line.name, line.verdict.rawValue)
        (words, `case`) = (line.words, line.caseNumber)
    }

    static let schema = Schema.object([
        .init("number", .integer, "文件中的行号"), .init("name", .text, "账号或者原系统编号"),
        .init("verdict", .oneOf(TakeoverLine.Verdict.allCases.map(\.rawValue))),
        .init("words", .text, "会怎样，或者为什么不能"), .init("case", .text, "办件编号", optional: true),
    ])
}
