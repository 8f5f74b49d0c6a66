import Storage
import WorkingTime

/// A request as lists and the register show it.
struct RequestRow: Sendable, Hashable {
    let id: Int64
    let number: String
    let organ: String
    let category: String
    let purpose: String
    let filedAt: Instant
    let receivedOn: CivilDate?
    let endedAt: Instant?
    let result: String?
    let kind: String?
    let publicTitle: String?
    let publicWords: String?
    let publishedAt: Instant?

    init(_ row: Row) throws {
        id = try row.id("id")
        number = try row.text("number")
        organ = try row.text("organ")
        category = try row.text("category")
        purpose = try row.text("purpose")
        filedAt = try row.instant("filed_at")
        receivedOn = try row.optionalText("received_on").flatMap(CivilDate.init(iso:))
        endedAt = try row.optionalInstant("ended_at")
        result = try row.optionalText("result")
        kind = try row.optionalText("kind")
        publicTitle = try row.optionalText("public_title")
        publicWords = try row.optionalText("public_words")
        publishedAt = try row.optionalInstant("published_at")
    }
}
