import Storage
import WorkingTime

/// One passage of a paper from hand to hand, signed by both sides.
struct PaperReceipt: Sendable, Hashable {
    struct Signer: Sendable, Hashable {
        let id: Int64
        let name: String
    }

    let from: String
    let to: String
    let handedBy: Signer
    let handedAt: Instant
    let signedBy: Signer
    let signedAt: Instant
}

/// A result that was sent to its applicant by express.
struct Delivery: Sendable, Hashable, Identifiable {
    let id: Int64
    let caseNumber: String
    let company: String
    let tracking: String
    let organ: String
    /// Whose it is; nil for somebody without an account.
    let accountID: Int64?
    let sentBy: Int64
    let sentAt: Instant
}

extension PaperReceipt {
    init(_ row: Row) throws {
        self.init(
            from: try row.text("from_organ"), to: try row.text("to_organ"),
            handedBy: Signer(id: try row.id("handed_by"), name: try row.text("giver")),
            handedAt: try row.instant("handed_at"),
            signedBy: Signer(id: try row.id("signed_by"), name: try row.text("taker")),
            signedAt: try row.instant("signed_at"))
    }
}

extension Delivery {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), caseNumber: try row.text("case_number"), company: try row.text("company"),
            tracking: try row.text("tracking"), organ: try row.text("organ"),
            accountID: try row.optionalID("account_id"), sentBy: try row.id("sent_by"),
            sentAt: try row.instant("sent_at"))
    }
}

extension Paper {
    init(_ row: Row) throws {
        var heading: Heading?
        if let organ = try row.optionalText("heading_to") {
            heading = Heading(
                organ: organ, handedBy: try row.id("handed_by"), handedAt: try row.instant("handed_at"))
        }
        self.init(
            id: try row.id("id"), caseNumber: try row.text("case_number"), words: try row.text("words"),
            place: try row.text("place"), takenBy: try row.id("taken_by"),
            takenAt: try row.instant("taken_at"),
            heading: heading, returnedBy: try row.optionalID("returned_by"),
            returnedAt: try row.optionalInstant("returned_at"))
    }
}
