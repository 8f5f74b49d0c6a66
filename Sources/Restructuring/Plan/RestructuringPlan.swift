import Identity
import Journal
import Refusals
import WorkingTime

/// A restructuring of the government (机构改革): organs that merge, divide, change their names or end on a day.
///
/// A system administrator drafts it, a security administrator approves it (三员分立, GB/T 22239-2019), and on its day it is
/// carried out as a whole or not at all.
public struct RestructuringPlan: Sendable, Hashable, Identifiable {
    /// How far it has come.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// It is being written.
        case draft
        /// It waits for its day.
        case approved
        /// It was carried out.
        case carriedOut = "carried_out"
        /// It was given up.
        case withdrawn

        /// The state in words.
        public var chinese: String {
            switch self {
            case .draft: "起草中"
            case .approved: "已批准，待生效"
            case .carriedOut: "已执行"
            case .withdrawn: "已撤回"
            }
        }
    }

    /// Somebody who signed, and when.
    public struct Signature: Codable, Sendable, Hashable {
        /// The account.
        public let accountID: Int64
        /// The person's name.
        public let name: String
        /// When.
        public let at: Instant

        init(_ actor: Actor, at now: Instant) {
            (accountID, name, at) = (actor.accountID, actor.name, now)
        }
    }

    /// What was done on the day.
    public struct Tally: Codable, Sendable, Hashable {
        /// How many matters go on elsewhere.
        public var matters: Int
        /// How many items.
        public var items: Int
        /// How many posts.
        public var posts: Int
    }

    /// Who signed what, and what came of it.
    public struct Record: Codable, Sendable, Hashable {
        /// Who began it.
        public var drafted: Signature
        /// Who changed it last.
        public var edited: Signature
        /// Who approved it.
        public var approved: Signature?
        /// Who gave it up.
        public var withdrawn: Signature?
        /// Who asks that it be carried out by hand.
        public var asked: Signature?
        /// When it was carried out, and by whom.
        public var carriedOut: Signature?
        /// What was said when it was given up.
        public var remark: String?
        /// What stood against it on its day.
        public var obstacle: Sentence?
        /// What was done.
        public var tally: Tally?
    }

    /// Ours, time-ordered.
    public let id: Int64
    /// What it is called.
    public internal(set) var title: String
    /// The document it rests on, with its number.
    public internal(set) var basis: String
    /// From which day on it counts.
    public internal(set) var effectiveOn: CivilDate
    /// What is to be done, in order.
    public internal(set) var steps: [RestructuringStep]
    /// How far it has come.
    public internal(set) var state: State
    /// How often it was changed.
    public internal(set) var revision: Int
    /// Who signed what.
    public internal(set) var record: Record
}
