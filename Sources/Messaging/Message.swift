import Refusals
import Storage
import WorkingTime

/// What one person is told about one matter.
public struct Message: Sendable, Hashable {
    /// The way a message goes.
    public enum Channel: String, Sendable, Codable, CaseIterable {
        /// The person's inbox here; delivered by being stored.
        case inSite = "in-site"
    }

    /// Its id.
    public let id: Int64
    /// Whom it is for.
    public let accountID: Int64
    /// What it is about: a case number or another public key.
    public let subject: String
    /// What it says.
    public let sentence: Sentence
    /// The way it goes.
    public let channel: Channel
    /// When it was written.
    public let createdAt: Instant
    /// When the person first read it; nil until then.
    public let readAt: Instant?
    /// When it was delivered; nil until then.
    public let sentAt: Instant?
}

extension Message {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), accountID: try row.id("account_id"), subject: try row.text("subject"),
            sentence: Sentence(template: try row.text("template"), parameters: try row.json("parameters")),
            channel: try row.value("channel"), createdAt: try row.instant("created_at"),
            readAt: try row.optionalInstant("read_at"), sentAt: try row.optionalInstant("sent_at"))
    }
}
