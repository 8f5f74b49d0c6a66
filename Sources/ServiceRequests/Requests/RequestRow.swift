import Cases
import Storage
import WorkingTime

/// A request as lists and the register show it.
struct RequestRow: Sendable, Hashable {
    let id: Int64
    let number: String
    let process: RequestProcess
    let kind: String
    let category: String
    let division: String?
    let organ: String
    let office: String
    let accountID: Int64?
    let title: String
    let people: Int
    let isProtected: Bool
    let round: Int
    let point: String?
    let filedAt: Instant
    let endedAt: Instant?
    let result: String?
    let publicTitle: String?
    let publicWords: String?
    let publicAnswer: String?
    let publishedAt: Instant?
    let solved: Bool?
    let grade: Int?
    let isUrgent: Bool

    init(_ row: Row) throws {
        id = try row.id("id")
        number = try row.text("number")
        process = RequestProcess(rawValue: try row.text("process")) ?? .ticket
        kind = try row.text("kind")
        category = try row.text("category")
        division = try row.optionalText("division")
        organ = try row.text("organ")
        office = try row.text("office")
        accountID = try row.optionalID("account_id")
        title = try row.text("title")
        people = try row.int("people")
        isProtected = try row.bool("is_protected")
        round = try row.int("round")
        point = try row.optionalText("point")
        filedAt = try row.instant("filed_at")
        endedAt = try row.optionalInstant("ended_at")
        result = try row.optionalText("result")
        publicTitle = try row.optionalText("public_title")
        publicWords = try row.optionalText("public_words")
        publicAnswer = try row.optionalText("public_answer")
        publishedAt = try row.optionalInstant("published_at")
        solved = try row.optionalInt("solved").map { $0 == 1 }
        grade = try row.optionalInt("grade")
        isUrgent = try row.optionalInt("urgent") == 1
    }

    /// The results of what ended without an answer: counted with nothing that says how well answers are given.
    static let unanswered = ["refused", "withdrawn", "terminated"]

    /// Whether it cannot wait and still does.
    var isUrgentNow: Bool { isUrgent && endedAt == nil }

    /// Whether anybody may read that it was said: an open one of which its author wants everybody to know.
    var isAnswered: Bool { publishedAt != nil }
}
