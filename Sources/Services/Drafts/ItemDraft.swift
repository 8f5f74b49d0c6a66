import Journal
import WorkingTime

/// What may become the next version of an item, or a new item, or its end: written by some, published by another
/// (四眼原则).
public struct ItemDraft: Sendable, Hashable, Identifiable {
    /// Ours, time-ordered.
    public let id: Int64
    /// What it is to bring about.
    public let purpose: Purpose
    /// The row of the version it was begun from; nil for an item that is not offered.
    public let basedOn: Int64?
    /// Who began it.
    public let author: Signature
    /// The accounts of everybody who has written in it: none of them reviews it.
    public internal(set) var writers: Set<Int64>
    /// The whole item as it would be published.
    public internal(set) var item: ServiceItem
    /// What was changed and why; of an end, its reason.
    public internal(set) var note: String
    /// Where it stands.
    public internal(set) var state: State
    /// How often it was written: whoever saves says which they saw.
    public internal(set) var revision: Int
    /// The first day on which it counts; nil until it is handed in.
    public internal(set) var effectiveOn: CivilDate?
    /// The last day on which the item is offered; nil for as long as nobody ends it.
    public internal(set) var endsOn: CivilDate?
    /// Who handed it in last.
    public internal(set) var submission: Signature?
    /// Who approved it or sent it back last.
    public internal(set) var review: Signature?
    /// Why it was sent back, or could not be published on its day.
    public internal(set) var remark: String?
    /// The version it became.
    public internal(set) var version: Int?

    /// What a draft is to bring about.
    public enum Purpose: String, Sendable, Codable, CaseIterable {
        /// The next version of an item, or its first.
        case publish
        /// The end of an item (注销).
        case end

        /// The word people read.
        public var chinese: String {
            switch self {
            case .publish: "修改"
            case .end: "注销"
            }
        }
    }

    /// Who did something, and when.
    public struct Signature: Sendable, Hashable {
        /// The account.
        public let accountID: Int64
        /// The name as people know it.
        public let name: String
        /// When.
        public let at: Instant

        /// Somebody's signature of this moment.
        public init(_ actor: Actor, at now: Instant) { self.init(actor.accountID, actor.name, now) }

        init(_ accountID: Int64, _ name: String, _ at: Instant) {
            (self.accountID, self.name, self.at) = (accountID, name, at)
        }
    }
}

extension ItemDraft {
    /// Where a draft stands.
    public enum State: String, Sendable, Codable, CaseIterable {
        /// Being written.
        case drawn
        /// A second person is asked to publish it.
        case submitted
        /// Sent back to those who wrote it.
        case returned
        /// Approved; it waits for its day.
        case approved
        /// It has become a version, or has ended the item.
        case published
        /// Given up.
        case withdrawn

        /// Those that hold the item: there is one such draft of an item at a time.
        public static let open: [State] = [.drawn, .submitted, .returned, .approved]

        /// Whether it may be written in.
        public var isWritable: Bool { self == .drawn || self == .returned }

        /// The word people read.
        public var chinese: String {
            switch self {
            case .drawn: "起草中"
            case .submitted: "待审核"
            case .returned: "已退回"
            case .approved: "待生效"
            case .published: "已生效"
            case .withdrawn: "已撤回"
            }
        }
    }
}
