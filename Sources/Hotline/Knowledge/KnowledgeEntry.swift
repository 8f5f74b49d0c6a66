import Journal
import Refusals
import WorkingTime

/// A question with the answer in force.
struct KnowledgeEntry: Sendable, Hashable, Identifiable {
    let id: Int64
    /// Key of the organ responsible.
    let organ: String
    /// The number of the version in force; nil before the first review.
    let version: Int?
    /// The number of the version that waits for its review.
    let waiting: Int?
    let retiredAt: Instant?
    /// In force, or else the newest.
    let text: KnowledgeText

    /// Whether it may be used on a day.
    func isUsable(on day: CivilDate) -> Bool {
        version != nil && retiredAt == nil && text.lastDay.map { day <= $0 } ?? true
    }

    /// - Throws: `conflict` while another version waits, or after it was given up.
    func requireWritable() throws {
        guard retiredAt == nil else { throw DomainError.conflict("这条知识已经停用，请另写一条。") }
        guard waiting == nil else { throw DomainError.conflict("这条知识有一稿正在等待审核，审核以后再改。") }
    }
}

/// One text of an entry, from its writing to its review.
struct KnowledgeVersion: Sendable, Hashable {
    enum State: String, Sendable {
        case waiting, published, returned

        var chinese: String {
            switch self {
            case .waiting: "等待审核"
            case .published: "审核通过"
            case .returned: "退回修改"
            }
        }
    }

    let number: Int
    let text: KnowledgeText
    private(set) var state: State
    let writerID: Int64
    let writer: String
    let writtenAt: Instant
    private(set) var reviewerID: Int64?
    private(set) var reviewer: String?
    private(set) var reviewedAt: Instant?
    private(set) var reason: String?

    init(
        number: Int, text: KnowledgeText, state: State = .waiting, writerID: Int64, writer: String,
        writtenAt: Instant, reviewerID: Int64? = nil, reviewer: String? = nil, reviewedAt: Instant? = nil,
        reason: String? = nil
    ) {
        (self.number, self.text, self.state) = (number, text, state)
        (self.writerID, self.writer, self.writtenAt) = (writerID, writer, writtenAt)
        (self.reviewerID, self.reviewer) = (reviewerID, reviewer)
        (self.reviewedAt, self.reason) = (reviewedAt, reason)
    }

    /// A second person decides.
    ///
    /// - Throws: `forbidden` for whoever wrote it, `invalid` for a return without reasons, `conflict` after a review.
    mutating func review(publishes: Bool, because reason: String, by actor: Actor, at now: Instant) throws {
        guard state == .waiting else { throw DomainError.conflict("这一稿已经审核过了。") }
        guard actor.accountID != writerID else {
            throw DomainError.forbidden("自己写的知识由另一个人审核。")
        }
        guard publishes || (4...200).contains(reason.count) else {
            throw DomainError.invalid("reason", "退回请写明要改什么，4 到 200 字。")
        }
        state = publishes ? .published : .returned
        (reviewerID, reviewer, reviewedAt) = (actor.accountID, actor.name, now)
        self.reason = reason.isEmpty ? nil : reason
    }
}

/// What a reader says is out of date.
struct KnowledgeFeedback: Sendable, Hashable {
    let reader: String
    let words: String
    let saidAt: Instant
    let settledAt: Instant?
}
